namespace StoryBot.Storage.Access;

/// <summary>This process among those that work on the store. For one thread at a time, but for <see cref="Id"/>.</summary>
internal sealed class Replica
{
    /// <summary>How many looks at a beat that stands still make a replica dead.</summary>
    public const int Looks = 6;

    private readonly Dictionary<string, (long Beat, int Still)> _others = [];

    /// <summary>The id of this process; another one after each start.</summary>
    public string Id { get; } = Guid.NewGuid().ToString("N");

    /// <summary>
    /// Takes in the beats of one look; returns the replicas that are dead. One is when its beat has stood still over <see cref="Looks"/> looks:
    /// no clock is compared, and looks that a store that was away did not allow do not count.
    /// </summary>
    public IReadOnlyList<string> Look(IReadOnlyDictionary<string, long> beats)
    {
        foreach (var gone in _others.Keys.Where(id => !beats.ContainsKey(id)).ToList())
        {
            _others.Remove(gone);
        }

        foreach (var (id, beat) in beats.Where(pair => pair.Key != Id))
        {
            var still = _others.TryGetValue(id, out var known) && known.Beat == beat ? known.Still + 1 : 0;
            _others[id] = (beat, still);
        }

        return [.. _others.Where(pair => pair.Value.Still >= Looks).Select(pair => pair.Key)];
    }
}
