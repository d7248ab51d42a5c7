using System.Collections.Concurrent;
using System.Diagnostics;

namespace StoryBot.Benchmarks.Chat;

/// <summary>How quickly the webhooks acknowledge while answers are slow, and whether each event is answered once.</summary>
internal static class ChatCommand
{
    private const int PerSecond = 200;
    private const int Seconds = 30;
    private const int Events = 10_000;
    private const double Redelivered = 0.2;

    private static readonly TimeSpan SlowAnswer = TimeSpan.FromSeconds(5);

    public static async Task<int> RunAsync(string repository)
    {
        using var report = new StringWriter { NewLine = "\n" };
        report.WriteLine("# Chat by webhook\n");
        report.WriteLine("Written by `StoryBot.Benchmarks chat`. The bot, the loopback platform and the callers share one process and its processors.\n");
        report.WriteLine($"## Acknowledgement: {PerSecond} requests a second for {Seconds} s, each answer taking {SlowAnswer.TotalSeconds:0} s\n");
        report.WriteLine("| platform | requests | p50 ms | p99 ms | p99.9 ms | slowest ms | answered |\n|---|---|---|---|---|---|---|");
        foreach (var start in Platforms)
        {
            await using var bot = await start(SlowAnswer);
            report.WriteLine(await AcknowledgeAsync(bot));
        }

        report.WriteLine($"\n## Replay: {Events:N0} events, {Redelivered:P0} of them delivered twice\n");
        report.WriteLine("| platform | deliveries | events answered | silent | answered twice | resident MiB |\n|---|---|---|---|---|---|");
        foreach (var start in Platforms)
        {
            await using var bot = await start(TimeSpan.Zero);
            report.WriteLine(await ReplayAsync(bot));
        }

        await File.WriteAllTextAsync(Path.Combine(repository, "tests", "StoryBot.Benchmarks", "reports", "chat.md"), report.ToString());
        Console.WriteLine(report);
        return 0;
    }

    private static Func<TimeSpan, Task<LoadedBot>>[] Platforms => [DiscordUnderLoad.StartAsync, SlackUnderLoad.StartAsync];

    // Requests leave on time whether or not earlier ones have come back: a slow answer must not slow the callers.
    private static async Task<string> AcknowledgeAsync(LoadedBot bot)
    {
        var times = new ConcurrentBag<double>();
        await AskAsync(bot, 50, _ => { });
        await bot.DrainAsync();
        var answeredBefore = bot.Sent.Count;
        await AskAsync(bot, PerSecond * Seconds, times.Add);
        await bot.DrainAsync();
        var sorted = times.Order().ToList();
        return FormattableString.Invariant(
            $"| {bot.Platform} | {sorted.Count} | {At(sorted, 0.5):F1} | {At(sorted, 0.99):F1} | {At(sorted, 0.999):F1} | {sorted[^1]:F1} | {bot.Sent.Count - answeredBefore} |");
    }

    private static async Task AskAsync(LoadedBot bot, int count, Action<double> took)
    {
        var asked = new List<Task>(count);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / PerSecond) - Stopwatch.GetElapsedTime(start);
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due, TimeProvider.System);
            }

            asked.Add(TimeAsync(bot, bot.Next(i), took));
        }

        await Task.WhenAll(asked);
    }

    private static async Task TimeAsync(LoadedBot bot, Func<Task> deliver, Action<double> took)
    {
        var start = Stopwatch.GetTimestamp();
        await deliver();
        took(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static async Task<string> ReplayAsync(LoadedBot bot)
    {
        var deliveries = 0;
        var again = new Random(1);
        await Parallel.ForEachAsync(Enumerable.Range(0, Events), new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (i, _) =>
        {
            var deliver = bot.Next(i);
            await deliver();
            Interlocked.Increment(ref deliveries);
            bool isRepeated;
            lock (again)
            {
                isRepeated = again.NextDouble() < Redelivered;
            }

            if (isRepeated)
            {
                await deliver();
                Interlocked.Increment(ref deliveries);
            }
        });
        await bot.DrainAsync();
        var answered = bot.Sent.Count;
        var twice = bot.Sent.Values.Count(times => times > 1);
        return FormattableString.Invariant($"| {bot.Platform} | {deliveries:N0} | {answered:N0} | {Events - answered} | {twice} | {Environment.WorkingSet / 1048576} |");
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
