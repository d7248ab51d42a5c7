using StoryBot.Core.Chat.Events;

namespace StoryBot.Platforms.Slack;

/// <summary>How often each response URL may still be used: five times within half an hour. Safe to share between threads.</summary>
internal sealed class SlackResponseUrls(TimeProvider clock)
{
    /// <summary>How often a response URL may be used: https://docs.slack.dev/interactivity/handling-user-interaction.</summary>
    public const int MostUses = 5;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (int Uses, DateTimeOffset Ends)> _used = [];

    /// <summary>Takes a use of the address's response URL; null where there is none, or none left.</summary>
    public string? Take(ReplyAddress address)
    {
        var now = clock.GetUtcNow();
        if (!Uri.TryCreate(address.ResponseToken, UriKind.Absolute, out var uri) || uri.Scheme is not ("https" or "http") || address.ResponseEnds <= now)
        {
            return null;
        }

        lock (_lock)
        {
            Forget(now);
            var uses = _used.GetValueOrDefault(address.ResponseToken).Uses;
            if (uses >= MostUses)
            {
                return null;
            }

            _used[address.ResponseToken] = (uses + 1, address.ResponseEnds ?? now + SlackPlatform.ResponseUrlLife);
            return address.ResponseToken;
        }
    }

    /// <summary>Notes that Slack takes it no more.</summary>
    public void End(string responseUrl)
    {
        lock (_lock)
        {
            _used[responseUrl] = (MostUses, clock.GetUtcNow() + SlackPlatform.ResponseUrlLife);
        }
    }

    private void Forget(DateTimeOffset now)
    {
        if (_used.Count > 1000)
        {
            foreach (var ended in _used.Where(pair => pair.Value.Ends <= now).Select(pair => pair.Key).ToList())
            {
                _used.Remove(ended);
            }
        }
    }
}
