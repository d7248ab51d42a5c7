using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Archive;
using StoryBot.Core.Knowledge.Changes;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Storage.Tests.Support;
using StoryBot.Testing;

namespace StoryBot.Storage.Tests.Conformance;

public abstract class ArchiveConformance : StoreTest
{
    private static readonly Lazy<KnowledgeSnapshot> Shipped = new(Load);

    private protected ArchiveConformance(StoreProvider provider)
        : base(provider)
    {
    }

    [Fact]
    public async Task Snapshot_OfTheShippedPack_ComesBackWithTheSameRecords()
    {
        var kept = Shipped.Value;
        await One.Get<ISnapshotArchive>().KeepAsync(kept, Stop);
        await Other.Get<ISnapshotArchive>().KeepAsync(kept, Stop);

        var found = await Other.Get<ISnapshotArchive>().FindAsync(kept.Story.Id, kept.Id, Stop);

        Assert.NotNull(found);
        Assert.Equal(kept.Id, found.Id);
        Assert.Equal(StoreJson.Write(kept.Story), StoreJson.Write(found.Story));
        Assert.Equal(kept.Sources, found.Sources);
        Assert.Equal(kept.Records.Select(record => record.Id), found.Records.Select(record => record.Id));
        Assert.Equal(kept.Records.Select(RecordSubstance.HashOf), found.Records.Select(RecordSubstance.HashOf));
        Assert.All(kept.Records, record => Assert.Equal(StoreJson.Write(record), StoreJson.Write(found.Find(record.Id)!)));
        Assert.All(kept.Records, record => Assert.Equal((record.Date, record.Review, record.Embargo, record.Line), (found.Find(record.Id)!.Date, found.Find(record.Id)!.Review, found.Find(record.Id)!.Embargo, found.Find(record.Id)!.Line)));
        Assert.Null(await One.Get<ISnapshotArchive>().FindAsync(kept.Story.Id, new SnapshotId("other"), Stop));
    }

    [Fact]
    public async Task Statement_VerifiedAgainstASnapshot_VerifiesAgainstTheOneReadBack()
    {
        var kept = InventedPack.Build();
        await One.Get<ISnapshotArchive>().KeepAsync(kept, Stop);

        var found = await Other.Get<ISnapshotArchive>().FindAsync(kept.Story.Id, kept.Id, Stop);

        Assert.Equal(Verified(kept), Verified(found!));
        Assert.NotEmpty(Verified(found!));
    }

    [Fact]
    public async Task Told_IsTheLastThatWasToldOf()
    {
        var (first, second) = (InventedPack.Build(), Packs.Longer(1));
        var story = first.Story.Id;
        var archive = One.Get<ISnapshotArchive>();
        await archive.KeepAsync(first, Stop);
        await archive.KeepAsync(second, Stop);

        Assert.NotEqual(first.Id, second.Id);
        Assert.Null(await archive.ToldAsync(story, Stop));
        await archive.SetToldAsync(story, first.Id, Stop);
        await archive.SetToldAsync(story, second.Id, Stop);
        Assert.Equal(second.Id, await Other.Get<ISnapshotArchive>().ToldAsync(story, Stop));
        await archive.SetToldAsync(story, first.Id, Stop);
        Assert.Equal(first.Id, await Other.Get<ISnapshotArchive>().ToldAsync(story, Stop));
    }

    private static KnowledgeSnapshot Load()
    {
        var folder = Directory.EnumerateDirectories(Repository.PathTo("knowledge")).Single(path => File.Exists(Path.Combine(path, "story.yaml")));
        var load = new KnowledgePipeline(new KnowledgePipelineOptions { CacheDirectory = null }).Load(folder, CancellationToken.None);
        return load.Snapshot ?? throw new InvalidOperationException(string.Join('\n', load.Report.Findings));
    }

    private static List<string> Verified(KnowledgeSnapshot snapshot)
    {
        var sentences = snapshot.Claims.Select(claim => new DraftSentence(claim.Statement, [new CitedSupport { Record = claim }]));
        var answer = new AnswerVerifier(snapshot).Verify(new DraftAnswer([.. sentences]), new ReaderScope(InventedPack.Now)).Answer;
        return [.. (answer?.Kept ?? []).Select(sentence => sentence.Text)];
    }
}
