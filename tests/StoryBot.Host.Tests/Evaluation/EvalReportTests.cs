using StoryBot.Host.Evaluation;
using static StoryBot.Host.Tests.Evaluation.EvalScorerTests;

namespace StoryBot.Host.Tests.Evaluation;

public sealed class EvalReportTests
{
    private static readonly EvalReport Mixed = new([
        EvalScorer.Score(Asked with { Id = "right", Must = ["yes"] }, Answered("yes", Cite("seed-article", 1))),
        EvalScorer.Score(Asked with { Id = "wrong", Must = ["no"] }, Answered("yes", Cite("seed-article", 1))),
        EvalScorer.Score(Asked with { Id = "miscited", Paras = [2] }, Answered("yes", Cite("seed-article", 1))),
        EvalScorer.Score(Asked with { Id = "answered", Abstain = true }, Answered("yes", Cite("seed-article", 1))),
    ]);

    [Fact]
    public void Report_OfMixedScores_CountsEachFigureOverItsOwnQuestions()
    {
        Assert.Equal(new EvalRate(2, 3), Mixed.Right);
        Assert.Equal(new EvalRate(1, 3), Mixed.Cited);
        Assert.Equal(new EvalRate(0, 1), Mixed.Abstained);
        Assert.Equal(0, Mixed.UncitedSentences);
    }

    [Fact]
    public void Report_Written_ListsEveryFailureUnderItsHeading()
    {
        var output = new StringWriter();

        Mixed.Write(output);

        var lines = output.ToString().Split(output.NewLine);
        Assert.Equal("right              2/3  0.667", lines[0]);
        Assert.True(IndexOf("Not right (1):") < IndexOf("  wrong  what?"));
        Assert.True(IndexOf("Right, but not cited right (1):") < IndexOf("  miscited  what?"));
        Assert.True(IndexOf("Answered instead of abstained (1):") < IndexOf("  answered  what?"));

        int IndexOf(string line)
        {
            var index = Array.IndexOf(lines, line);
            Assert.True(index >= 0, line);
            return index;
        }
    }

    [Theory]
    [InlineData("right=0.66", 0)]
    [InlineData("right=0.67", 1)]
    [InlineData("right=0.97,cited=0.97,abstained=0.97,uncited=0", 3)]
    [InlineData("uncited=0", 0)]
    [InlineData("", 0)]
    public void Requirement_AgainstReport_NamesEachShortfall(string text, int shortfalls)
    {
        Assert.Equal(shortfalls, EvalRequirement.Parse(text).Shortfalls(Mixed).Count());
    }

    [Theory]
    [InlineData("right")]
    [InlineData("right=97")]
    [InlineData("right=-1")]
    [InlineData("uncited=-1")]
    [InlineData("speed=1")]
    public void Requirement_NotUnderstood_SaysHowToWriteIt(string text)
    {
        var mistake = Assert.Throws<UserMistake>(() => EvalRequirement.Parse(text));

        Assert.Contains("--require right=0.97", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Rate_OfNone_IsWhole()
    {
        Assert.Equal(1, new EvalRate(0, 0).Share);
    }
}
