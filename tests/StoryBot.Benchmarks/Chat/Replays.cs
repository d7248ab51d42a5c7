using System.Diagnostics;
using System.Reflection;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StoryBot.Core.Chat;
using StoryBot.Platforms.Discord;
using StoryBot.Platforms.Slack;
using StoryBot.Testing.Chat.Replay;

namespace StoryBot.Benchmarks.Chat;

/// <summary>Whether each event is answered once when some come twice and, by socket, the connection is dropped again and again.</summary>
internal static class Replays
{
    private static readonly ReplayPlan Plan = new(Events: 10_000, Redelivered: 0.2, DropEvery: 200);

    public static async Task WriteAsync(TextWriter report)
    {
        report.WriteLine($"\n## Replay by webhook: {Plan.Events:N0} events, {Plan.Redelivered:P0} of them delivered twice\n");
        report.WriteLine("| platform | deliveries | events answered | silent | answered twice |\n|---|---|---|---|---|");
        foreach (var start in LoadedBot.Platforms)
        {
            await using var bot = await start(TimeSpan.Zero);
            report.WriteLine(await ByWebhookAsync(bot));
        }

        report.WriteLine($"\n## Replay by socket: {Plan.Events:N0} events, {Plan.Redelivered:P0} of them delivered twice, the connection dropped every {Plan.DropEvery}\n");
        var modules = Modules();
        if (modules.Count == 0)
        {
            report.WriteLine("Not measured: this build has no sockets; run it with `-c Release`.");
            return;
        }

        report.WriteLine("Between two drops, a tenth of the events comes while the bot is away, and a tenth is under way when the connection goes. Discord's gateway goes without a word, asks to be reconnected to, or closes with an error, in turn; the bot resumes. Slack's two sockets are dropped or renewed, both at once; Slack delivers again what was not acknowledged, here after 0, 2 and 10 s instead of 0, 1 and 5 minutes. Silent is also what Slack had to give up, or a command that Discord waited for in vain.\n");
        report.WriteLine("| platform | deliveries | drops | connections | silent | answered twice | seconds |\n|---|---|---|---|---|---|---|");
        await using var discord = await DiscordReplay.CreateAsync();
        report.WriteLine(await BySocketAsync("Discord gateway", discord, bot => Add(bot.Services.AddDiscord(bot.Configuration), "Discord:Gateway")));
        await using var slack = await SlackReplay.CreateAsync(sockets: 2);
        report.WriteLine(await BySocketAsync("Slack Socket Mode", slack, bot => Add(bot.Services.AddSlack(bot.Configuration), "Slack:SocketMode")));

        void Add(IServiceCollection services, string key) => modules.Single(module => module.Switch == key).AddTo(services);
    }

    private static async Task<string> BySocketAsync(string platform, SocketReplay replay, Action<IHostApplicationBuilder> add)
    {
        var start = Stopwatch.GetTimestamp();
        await replay.StartAsync(add);
        var result = await replay.RunAsync(Plan);
        return FormattableString.Invariant(
            $"| {platform} | {result.Deliveries:N0} | {result.Drops} | {result.Connections} | {result.Silent} | {result.AnsweredTwice} | {Stopwatch.GetElapsedTime(start).TotalSeconds:F0} |");
    }

    private static async Task<string> ByWebhookAsync(LoadedBot bot)
    {
        var deliveries = 0;
        var again = new Random(1);
        await Parallel.ForEachAsync(Enumerable.Range(0, Plan.Events), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            var deliver = bot.Next(i);
            await deliver();
            Interlocked.Increment(ref deliveries);
            bool isRepeated;
            lock (again)
            {
                isRepeated = again.NextDouble() < Plan.Redelivered;
            }

            if (isRepeated)
            {
                await deliver();
                Interlocked.Increment(ref deliveries);
            }
        });
        await bot.DrainAsync();
        var answered = bot.Answers.Answered;
        return FormattableString.Invariant($"| {bot.Platform} | {deliveries:N0} | {answered:N0} | {Plan.Events - answered} | {bot.Answers.AnsweredTwice} |");
    }

    // As the bot finds them: the sockets are not in every build.
    private static IReadOnlyList<IPlatformModule> Modules()
    {
        try
        {
            return [.. Assembly.Load("StoryBot.Sockets")
                .GetCustomAttributes<PlatformModuleAttribute>()
                .Select(attribute => (IPlatformModule)Activator.CreateInstance(attribute.ModuleType)!)];
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }
}
