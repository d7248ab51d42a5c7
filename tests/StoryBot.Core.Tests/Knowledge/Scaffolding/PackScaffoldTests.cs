using Microsoft.Extensions.Time.Testing;
using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Scaffolding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Knowledge.Scaffolding;

public sealed class PackScaffoldTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("storybot-tests-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Create_NewPack_LintsCleanAndShowsOneOfEverything()
    {
        var result = Scaffold().Create(Path.Combine(_root, "knowledge"), "chip-market");

        var load = new KnowledgePipeline(new KnowledgePipelineOptions()).Load(result.Folder!, TestContext.Current.CancellationToken);
        Assert.Empty(load.Report.Findings);
        var snapshot = load.Snapshot!;
        Assert.Equal("chip-market", snapshot.Story.Id.Value);
        Assert.Equal(StoryDate.OfDay(2024, 7, 9), snapshot.Story.AsOf);
        Assert.All([snapshot.Claims.Count, snapshot.Quotes.Count, snapshot.MarketFacts.Count, snapshot.Passages.Count], count => Assert.NotEqual(0, count));
    }

    [Fact]
    public void Create_NewPack_PutsTheSchemasThatItsFilesName()
    {
        var folder = Scaffold().Create(_root, "chip-market").Folder!;

        foreach (var file in Directory.EnumerateFiles(folder, "*.yaml"))
        {
            var schema = File.ReadLines(file).First().Split("$schema=")[1];
            Assert.True(File.Exists(Path.Combine(folder, schema)), schema);
        }
    }

    [Theory]
    [InlineData("../outside")]
    [InlineData("two words")]
    [InlineData("")]
    [InlineData(".hidden")]
    public void Create_NameThatIsNoId_SaysSo(string name)
    {
        var result = Scaffold().Create(_root, name);

        Assert.Null(result.Folder);
        Assert.Contains("story's id", result.Failure, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_root));
    }

    [Fact]
    public void Create_ExistingFolder_IsNotTouched()
    {
        Directory.CreateDirectory(Path.Combine(_root, "taken"));

        Assert.Contains("already exists", Scaffold().Create(_root, "taken").Failure, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(_root, "taken")));
    }

    private static PackScaffold Scaffold() => new(new FakeTimeProvider(new DateTimeOffset(2024, 7, 9, 0, 0, 0, TimeSpan.Zero)));
}
