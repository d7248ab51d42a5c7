using StoryBot.Testing.Knowledge;

namespace StoryBot.Host.Tests.Verbs;

public sealed class EvalVerbTests : IDisposable
{
    private const string Questions = """
        {"id":"e1","q":"How much did the ferry harbour cost?","kind":"answerable","must":["42"],"must_not":[],"paras":[2],"abstain":false,"thread":"t"}
        {"id":"e2","q":"Who disputes it?","kind":"thread","must":["dockworkers union"],"paras":[],"abstain":false,"thread":"t"}
        {"id":"e3","q":"Which airline flies to the moon?","kind":"unanswerable","must":[],"paras":[],"abstain":true}
        """;

    private readonly TemporaryKnowledge _knowledge = new TemporaryKnowledge().AddHarbour();

    public void Dispose() => _knowledge.Dispose();

    [Fact]
    public async Task Eval_OfQuestionsWithAThread_ScoresThem()
    {
        var file = _knowledge.Write("questions.jsonl", Questions);

        var run = await CommandLineRun.Of(_knowledge, "eval", file, "--require", "right=1,cited=1,abstained=1,uncited=0");

        Assert.Equal("right              2/2  1.000", run.Lines[0]);
        Assert.Equal("right and cited    2/2  1.000", run.Lines[1]);
        Assert.Equal("abstained          1/1  1.000", run.Lines[2]);
        Assert.Equal("uncited sentences  0", run.Lines[3]);
        Assert.Equal(0, run.Code);
    }

    [Fact]
    public async Task Eval_BelowWhatIsRequired_FailsAndSaysWhere()
    {
        var file = _knowledge.Write("questions.jsonl", Questions.Replace("\"42\"", "\"43\"", StringComparison.Ordinal));

        var run = await CommandLineRun.Of(_knowledge, "eval", file, "--require", "right=0.97");

        Assert.Equal(1, run.Code);
        Assert.Contains("right is 0.500, at least 0.970 required", run.Error, StringComparison.Ordinal);
        Assert.Contains("  e1  How much did the ferry harbour cost?\n      /43/ is not in the text\n", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{\"id\":\"e1\"}", "line 1: not a question")]
    [InlineData("{\"id\":\"e1\",\"q\":\"x\"}\n{", "line 2: not a question")]
    [InlineData("\n", "holds no question")]
    public async Task Eval_OfAFaultyFile_ScoresNothing(string text, string sentence)
    {
        var file = _knowledge.Write("questions.jsonl", text);

        var run = await CommandLineRun.Of(_knowledge, "eval", file);

        Assert.Equal(1, run.Code);
        Assert.Empty(run.Out);
        Assert.Contains(sentence, run.Error, StringComparison.Ordinal);
    }
}
