using StoryBot.Testing.Knowledge;

namespace StoryBot.Host.Tests.Verbs;

public sealed class CommandLineTests : IDisposable
{
    private readonly TemporaryKnowledge _knowledge = new();

    public void Dispose() => _knowledge.Dispose();

    [Theory]
    [InlineData("serve")]
    [InlineData("ask")]
    [InlineData("chat")]
    [InlineData("check")]
    [InlineData("search")]
    [InlineData("eval")]
    [InlineData("knowledge lint")]
    [InlineData("knowledge stats")]
    [InlineData("knowledge import")]
    [InlineData("knowledge new")]
    public async Task Help_OfAVerb_ShowsUsageAndExamples(string verb)
    {
        var run = await CommandLineRun.Of(_knowledge, [.. verb.Split(' '), "--help"]);

        Assert.Equal(0, run.Code);
        Assert.Contains("Usage:", run.Out, StringComparison.Ordinal);
        Assert.Contains("--knowledge <dir>", run.Out, StringComparison.Ordinal);
        Assert.Contains($"Examples:\n  {CommandLine.Program} {verb}", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_WithoutAVerb_ListsTheVerbs()
    {
        var run = await CommandLineRun.Of(_knowledge, "--help");

        Assert.Equal(0, run.Code);
        Assert.All(["serve", "ask", "chat", "check", "search", "eval", "knowledge"], verb => Assert.Contains($"\n  {verb}", run.Out, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Verb_ThatDoesNotExist_IsExplainedOnTheErrorOutput()
    {
        var run = await CommandLineRun.Of(_knowledge, "sarch", "x");

        Assert.Equal(1, run.Code);
        Assert.Empty(run.Out);
        Assert.Contains("The verbs are: serve, ask,", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Knowledge_Missing_NamesTheFolder()
    {
        using var elsewhere = new TemporaryKnowledge();

        var run = await CommandLineRun.Of(elsewhere, "ask", "what?");

        Assert.Equal(1, run.Code);
        Assert.Contains(elsewhere.Path, run.Error, StringComparison.Ordinal);
    }
}
