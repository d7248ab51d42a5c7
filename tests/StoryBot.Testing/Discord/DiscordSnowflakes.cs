using System.Globalization;

namespace StoryBot.Testing.Discord;

/// <summary>Discord's ids: the milliseconds since 2015 and a number, each later than all before. Safe to share between threads.</summary>
public sealed class DiscordSnowflakes(TimeProvider clock)
{
    private const long Epoch = 1420070400000;
    private const int NumberBits = 22;

    private long _last;

    /// <summary>A new id, of the clock's now.</summary>
    public string Next()
    {
        while (true)
        {
            var last = Interlocked.Read(ref _last);
            var next = Math.Max(last + 1, (clock.GetUtcNow().ToUnixTimeMilliseconds() - Epoch) << NumberBits);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return next.ToString(CultureInfo.InvariantCulture);
            }
        }
    }

    /// <summary>When an id was given out.</summary>
    public static DateTimeOffset TimeOf(string id) =>
        DateTimeOffset.FromUnixTimeMilliseconds((long.Parse(id, CultureInfo.InvariantCulture) >> NumberBits) + Epoch);
}
