using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Answering.EvidenceSearch.Indexing;

public sealed class DiskIndexTests : IDisposable
{
    private static readonly string[] Texts =
    [
        "The bridge was opened in May. The mayor cut a ribbon.",
        "Steel for the bridge came from Lorraine.",
        "A ferry had crossed the river since 1851.",
    ];

    private readonly DirectoryInfo _cache = Directory.CreateTempSubdirectory("storybot-search-tests-");

    public void Dispose() => _cache.Delete(recursive: true);

    [Fact]
    public void Open_SecondTime_AnswersTheSameFromTheSameFolder()
    {
        var records = new[] { SearchStory.Claim("cost", "The bridge cost 40 million euros.") };
        using var first = Open(SearchStory.Snapshot(records, passages: Texts));
        var written = _cache.GetDirectories().Single().GetFiles().Max(file => file.LastWriteTimeUtc);
        using var second = Open(SearchStory.Snapshot(records, passages: Texts));

        foreach (var query in new[] { "who cut the ribbon", "steel", "when did the fery start", "cost of the bridge" })
        {
            Assert.Equal(first.Search(query), second.Search(query));
        }

        Assert.Equal(written, _cache.GetDirectories().Single().GetFiles().Max(file => file.LastWriteTimeUtc));
    }

    [Fact]
    public void Open_OnDisk_RanksAsInMemory()
    {
        var snapshot = SearchStory.Snapshot([], passages: Texts);
        using var disk = Open(snapshot);
        using var memory = SearchStory.Open(snapshot);

        Assert.Equal(
            memory.Search("who cut the ribbon")[0].Passage,
            disk.Search("who cut the ribbon")[0].Passage);
    }

    [Fact]
    public async Task Open_ManyAtOnce_AllSearchOneIndex()
    {
        var snapshot = SearchStory.Snapshot([], passages: Texts);

        var found = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() =>
        {
            using var search = Open(snapshot);
            return search.Search("steel")[0].Passage!.Id.Paragraph;
        })));

        Assert.All(found, paragraph => Assert.Equal(2, paragraph));
        Assert.Single(_cache.GetDirectories());
    }

    [Fact]
    public void Open_DamagedIndex_BuildsItAnew()
    {
        var snapshot = SearchStory.Snapshot([], passages: Texts);
        Open(snapshot).Dispose();
        var parts = Path.Combine(_cache.GetDirectories().Single().FullName, "parts.bin");
        File.WriteAllBytes(parts, File.ReadAllBytes(parts)[..40]);

        using var search = Open(snapshot);

        Assert.Equal(2, search.Search("steel")[0].Passage!.Id.Paragraph);
    }

    [Fact]
    public void Open_CacheThatIsAFile_SearchesInMemory()
    {
        var file = Path.Combine(_cache.FullName, "file");
        File.WriteAllText(file, string.Empty);
        var options = new EvidenceSearchOptions { CacheDirectory = file, DiskFrom = 1 };

        using var search = LuceneEvidenceSearch.Open(SearchStory.Snapshot([], passages: Texts), options, CancellationToken.None);

        Assert.Equal(2, search.Search("steel")[0].Passage!.Id.Paragraph);
    }

    [Fact]
    public void Search_AsOfAndEmbargoOnDisk_AreFilteredBeforeTheTopIsCut()
    {
        var hidden = Enumerable.Range(0, 400)
            .Select(i => SearchStory.Claim($"hidden{i}", "The bridge sways.") with { Embargo = SearchStory.Now.AddDays(1) });
        var shown = SearchStory.Claim("shown", "Some say that the old bridge sways in heavy storms and the new one does not.");
        using var search = Open(SearchStory.Snapshot([.. hidden, shown], passages: Texts));

        Assert.Equal("shown", search.First("bridge sways"));
        Assert.DoesNotContain(
            search.Search("bridge", new ReaderScope(SearchStory.Now, AsOf: new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero))),
            hit => hit.Passage is not null);
    }

    private LuceneEvidenceSearch Open(KnowledgeSnapshot snapshot) =>
        LuceneEvidenceSearch.Open(snapshot, new EvidenceSearchOptions { CacheDirectory = _cache.FullName, DiskFrom = 1 }, CancellationToken.None);
}
