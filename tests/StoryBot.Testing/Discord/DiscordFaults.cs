namespace StoryBot.Testing.Discord;

/// <summary>What goes wrong by script, each for the next calls that fit. Safe to share between threads.</summary>
public sealed class DiscordFaults
{
    private readonly Lock _lock = new();
    private readonly List<Entry> _entries = [];

    /// <summary>Lets the next calls that fit go wrong.</summary>
    /// <param name="fault">How.</param>
    /// <param name="times">How many.</param>
    /// <param name="when">Which; all when null.</param>
    public void Add(DiscordFault fault, int times = 1, Func<DiscordCall, bool>? when = null)
    {
        lock (_lock)
        {
            _entries.Add(new Entry(fault, when ?? (_ => true)) { Left = times });
        }
    }

    internal DiscordFault? Take(DiscordCall call)
    {
        lock (_lock)
        {
            if (_entries.Find(entry => entry.Left > 0 && entry.Fits(call)) is not { } entry)
            {
                return null;
            }

            entry.Left--;
            return entry.Fault;
        }
    }

    private sealed record Entry(DiscordFault Fault, Func<DiscordCall, bool> Fits)
    {
        public int Left { get; set; }
    }
}

/// <summary>A way for a call to go wrong: exactly one of these.</summary>
public abstract record DiscordFault
{
    private DiscordFault()
    {
    }

    /// <summary>429 with Discord's JSON, with or without the headers that belong to it.</summary>
    public sealed record RateLimited(double RetryAfter, bool WithHeaders = true, bool IsGlobal = false) : DiscordFault;

    /// <summary>429 of the network before Discord: a page and not JSON, with the header Retry-After or without.</summary>
    public sealed record Blocked(int? RetryAfter) : DiscordFault;

    /// <summary>A status without JSON, such as 500 or 502.</summary>
    public sealed record Status(int Code) : DiscordFault;

    /// <summary>An error as Discord writes it.</summary>
    public sealed record Refused(int Code, int DiscordCode, string Message) : DiscordFault;

    /// <summary>The connection breaks, before or after the call has done its work.</summary>
    public sealed record Reset(bool AfterCommit) : DiscordFault;

    /// <summary>The answer waits for a signal.</summary>
    public sealed record Slow(Task Until) : DiscordFault;
}
