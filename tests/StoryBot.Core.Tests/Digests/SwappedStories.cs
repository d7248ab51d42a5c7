using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Testing;
using StoryBot.Testing.Chat;

namespace StoryBot.Core.Tests.Digests;

/// <summary>The invented story, whose knowledge can be changed.</summary>
internal sealed class SwappedStories(ChatStory story) : IStories
{
    private int _changes;

    public IReadOnlyList<ChatStory> All { get; private set; } = [story];

    public bool IsLoading => false;

    public StoryId? Default => null;

    /// <summary>The close of the Veld 100 is another one.</summary>
    public void ChangeFigure(decimal value = 0.95m) => Change(records => records.Select(record => record is MarketFact { Id.Value: "veld-close-change" } fact
        ? fact with { Value = value, Evidence = [PackBuilder.Gist("wire", $"The Veld 100 closed {value}% higher on 14 April 2031")] }
        : record));

    /// <summary>The knowledge becomes something else.</summary>
    public void Change(Func<IReadOnlyList<KnowledgeRecord>, IEnumerable<KnowledgeRecord>> change)
    {
        var before = All[0].Snapshot;
        var id = new SnapshotId($"{++_changes:d16}");
        All = [FixedStories.Open(new KnowledgeSnapshot(id, before.Story, before.Sources, [.. change(before.Records)], before.Passages))];
    }
}
