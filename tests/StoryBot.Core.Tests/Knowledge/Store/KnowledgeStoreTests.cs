using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Knowledge.Store;

namespace StoryBot.Core.Tests.Knowledge.Store;

public sealed class KnowledgeStoreTests
{
    private static readonly StoryId Harbour = new("harbour");
    private static readonly TimeSpan QuietTime = TimeSpan.FromSeconds(1);

    private readonly FakeTimeProvider _clock = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void LoadAll_FolderOfStories_LoadsEachAndLeavesOthersAlone()
    {
        using var pack = new TemporaryPack();
        Directory.CreateDirectory(Path.Combine(pack.Parent, "empty"));
        Directory.CreateDirectory(Path.Combine(pack.Parent, ".schemas"));
        File.WriteAllText(Path.Combine(pack.Parent, ".schemas", "story.yaml"), "x");
        using var store = Open(pack.Parent);

        store.LoadAll(Token);

        Assert.Equal([Harbour], store.Snapshots.Select(snapshot => snapshot.Story.Id));
        Assert.Same(store.Find(Harbour), store.Choose(null).Snapshot);
    }

    [Fact]
    public void LoadAll_FolderThatIsAStory_LoadsIt()
    {
        using var pack = new TemporaryPack();
        using var store = Open(pack.Folder);

        store.LoadAll(Token);

        Assert.NotNull(store.Choose("harbour").Snapshot);
    }

    [Fact]
    public void Reload_BadEdit_KeepsTheOldSnapshotAndShowsTheReport()
    {
        using var pack = new TemporaryPack();
        using var store = Open(pack.Parent);
        store.LoadAll(Token);
        var good = store.Find(Harbour);
        pack.Replace("claims.yaml", "status: supported", "status: sported");

        var state = store.Reload(Harbour, Token);

        Assert.Same(good, store.Find(Harbour));
        Assert.True(state!.IsBehind);
        Assert.Equal(LintId.UnknownWord, Assert.Single(state.Report.Findings).Id);
    }

    [Fact]
    public void Reload_GoodEdit_PublishesAndRaisesOldAndNew()
    {
        using var pack = new TemporaryPack();
        using var store = Open(pack.Parent);
        store.LoadAll(Token);
        var old = store.Find(Harbour);
        var changes = new List<SnapshotChange>();
        store.Changed += (_, change) => changes.Add(change);
        pack.Replace("claims.yaml", "status: supported", "status: partly");

        store.Reload(Harbour, Token);
        store.Reload(Harbour, Token);

        var change = Assert.Single(changes);
        Assert.Same(old, change.Old);
        Assert.Same(store.Find(Harbour), store.Stories[0].Snapshot);
        Assert.Equal(ClaimStatus.Partly, change.New.Claims[0].Status);
    }

    [Fact]
    public void Reload_AfterTheBadEditIsMended_ComesBackIntoService()
    {
        using var pack = new TemporaryPack();
        using var store = Open(pack.Parent);
        store.LoadAll(Token);
        pack.Write("story.yaml", "oops");
        store.LoadAll(Token);
        pack.Write("story.yaml", TemporaryPack.Story);

        store.LoadAll(Token);

        Assert.False(store.Stories[0].IsBehind);
    }

    [Fact]
    public void LoadAll_FolderGone_KeepsItsSnapshot()
    {
        using var pack = new TemporaryPack();
        using var store = Open(pack.Parent);
        store.LoadAll(Token);
        Directory.Delete(pack.Folder, recursive: true);

        store.LoadAll(Token);

        Assert.NotNull(store.Find(Harbour));
        Assert.Equal(LintId.FolderMissing, Assert.Single(store.Stories[0].Report.Findings).Id);
    }

    [Fact]
    public void LoadAll_TwoPacksWithOneId_KeepsTheFirst()
    {
        using var pack = new TemporaryPack();
        using var other = new TemporaryPack();
        Directory.Move(other.Folder, Path.Combine(pack.Parent, "second"));
        Directory.CreateDirectory(other.Folder);
        using var store = Open(pack.Parent);

        store.LoadAll(Token);

        Assert.Equal([pack.Folder], store.Stories.Where(state => state.Snapshot is not null).Select(state => state.Folder));
        Assert.Contains(store.Stories[1].Report.Findings, finding => finding.Id == LintId.DuplicateStory);
    }

    [Fact]
    public void Choose_UnknownStory_NamesTheNearestAndAll()
    {
        using var pack = new TemporaryPack();
        using var store = Open(pack.Parent);
        store.LoadAll(Token);

        var choice = store.Choose("harbor");

        Assert.Null(choice.Snapshot);
        Assert.Contains("Did you mean 'harbour'?", choice.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Choose_BadStory_NamesItsFirstError()
    {
        using var pack = new TemporaryPack();
        pack.Delete("story.yaml");
        using var store = Open(pack.Parent);
        store.LoadAll(Token);

        Assert.Contains("SB002", store.Choose(null).Problem, StringComparison.Ordinal);
        Assert.Contains("SB002", store.Choose("harbour").Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "There is no story in")]
    [InlineData("nowhere", "does not exist")]
    public void Choose_NoStoryAtAll_SaysWhatToDo(string folder, string problem)
    {
        using var pack = new TemporaryPack();
        Directory.Delete(pack.Folder, recursive: true);
        using var store = Open(Path.Combine(pack.Parent, folder));
        store.LoadAll(Token);

        Assert.Contains(problem, store.Choose(null).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watch_FilesChange_ReloadsOnceTheyAreLeftAlone()
    {
        using var pack = new TemporaryPack();
        using var store = Open(pack.Parent);
        store.LoadAll(Token);
        Assert.True(store.Watch());
        var noticed = Signal(store);
        var changed = new TaskCompletionSource<SnapshotChange>(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Changed += (_, change) => changed.TrySetResult(change);

        pack.Replace("claims.yaml", "status: supported", "status: disputed");
        await noticed.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.False(changed.Task.IsCompleted);
        _clock.Advance(QuietTime);

        var seen = await changed.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        Assert.Equal(ClaimStatus.Disputed, seen.New.Claims[0].Status);
    }

    [Fact]
    public void Watch_NoSuchFolder_SaysNo()
    {
        using var store = Open(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()));

        Assert.False(store.Watch());
    }

    private static Task Signal(KnowledgeStore store)
    {
        var noticed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        store.Watcher!.Noticed += () => noticed.TrySetResult();
        return noticed.Task;
    }

    private KnowledgeStore Open(string folder) => new(
        new KnowledgeStoreOptions { Folder = folder, QuietTime = QuietTime, Pipeline = new KnowledgePipelineOptions { CacheDirectory = null } },
        _clock,
        NullLogger<KnowledgeStore>.Instance);
}
