using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Discord.Gateway;
using StoryBot.Testing.Slack;
using StoryBot.Testing.Slack.SocketMode;

namespace StoryBot.Benchmarks.Chat;

/// <summary>How much memory the bot itself takes, a process of its own with the shipped story and all four ways in open, when nobody asks it anything.</summary>
internal static class IdleMemory
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Idle = TimeSpan.FromMinutes(1);

    public static async Task WriteAsync(TextWriter report, string repository)
    {
        report.WriteLine($"\n## Idle memory: the bot by itself, both webhooks, the gateway and two sockets open, {Idle.TotalSeconds:0} s after the last of them connected\n");
        var program = Path.Combine(repository, "src", "StoryBot.Host", "bin", "Release", "net10.0", OperatingSystem.IsWindows() ? "StoryBot.Host.exe" : "StoryBot.Host");
        if (!File.Exists(program))
        {
            report.WriteLine("Not measured: build it first, `dotnet build src/StoryBot.Host -c Release`.");
            return;
        }

        var gateway = new FakeGateway(TimeProvider.System) { Guilds = [new FakeGuild(InteractionPlace.Server.Guild!, [InteractionPlace.Server.Channel])] };
        await using var discord = await FakeDiscord.StartAsync(mount: gateway.MapTo);
        discord.GatewayUrl += FakeGateway.Path;
        var sockets = new FakeSocketMode(TimeProvider.System);
        await using var slack = await FakeSlack.StartAsync(mount: sockets.MapTo);
        using var bot = Start(program, Settings(repository, discord, slack, sockets));
        try
        {
            await Task.WhenAll(gateway.Connected.NthAsync(1), sockets.Greeted.NthAsync(2)).WaitAsync(Patience, TimeProvider.System);
            await Task.Delay(Idle, TimeProvider.System);
            bot.Refresh();
            report.WriteLine("| resident MiB | threads | processor seconds since the start |\n|---|---|---|");
            report.WriteLine(FormattableString.Invariant($"| {bot.WorkingSet64 / 1048576.0:F0} | {bot.Threads.Count} | {bot.TotalProcessorTime.TotalSeconds:F1} |"));
        }
        finally
        {
            bot.Kill();
            await bot.WaitForExitAsync();
        }
    }

    private static Process Start(string program, IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(program, ["serve", "--urls", $"http://127.0.0.1:{FreePort()}"]) { RedirectStandardOutput = true };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var bot = Process.Start(start)!;
        // A pipe that nobody reads would hold the bot up.
        bot.BeginOutputReadLine();
        return bot;
    }

    private static Dictionary<string, string> Settings(string repository, FakeDiscord discord, FakeSlack slack, FakeSocketMode sockets) => new()
    {
        ["Knowledge:Path"] = Path.Combine(repository, "knowledge"),
        ["Discord:ApplicationId"] = FakeDiscord.ApplicationId,
        ["Discord:PublicKey"] = discord.Interactions.PublicKey,
        ["Discord:BotToken"] = discord.BotToken,
        ["Discord:ApiUrl"] = discord.ApiUrl.ToString(),
        ["Discord:Gateway"] = "true",
        ["Slack:BotToken"] = slack.BotToken,
        ["Slack:SigningSecret"] = slack.SigningSecret,
        ["Slack:AppToken"] = sockets.AppToken,
        ["Slack:ApiUrl"] = slack.ApiUrl.ToString(),
        ["Slack:SocketMode"] = "true",
    };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
