using StoryBot.Host.Contracts;
using StoryBot.Host.Evaluation;

namespace StoryBot.Host.Tests.Evaluation;

public sealed class EvalScorerTests
{
    [Fact]
    public void Answer_WithEveryMustAndAFittingCitation_IsRightAndCited()
    {
        var score = EvalScorer.Score(Asked with { Must = ["5\\.6", "REPORTED"], Paras = [4] }, Answered("Reported to cost $5.6 million.", Cite("seed-article", 4)));

        Assert.Null(score.Wrong);
        Assert.Null(score.Miscited);
        Assert.Equal(0, score.UncitedSentences);
    }

    [Fact]
    public void Answer_WithoutAMust_IsWrong()
    {
        var score = EvalScorer.Score(Asked with { Must = ["27"] }, Answered("Fell by 17 percent.", Cite("seed-article", 8)));

        Assert.Contains("27", score.Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public void Answer_WithAMustNot_IsWrong()
    {
        var score = EvalScorer.Score(Asked with { MustNot = ["rose"] }, Answered("It ROSE.", Cite("seed-article", 8)));

        Assert.Contains("rose", score.Wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("seed-article", 4, true)]
    [InlineData("seed-article", 5, false)]
    [InlineData("seed-article", null, false)]
    [InlineData("another", 5, true)]
    public void Citation_OfAParagraphOrAnotherSource_Fits(string source, int? paragraph, bool fits)
    {
        var score = EvalScorer.Score(Asked with { Paras = [4] }, Answered("A statement.", Cite(source, paragraph)));

        Assert.Null(score.Wrong);
        Assert.Equal(fits, score.Miscited is null);
    }

    [Fact]
    public void Sentence_WithoutCitation_IsCountedAndMiscited()
    {
        var answer = Answered("A statement.", Cite("seed-article", 4)) with { Sentences = [new("A statement.", [1]), new("Another.", [])] };

        var score = EvalScorer.Score(Asked with { Paras = [4] }, answer);

        Assert.NotNull(score.Miscited);
        Assert.Equal(1, score.UncitedSentences);
    }

    [Theory]
    [InlineData("abstained", true)]
    [InlineData("refused", true)]
    [InlineData("clarify", false)]
    [InlineData("answered", false)]
    public void QuestionToDecline_ByVerdict_IsRightWhenDeclined(string verdict, bool right)
    {
        var score = EvalScorer.Score(Asked with { Abstain = true }, Answered("...", Cite("a", 1)) with { Verdict = verdict });

        Assert.Equal(right, score.Wrong is null);
    }

    [Fact]
    public void Pattern_ThatBacktracksWithoutEnd_IsAFailureNotAHang()
    {
        var score = EvalScorer.Score(Asked with { Must = ["(a+)+$"] }, Answered(new string('a', 60) + "!", Cite("a", 1)));

        Assert.Contains("longer than 1 s", score.Wrong, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Pattern_ThatIsNotOne_IsAFailure(bool isMust)
    {
        var question = isMust ? Asked with { Must = ["("] } : Asked with { MustNot = ["("] };

        Assert.Contains("not a regular expression", EvalScorer.Score(question, Answered("x", Cite("a", 1))).Wrong, StringComparison.Ordinal);
    }

    internal static EvalQuestion Asked => new() { Id = "q", Text = "what?" };

    internal static CitationObject Cite(string source, int? paragraph) =>
        new(1, "claims/one", [], source, "Title", "Publisher", null, null, paragraph, "words");

    internal static AnswerObject Answered(string text, CitationObject citation) => new()
    {
        Question = "what?",
        Story = "story",
        Verdict = "answered",
        Text = text,
        Sentences = [new SentenceObject(text, [1])],
        Citations = [citation],
        Suggestions = [],
        AsOf = "2025-01-31",
        Knowledge = "0123456789abcdef",
        Composer = "extractive",
        ElapsedMs = 1.5,
        Confidence = 0.9,
    };
}
