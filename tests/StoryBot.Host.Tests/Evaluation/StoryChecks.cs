using StoryBot.Host.Tests.Verbs;
using StoryBot.Testing;

namespace StoryBot.Host.Tests.Evaluation;

/// <summary>
/// The bot as a whole against question files, through the command line as a user has it. What is required lies a little
/// below what was measured, so that a change that answers fewer questions is noticed; the figures themselves are in the
/// benchmarks' reports.
/// </summary>
public class StoryChecks
{
    private const string Data = "tests/StoryBot.Testing/Data";

    [Theory]
    [InlineData("story-questions-a.jsonl", "right=0.94,cited=0.94,abstained=0.95,uncited=0")]
    [InlineData("story-questions-b.jsonl", "right=0.88,cited=0.87,abstained=0.95,uncited=0")]
    [InlineData("story-questions-c.jsonl", "right=0.94,cited=0.94,abstained=0.97,uncited=0")]
    [InlineData("story-questions-d.jsonl", "right=0.85,cited=0.85,abstained=0.92,uncited=0")]
    [InlineData("story-questions-e.jsonl", "right=0.91,cited=0.91,abstained=0.93,uncited=0")]
    [InlineData("story-questions-f.jsonl", "right=0.89,cited=0.88,abstained=0.97,uncited=0")]
    [InlineData("story-questions-g.jsonl", "right=0.95,cited=0.94,abstained=0.96,uncited=0")]
    [InlineData("story-questions-h.jsonl", "right=0.87,cited=0.86,abstained=0.91,uncited=0")]
    public async Task Eval_OfTheShippedStory_IsAsGoodAsItWas(string file, string require)
    {
        var run = await Eval("knowledge", "deepseek-r1", Repository.PathTo(Data, file), require);

        Assert.True(run.Code == 0, run.Error + run.Out);
    }

    [Theory]
    [InlineData("kettle-bridge", "right=0.93,cited=0.93,abstained=0.95,uncited=0")]
    [InlineData("tern-trial", "right=0.93,cited=0.93,abstained=0.95,uncited=0")]
    public async Task Eval_OfAnotherTeamsStory_IsAsGoodAsItWas(string story, string require)
    {
        var run = await Eval($"{Data}/packs", story, Repository.PathTo(Data, "packs", story + ".jsonl"), require);

        Assert.True(run.Code == 0, run.Error + run.Out);
    }

    [Fact]
    public async Task Eval_OfTheDevelopmentQuestions_IsAsGoodAsItWas()
    {
        var file = Repository.PathTo("..", "shared", "eval", "story-dev.jsonl");
        Assert.SkipUnless(File.Exists(file), "The development questions are not beside this checkout.");

        var run = await Eval("knowledge", "deepseek-r1", file, "right=0.96,cited=0.96,abstained=1,uncited=0");

        Assert.True(run.Code == 0, run.Error + run.Out);
    }

    private static Task<CommandLineRun> Eval(string knowledge, string story, string file, string require) =>
        CommandLineRun.In(Repository.PathTo(knowledge), "eval", file, "--story", story, "--require", require);
}
