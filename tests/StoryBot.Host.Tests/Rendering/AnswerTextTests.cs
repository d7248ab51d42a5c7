using StoryBot.Core.Answering;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Host.Rendering;
using StoryBot.Testing.Knowledge;

namespace StoryBot.Host.Tests.Rendering;

public sealed class AnswerTextTests : IDisposable
{
    private readonly TemporaryKnowledge _knowledge = new TemporaryKnowledge().AddHarbour();

    public void Dispose() => _knowledge.Dispose();

    [Fact]
    public void Prose_OfSeveralSentences_RunsOnWithMarkers()
    {
        var answer = Verify(Cost(SentenceLayout.Prose), Sea(SentenceLayout.Prose));

        Assert.Equal("Mira Okafor said that the ferry harbour cost $42 million. [1] Mira Okafor said: \"The sea is our high street.\" [2]", AnswerText.Of(answer));
        Assert.Equal("Mira Okafor said that the ferry harbour cost $42 million. [4] Mira Okafor said: \"The sea is our high street.\" [5]", AnswerText.Of(answer, before: 3));
    }

    [Fact]
    public void List_AfterProse_StandsOnItsOwnLines()
    {
        var answer = Verify(Cost(SentenceLayout.Prose), Sea(SentenceLayout.ListItem), Cost(SentenceLayout.ListItem), Sea(SentenceLayout.Prose));

        Assert.Equal(
            """
            Mira Okafor said that the ferry harbour cost $42 million. [1]
            - Mira Okafor said: "The sea is our high street." [2]
            - Mira Okafor said that the ferry harbour cost $42 million. [1]

            Mira Okafor said: "The sea is our high street." [2]
            """,
            AnswerText.Of(answer));
    }

    [Fact]
    public void Table_OfRows_HasItsColumnsAligned()
    {
        var answer = Verify(
            new DraftSentence("Tallow Bay harbour | berths | 12 berths", [Support("market/berths")], SentenceLayout.TableRow),
            new DraftSentence("Tallow Bay harbour | 12 berths", [Support("market/berths")], SentenceLayout.TableRow));

        Assert.Equal("Tallow Bay harbour | berths    | 12 berths [1]\nTallow Bay harbour | 12 berths [1]", AnswerText.Of(answer));
    }

    [Fact]
    public void Outcome_WithoutAnAnswer_IsItsText()
    {
        var nearest = Verify(Cost(SentenceLayout.Prose));

        Assert.Equal("nothing on it", AnswerText.Of(new AnswerOutcome.NotInKnowledge("nothing on it", Nearest: null)));
        Assert.Equal(
            "nothing on it\n\nMira Okafor said that the ferry harbour cost $42 million. [1]",
            AnswerText.Of(new AnswerOutcome.NotInKnowledge("nothing on it", nearest)));
        Assert.Equal("which one?", AnswerText.Of(new AnswerOutcome.NeedsClarification("which one?")));
        Assert.Equal("later", AnswerText.Of(new AnswerOutcome.Unavailable("later")));
    }

    [Fact]
    public void Outcome_AnsweredInPart_SaysWhatIsLeft()
    {
        var outcome = new AnswerOutcome.Answered(Verify(Cost(SentenceLayout.Prose))) { Unanswered = "Nothing on the rest." };

        Assert.EndsWith("$42 million. [1]\n\nNothing on the rest.", AnswerText.Of(outcome), StringComparison.Ordinal);
    }

    private DraftSentence Cost(SentenceLayout layout) =>
        new("Mira Okafor said that the ferry harbour cost $42 million.", [Support("claims/cost")], layout);

    private DraftSentence Sea(SentenceLayout layout) =>
        new("Mira Okafor said: \"The sea is our high street.\"", [Support("quotes/opening")], layout);

    private CitedSupport Support(string id) =>
        new() { Record = RecordId.TryParse(id, out var record) ? Snapshot.Find(record) : throw new ArgumentException(id) };

    private KnowledgeSnapshot Snapshot => field ??= new KnowledgePipeline(new KnowledgePipelineOptions { CacheDirectory = null })
        .Load(_knowledge.File(TemporaryKnowledge.Harbour), TestContext.Current.CancellationToken).Snapshot
        ?? throw new InvalidOperationException("The pack of the tests has errors.");

    private VerifiedAnswer Verify(params DraftSentence[] sentences)
    {
        var result = new AnswerVerifier(Snapshot).Verify(new DraftAnswer(sentences), new ReaderScope(TimeProvider.System.GetUtcNow()));
        Assert.Empty(result.Dropped);
        return result.Answer ?? throw new InvalidOperationException("Nothing survived.");
    }
}
