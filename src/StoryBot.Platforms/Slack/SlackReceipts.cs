namespace StoryBot.Platforms.Slack;

/// <summary>
/// What became of the messages that this process sent lately, so that a reply that is sent again after a failure goes on where
/// it stopped. Holds the newest few thousand. Safe to share between threads.
/// </summary>
internal sealed class SlackReceipts
{
    private const int Most = 4096;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, bool> _sent = [];
    private readonly Queue<string> _order = [];

    /// <summary>Whether the message was sent: null where nothing is known, false where it may have been.</summary>
    public bool? WasSent(string key)
    {
        lock (_lock)
        {
            return _sent.TryGetValue(key, out var sent) ? sent : null;
        }
    }

    /// <summary>Notes what became of a message.</summary>
    public void Note(string key, bool sent)
    {
        lock (_lock)
        {
            if (!_sent.ContainsKey(key))
            {
                _order.Enqueue(key);
            }

            _sent[key] = sent;
            if (_order.Count > Most)
            {
                _sent.Remove(_order.Dequeue());
            }
        }
    }
}
