using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Testing;

namespace StoryBot.Core.Tests.Answering.Verification;

/// <summary>The packs that verification is tested on, with short ways to draft about them.</summary>
internal static class Packs
{
    public static KnowledgeSnapshot Invented { get; } = InventedPack.Build();

    public static AnswerVerifier Verifier { get; } = new(Invented);

    public static ReaderScope Scope { get; } = new(InventedPack.Now);

    /// <summary>Every pack that stands in the repository.</summary>
    public static IReadOnlyList<KnowledgeSnapshot> Shipped { get; } =
    [
        .. new DirectoryInfo(Path.Combine(Repository.Root.FullName, "knowledge")).EnumerateDirectories()
            .Where(folder => File.Exists(Path.Combine(folder.FullName, "story.yaml")))
            .Select(folder => new KnowledgePipeline(new KnowledgePipelineOptions { CacheDirectory = null }).Load(folder.FullName, CancellationToken.None).Snapshot!),
    ];

    /// <summary>Cites the records, each for its first evidence; "id#2" cites the third.</summary>
    public static List<CitedSupport> Cite(params string[] ids) => [.. ids.Select(id => Cite(Invented, id))];

    /// <summary>The sentence's fault with these citations, or null when it passes.</summary>
    public static DroppedSentence? FaultOf(string sentence, params string[] ids) => FaultOf(new DraftSentence(sentence, Cite(ids)));

    /// <summary>The sentence's fault, or null when it passes.</summary>
    public static DroppedSentence? FaultOf(DraftSentence sentence) =>
        Verifier.Verify(new DraftAnswer([sentence]), Scope).Dropped.SingleOrDefault();

    private static CitedSupport Cite(KnowledgeSnapshot snapshot, string id)
    {
        var parts = id.Split('#');
        Assert.True(RecordId.TryParse(parts[0], out var record));
        return new CitedSupport { Record = snapshot.Find(record), EvidenceIndex = parts.Length > 1 ? int.Parse(parts[1]) : 0 };
    }
}
