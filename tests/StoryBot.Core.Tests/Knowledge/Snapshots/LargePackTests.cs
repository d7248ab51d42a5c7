using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Knowledge.Snapshots;

public sealed class LargePackTests
{
    private const int Paragraphs = PassageCatalogBuilder.MemoryLimit / 2;

    private static readonly DateTime Written = new(2024, 7, 1, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void LargePack_SaysTheSameFromMemoryAndFromDisk()
    {
        using var pack = LargePack();

        var snapshot = pack.LoadGood();

        Assert.IsType<StoredPassageCatalog>(snapshot.Passages);
        Assert.Equal((Paragraphs * 2) + 3, snapshot.Passages.Count);
        Assert.Equal("Paragraph 7 of big-1, \u00e9.", snapshot.Passages.Find(new PassageId(new SourceId("big-1"), 7))?.Text);
        Assert.Null(snapshot.Passages.Find(new PassageId(new SourceId("big-1"), 0)));
        Assert.Null(snapshot.Passages.Find(new PassageId(new SourceId("big-1"), Paragraphs + 1)));
        Assert.Null(snapshot.Passages.Find(new PassageId(new SourceId("nobody"), 1)));
        Assert.All(snapshot.Passages.All().Where((_, i) => i % 997 == 0), passage => Assert.Equal(passage, snapshot.Passages.Find(passage.Id)));
    }

    [Fact]
    public void LargePack_AfterAnEdit_TheOldSnapshotSaysWhatItSaid()
    {
        using var pack = LargePack();
        var old = pack.LoadGood();

        pack.Replace("sources/big-1.md", "Paragraph 7 of", "Seventh of");
        var changed = pack.LoadGood();

        var id = new PassageId(new SourceId("big-1"), 7);
        Assert.StartsWith("Paragraph 7", old.Passages.Find(id)?.Text, StringComparison.Ordinal);
        Assert.StartsWith("Seventh", changed.Passages.Find(id)?.Text, StringComparison.Ordinal);
        Assert.NotEqual(old.Id, changed.Id);
    }

    [Fact]
    public void LargePack_LoadedAgain_ComesFromTheCacheAndIsTheSame()
    {
        using var pack = LargePack();
        var first = pack.Load();
        Assert.Equal(["SB036"], first.Report.Findings.Select(finding => finding.Id));

        // An edit that leaves size and time alone is what only a full reading would notice.
        pack.Replace("sources/big-1.md", "Paragraph 7 of", "Paragraph 0 of");
        File.SetLastWriteTimeUtc(pack.PathOf("sources/big-1.md"), Written);
        var again = pack.Load();

        Assert.Equal(first.Snapshot!.Id, again.Snapshot!.Id);
        Assert.Equal(first.Snapshot.Sources, again.Snapshot.Sources);
        Assert.Equal(first.Snapshot.Passages.All(), again.Snapshot.Passages.All());
        Assert.Equal(first.Report.Findings, again.Report.Findings);
    }

    [Fact]
    public void LargePack_EditedOutsideTheTexts_IsReadAgain()
    {
        using var pack = LargePack();
        pack.Load();

        pack.Replace("claims.yaml", "source: report", "source: reprot");

        pack.LoadBad(LintId.DanglingSource);
    }

    [Fact]
    public void LargePack_BrokenCache_IsReadAgain()
    {
        using var pack = LargePack();
        var expected = pack.Load().Snapshot!.Id;
        var cache = Assert.Single(Directory.EnumerateFiles(pack.Cache, "*.pack"));
        var bytes = File.ReadAllBytes(cache);
        File.WriteAllBytes(cache, bytes[..(bytes.Length / 2)]);

        Assert.Equal(expected, pack.Load().Snapshot!.Id);
    }

    [Fact]
    public void LargePack_WithoutAWritableCache_Loads()
    {
        using var pack = LargePack();
        var file = Path.Combine(pack.Parent, "a-file");
        File.WriteAllText(file, "x");

        var load = new KnowledgePipeline(new KnowledgePipelineOptions { CacheDirectory = Path.Combine(file, "cache") }).Load(pack.Folder, TestContext.Current.CancellationToken);

        Assert.Equal((Paragraphs * 2) + 3, load.Snapshot?.Passages.All().Count());
    }

    private static TemporaryPack LargePack()
    {
        var pack = new TemporaryPack();
        pack.Append("sources.yaml", "\n- {id: big-1, title: T, publisher: P, grade: B, author: A, note: N, published: 2024-05-02T10:00+02:00}\n- {id: big-2, title: T, publisher: P, grade: C}\n- {id: unused, title: T, publisher: P, grade: C}\n");
        foreach (var id in new[] { "big-1", "big-2" })
        {
            pack.Write($"sources/{id}.md", string.Join("\n\n", Enumerable.Range(1, Paragraphs).Select(i => $"Paragraph {i} of {id}, \u00e9.")));
        }

        foreach (var file in Directory.EnumerateFiles(pack.Folder, "*", SearchOption.AllDirectories))
        {
            File.SetLastWriteTimeUtc(file, Written);
        }

        return pack;
    }
}
