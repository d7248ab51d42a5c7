using System.Globalization;
using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord;

/// <summary>
/// Rate limits as Discord keeps them: so many calls in a window for each route and what it is about, told in five headers,
/// and a limit over all calls with the bot's token. Safe to share between threads.
/// </summary>
public sealed class DiscordBuckets(TimeProvider clock)
{
    private static readonly TimeSpan GlobalWindow = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Window> _windows = [];

    /// <summary>Whether more calls than allowed are refused. The headers are sent in any case.</summary>
    public bool AreEnforced { get; set; } = true;

    /// <summary>How many calls a window of a route lets through.</summary>
    public int Limit { get; set; } = 5;

    /// <summary>How long a window is.</summary>
    public TimeSpan Length { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>How many calls with the bot's token a second lets through.</summary>
    public int GlobalLimit { get; set; } = 50;

    /// <summary>Counts a call.</summary>
    internal Verdict Count(DiscordCall call)
    {
        // The channel, the server or the token that a call is about has a window of its own.
        var about = call.Values.GetValueOrDefault("channel_id") ?? call.Values.GetValueOrDefault("webhook_token") ?? call.Values.GetValueOrDefault("interaction_token") ?? string.Empty;
        lock (_lock)
        {
            if (!call.IsOfInteraction && Take("global", GlobalLimit, GlobalWindow) is { Left: < 0 } global && AreEnforced)
            {
                return new Verdict(Headers(call, global, GlobalLimit), Refusal(global, isGlobal: true), IsGlobal: true);
            }

            var window = Take($"{call.Method} {call.Template} {about}", Limit, Length);
            return new Verdict(Headers(call, window, Limit), window.Left < 0 && AreEnforced ? Refusal(window, isGlobal: false) : null, IsGlobal: false);
        }
    }

    private Window Take(string name, int limit, TimeSpan length)
    {
        var now = clock.GetUtcNow();
        if (!_windows.TryGetValue(name, out var window) || now >= window.Ends)
        {
            window = new Window(limit, now + length);
        }

        return _windows[name] = window with { Left = window.Left - 1 };
    }

    private JsonObject Refusal(Window window, bool isGlobal) => new()
    {
        ["message"] = "You are being rate limited.",
        ["retry_after"] = Math.Round((window.Ends - clock.GetUtcNow()).TotalSeconds, 3),
        ["global"] = isGlobal,
        ["code"] = 0,
    };

    private Dictionary<string, string> Headers(DiscordCall call, Window window, int limit)
    {
        var left = window.Ends - clock.GetUtcNow();
        return new()
        {
            ["X-RateLimit-Limit"] = limit.ToString(CultureInfo.InvariantCulture),
            ["X-RateLimit-Remaining"] = Math.Max(0, window.Left).ToString(CultureInfo.InvariantCulture),
            ["X-RateLimit-Reset"] = (window.Ends.ToUnixTimeMilliseconds() / 1000.0).ToString("0.000", CultureInfo.InvariantCulture),
            ["X-RateLimit-Reset-After"] = left.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture),
            ["X-RateLimit-Bucket"] = Convert.ToHexStringLower(BitConverter.GetBytes(string.GetHashCode($"{call.Method} {call.Template}", StringComparison.Ordinal))),
        };
    }

    /// <summary>What a call finds: the headers of its answer, and the refusal where there were too many.</summary>
    internal sealed record Verdict(IReadOnlyDictionary<string, string> Headers, JsonObject? Refusal, bool IsGlobal);

    private sealed record Window(int Left, DateTimeOffset Ends);
}
