using System.Text.Json;
using StoryBot.Testing.Knowledge;

namespace StoryBot.Host.Tests.Verbs;

public sealed class AskVerbTests : IDisposable
{
    private readonly TemporaryKnowledge _knowledge = new TemporaryKnowledge().AddHarbour();

    public void Dispose() => _knowledge.Dispose();

    [Fact]
    public async Task Ask_WithAnAnswer_ShowsTextSourcesAndDate()
    {
        var run = await CommandLineRun.Of(_knowledge, "ask", "How much did the ferry harbour cost?");

        Assert.Equal(0, run.Code);
        Assert.Contains("$42 million", run.Out, StringComparison.Ordinal);
        Assert.Contains("Sources\n[1] Tallow Gazette, \"Harbour opens\", 2031-06-01, paragraph 2\n    https://gazette.example/harbour\n", run.Out, StringComparison.Ordinal);
        Assert.Matches("As of 2031-06-30 \\(harbour, knowledge [0-9a-f]{16}\\)\n$", run.Out);
        Assert.Empty(run.Error);
    }

    [Fact]
    public async Task Ask_WithJson_PrintsOneObjectOnOneLine()
    {
        var run = await CommandLineRun.Of(_knowledge, "ask", "How", "much", "did", "the", "ferry", "harbour", "cost?", "--json");

        using var answer = JsonDocument.Parse(Assert.Single(run.Lines));
        var root = answer.RootElement;
        Assert.Equal("q1", root.GetProperty("id").GetString());
        Assert.Equal("How much did the ferry harbour cost?", root.GetProperty("question").GetString());
        Assert.Equal("harbour", root.GetProperty("story").GetString());
        Assert.Equal("answered", root.GetProperty("verdict").GetString());
        Assert.Equal("extractive", root.GetProperty("composer").GetString());
        Assert.Equal("claims/cost", root.GetProperty("citations")[0].GetProperty("record").GetString());
        Assert.All(root.GetProperty("sentences").EnumerateArray(), sentence => Assert.NotEqual(0, sentence.GetProperty("citations").GetArrayLength()));
    }

    [Fact]
    public async Task Ask_OutsideTheKnowledge_Abstains()
    {
        var run = await CommandLineRun.Of(_knowledge, "ask", "Which airline flies to the moon?", "--json");

        Assert.Equal(0, run.Code);
        Assert.Contains("\"verdict\":\"abstained\"", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ask_AboutARecordUnderEmbargo_AnswersOnlyTheCleared(bool isCleared)
    {
        string[] args = ["ask", "Does Tallow Bay plan a second pier?", "--json"];

        var run = await CommandLineRun.Of(_knowledge, isCleared ? [.. args, "--cleared"] : args);

        Assert.Equal(isCleared, run.Out.Contains("claims/second-pier", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Ask_AsOfAnEarlierDay_DoesNotUseWhatCameLater()
    {
        var run = await CommandLineRun.Of(_knowledge, "ask", "How much did the ferry harbour cost?", "--as-of", "2031-05-31", "--json");

        Assert.DoesNotContain("claims/cost", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"asOf\":\"2031-05-31\"", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_WithThreadsAndABadLine_AnswersEachLineInItsPlace()
    {
        var questions = _knowledge.Write("in.jsonl", """
            {"id":"a","q":"How much did the ferry harbour cost?","thread":"t"}
            nonsense
            {"id":2,"q":"Who disputes it?","thread":"t"}

            {"id":"c","q":"What did Mira Okafor say about the sea?"}
            """);
        var answers = _knowledge.File("out.jsonl");

        var run = await CommandLineRun.Of(_knowledge, "ask", "--batch", questions, "--out", answers);

        Assert.Equal(0, run.Code);
        Assert.Contains("1 line could not be answered", run.Error, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(answers, TestContext.Current.CancellationToken);
        Assert.Equal(4, lines.Length);
        Assert.StartsWith("{\"id\":\"a\",", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("{\"id\":null,\"line\":2,\"error\":", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("{\"id\":2,", lines[2], StringComparison.Ordinal);
        Assert.Contains("Dockworkers Union", lines[2], StringComparison.Ordinal);
        Assert.Contains("The sea is our high street.", lines[3], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_WithoutOut_WritesToStandardOutput()
    {
        var questions = _knowledge.Write("in.jsonl", """{"id":"a","q":"How much did the ferry harbour cost?"}""");

        var run = await CommandLineRun.Of(_knowledge, "ask", "--batch", questions);

        Assert.StartsWith("{\"id\":\"a\",", Assert.Single(run.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Batch_OverAnOlderAndLongerOutput_ReplacesIt()
    {
        var questions = _knowledge.Write("in.jsonl", """{"id":"a","q":"x"}""");
        var answers = _knowledge.Write("out.jsonl", string.Concat(Enumerable.Repeat("old line\n", 1000)));

        await CommandLineRun.Of(_knowledge, "ask", "--batch", questions, "--out", answers);

        Assert.Single(await File.ReadAllLinesAsync(answers, TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("ask", "There is no question")]
    [InlineData("ask --batch missing.jsonl", "missing.jsonl cannot be read: there is no such file")]
    [InlineData("ask --batch {in} --out /no/such/folder/out.jsonl", "/no/such/folder/out.jsonl cannot be written: its folder does not exist")]
    [InlineData("ask --batch {in} --out {dir}", "it is a folder")]
    [InlineData("ask --batch {in} --out {in}", "the same file")]
    [InlineData("ask --batch {in} question", "not both")]
    [InlineData("ask question --out x.jsonl", "--out goes with --batch")]
    [InlineData("ask question --as-of yesterday", "--as-of is \"yesterday\"")]
    [InlineData("ask question --story nowhere", "nowhere")]
    [InlineData("ask question --jsn", "There is no option --jsn")]
    public async Task Ask_WithAMistake_SaysSoInOneSentence(string commandLine, string sentence)
    {
        var questions = _knowledge.Write("in.jsonl", """{"id":"a","q":"x"}""");
        var args = commandLine.Split(' ').Select(word => word.Replace("{in}", questions).Replace("{dir}", _knowledge.Path));

        var run = await CommandLineRun.Of(_knowledge, [.. args]);

        Assert.Equal(1, run.Code);
        Assert.Empty(run.Out);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_OfSeveralStories_WantsOneNamed()
    {
        _knowledge.AddHarbour("other");

        var unnamed = await CommandLineRun.Of(_knowledge, "ask", "cost?");
        var named = await CommandLineRun.Of(_knowledge, "ask", "How much did the ferry harbour cost?", "--story", "other", "--json");

        Assert.Equal(1, unnamed.Code);
        Assert.Contains("harbour, other", unnamed.Error, StringComparison.Ordinal);
        Assert.Contains("\"story\":\"other\"", named.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_OfABrokenPack_SaysWhatIsWrongWithIt()
    {
        _knowledge.Write("harbour/claims.yaml", "- id: [");

        var run = await CommandLineRun.Of(_knowledge, "ask", "cost?");

        Assert.Equal(1, run.Code);
        Assert.Contains("claims.yaml", run.Error, StringComparison.Ordinal);
    }
}
