namespace StoryBot.Platforms.Discord;

/// <summary>
/// Which replies have taken the place of an interaction's placeholder, so that a second reply to the same interaction does not
/// write over the first. Forgets them when the tokens end. Safe to share between threads.
/// </summary>
internal sealed class DiscordPlaceholders(TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _takenBy = new(StringComparer.Ordinal);
    private readonly Queue<(string Token, DateTimeOffset Ends)> _ends = [];

    /// <summary>How many are remembered.</summary>
    public int Count
    {
        get
        {
            lock (_lock)
            {
                return _takenBy.Count;
            }
        }
    }

    /// <summary>Whether a reply may take the place: none has, or an earlier attempt at the same reply did.</summary>
    public bool IsFreeFor(string token, string key)
    {
        lock (_lock)
        {
            return !_takenBy.TryGetValue(token, out var holder) || holder == key;
        }
    }

    /// <summary>A reply has taken the place.</summary>
    public void Take(string token, string key)
    {
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            while (_ends.TryPeek(out var first) && first.Ends <= now)
            {
                _takenBy.Remove(_ends.Dequeue().Token);
            }

            if (_takenBy.TryAdd(token, key))
            {
                _ends.Enqueue((token, now + DiscordEventTranslator.TokenLife));
            }
        }
    }
}
