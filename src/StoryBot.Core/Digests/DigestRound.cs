using StoryBot.Core.Digests.Composition;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Digests;

/// <summary>
/// What is shared by all digests that are due at a moment: channels that see the same and saw the same last time get the same digest, made
/// once. For one thread.
/// </summary>
/// <param name="now">The moment.</param>
internal sealed class DigestRound(DateTimeOffset now)
{
    private readonly Dictionary<(StoryId, SnapshotId, LastDigest?, bool IsCleared), Digest> _digests = [];
    private readonly Dictionary<StoryId, string?> _gaps = [];
    private readonly Dictionary<(Digest, string? Zone, string? Asked), string> _contents = [];

    /// <summary>The moment.</summary>
    public DateTimeOffset Now { get; } = now;

    /// <summary>How many digests were made in all.</summary>
    public int Made => _digests.Count;

    /// <summary>The digest for channels that see and saw the same.</summary>
    public async ValueTask<Digest> DigestAsync(StoryId story, SnapshotId snapshot, LastDigest? last, bool isCleared, Func<ValueTask<Digest>> make) =>
        _digests.TryGetValue((story, snapshot, last, isCleared), out var known) ? known : _digests[(story, snapshot, last, isCleared)] = await make();

    /// <summary>The note on a story's gaps.</summary>
    public async ValueTask<string?> GapsAsync(StoryId story, Func<ValueTask<string?>> read) =>
        _gaps.TryGetValue(story, out var known) ? known : _gaps[story] = await read();

    /// <summary>A post's content, for channels that are told the same in the same time zone.</summary>
    public string Content(Digest digest, string? zone, string? asked, Func<string> write) =>
        _contents.TryGetValue((digest, zone, asked), out var known) ? known : _contents[(digest, zone, asked)] = write();
}
