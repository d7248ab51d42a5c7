using StoryBot.Testing.Knowledge;

namespace StoryBot.Host.Tests.Verbs;

public sealed class KnowledgeVerbTests : IDisposable
{
    private readonly TemporaryKnowledge _knowledge = new TemporaryKnowledge().AddHarbour();

    public void Dispose() => _knowledge.Dispose();

    [Fact]
    public async Task Lint_OfAGoodPack_CountsNoErrors()
    {
        var run = await CommandLineRun.Of(_knowledge, "knowledge", "lint");

        Assert.Equal(0, run.Code);
        Assert.Contains("harbour: 0 errors, ", run.Lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lint_OfABadPack_ShowsFileLineNumberAndFix()
    {
        _knowledge.Write("harbour/quotes.yaml", """
            - id: opening
              speaker: Mira Okafor
              text: The sea is our high street.
              evidence:
                - {source: gazete, excerpt: "The sea is our high street."}
            """);

        var run = await CommandLineRun.Of(_knowledge, "knowledge", "lint");

        Assert.Equal(1, run.Code);
        Assert.Matches("harbour/quotes.yaml:5: error SB[0-9]{3}: .*gazete.* Fix: .*", run.Out);
    }

    [Fact]
    public async Task Lint_OfOneOfSeveral_ChecksThatOne()
    {
        _knowledge.AddHarbour("other");
        _knowledge.Write("other/claims.yaml", "- id: [");

        Assert.Equal(0, (await CommandLineRun.Of(_knowledge, "knowledge", "lint", "--story", "harbour")).Code);
        Assert.Equal(1, (await CommandLineRun.Of(_knowledge, "knowledge", "lint", "--story", "other")).Code);
        Assert.Equal(1, (await CommandLineRun.Of(_knowledge, "knowledge", "lint")).Code);
        Assert.Contains("harbour, other", (await CommandLineRun.Of(_knowledge, "knowledge", "lint", "--story", "third")).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stats_OfAPack_CountsRecordsByKind()
    {
        var run = await CommandLineRun.Of(_knowledge, "knowledge", "stats");

        Assert.Equal(0, run.Code);
        Assert.Contains("  records    4 (2 claims, 1 quotes, 1 market facts)\n", run.Out, StringComparison.Ordinal);
        Assert.Contains("1 disputed, 1 unverified", run.Out, StringComparison.Ordinal);
        Assert.Contains("  embargoes  1\n", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Import_IntoANewStory_MakesItSearchable()
    {
        var documents = _knowledge.Write("documents.jsonl", """
            {"id":"d1","title":"Whales","text":"The whale song of the northern strait was recorded at night.","publisher":"Sea Press","published":"2030-05-01"}
            nonsense
            {"id":"d2","title":"Gulls","text":"Gulls follow the evening ferry."}
            """);

        var import = await CommandLineRun.Of(_knowledge, "knowledge", "import", documents, "--story", "sea", "--title", "The sea");
        var search = await CommandLineRun.Of(_knowledge, "search", "whale song", "--story", "sea", "--top", "1", "--json");

        Assert.Equal(0, import.Code);
        Assert.EndsWith("2 documents added, 0 replaced, 1 left out\n", import.Out, StringComparison.Ordinal);
        Assert.Contains("documents.jsonl:2: left out:", import.Error, StringComparison.Ordinal);
        Assert.Contains("\"source\":\"d1\",\"paragraph\":1", search.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("missing.jsonl --story sea", "missing.jsonl")]
    [InlineData("missing.jsonl", "--story <id>")]
    public async Task Import_WithAMistake_SaysSo(string arguments, string sentence)
    {
        _knowledge.AddHarbour("other");

        var run = await CommandLineRun.Of(_knowledge, ["knowledge", "import", .. arguments.Split(' ')]);

        Assert.Equal(1, run.Code);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_knowledge.File("sea")));
    }

    [Fact]
    public async Task New_Story_LintsCleanAndIsNotStartedTwice()
    {
        var first = await CommandLineRun.Of(_knowledge, "knowledge", "new", "fresh");
        var lint = await CommandLineRun.Of(_knowledge, "knowledge", "lint", "--story", "fresh");
        var second = await CommandLineRun.Of(_knowledge, "knowledge", "new", "fresh");

        Assert.Equal(0, first.Code);
        Assert.Contains("fresh: 0 errors, 0 warnings", lint.Out, StringComparison.Ordinal);
        Assert.Equal(1, second.Code);
        Assert.Contains("fresh", second.Error, StringComparison.Ordinal);
    }
}
