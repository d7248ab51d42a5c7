using System.Text.Json.Nodes;

namespace StoryBot.Testing.Slack;

/// <summary>What the fake Slack holds. Whoever reads or changes it holds <see cref="Lock"/>.</summary>
internal sealed class SlackState(TimeProvider clock)
{
    private readonly Dictionary<string, long> _lastTs = [];
    private int _lastNumber;

    public Lock Lock { get; } = new();

    public Dictionary<string, FakeSlackChannel> Channels { get; } = [];

    public List<FakeSlackMessage> Messages { get; } = [];

    public Dictionary<string, JsonObject> Homes { get; } = [];

    public List<(string Channel, string Thread, string Status)> Statuses { get; } = [];

    public Dictionary<string, FakeSlackFile> Files { get; } = [];

    /// <summary>When a trigger ends; null once it was used.</summary>
    public Dictionary<string, DateTimeOffset?> Triggers { get; } = [];

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>A timestamp that is later than every other in its channel.</summary>
    public string NextTs(string channel)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds() * 1000;
        var ts = Math.Max(now, _lastTs.GetValueOrDefault(channel) + 1);
        _lastTs[channel] = ts;
        return $"{ts / 1_000_000}.{ts % 1_000_000:D6}";
    }

    /// <summary>A number that was not used before.</summary>
    public int NextNumber() => ++_lastNumber;

    /// <summary>The channel, which may be named by the person of a direct message.</summary>
    public FakeSlackChannel ChannelOf(string id)
    {
        if (id is ['U' or 'W', ..])
        {
            return Direct(id);
        }

        return Channels.GetValueOrDefault(id) ?? throw new SlackRefusalException("channel_not_found");
    }

    /// <summary>The direct message with a person.</summary>
    public FakeSlackChannel Direct(string person)
    {
        var id = "D" + person[1..];
        return Channels.TryGetValue(id, out var known) ? known : Channels[id] = new FakeSlackChannel(id) { Name = "directmessage", Person = person };
    }
}

/// <summary>A file of the fake Slack.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Length">How many bytes were announced.</param>
/// <param name="AltText">Its words; null where it has none.</param>
public sealed record FakeSlackFile(string Id, string Name, int Length, string? AltText)
{
    /// <summary>Its bytes, once they are there.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Whether the upload was completed.</summary>
    public bool IsComplete { get; init; }

    /// <summary>The channel that it was shared in; null where it was not.</summary>
    public string? Channel { get; init; }

    /// <summary>The thread that it was shared in.</summary>
    public string? Thread { get; init; }
}
