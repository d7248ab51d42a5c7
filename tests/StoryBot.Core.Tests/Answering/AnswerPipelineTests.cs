using StoryBot.Core.Answering;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Testing;

namespace StoryBot.Core.Tests.Answering;

/// <summary>What is asked decides what answers: classes of question that once went wrong, on an invented story.</summary>
public sealed class AnswerPipelineTests : IDisposable
{
    private readonly LuceneEvidenceSearch _search;
    private readonly AnswerPipeline _pipeline;

    public AnswerPipelineTests()
    {
        var snapshot = InventedPack.Build();
        _search = LuceneEvidenceSearch.Open(snapshot, new EvidenceSearchOptions(), TestContext.Current.CancellationToken);
        _pipeline = new AnswerPipeline(new QuestionReader(snapshot), _search, new AnswerVerifier(snapshot));
    }

    public void Dispose() => _search.Dispose();

    [Theory]
    [InlineData("What was Lumora's share price at the close?", "18.60")]
    [InlineData("tl;dr of the charging dispute?", "five minutes")]
    [InlineData("I'm drafting an intro and want it right: what does the Q7 not contain?", "cobalt")]
    [InlineData("Why did Lumora's shares rise when the espresso joke came out?", "12.4%")]
    [InlineData("how far did lumroa shres fal on the 14th", "12.4%")]
    [InlineData("Have many people heard of the factory that Tessel plans with Lumora?", "Varde")]
    [InlineData("What reservations does Kestrel have about the charging time?", "independent test")] // another word for doubt
    [InlineData("Lumora tested the Q7's charging. What did Kestrel stress?", "independent test")] // the statement says what is meant
    [InlineData("Apart from that, in which town is the factory of Lumora and Tessel planned?", "Varde")]
    [InlineData("Who called battery stocks overvalued, and what does she do for a living?", "Vance")]
    public async Task Answer_QuestionThatTheKnowledgeAnswers_TellsIt(string question, string expected)
    {
        var answer = Assert.IsType<AnswerOutcome.Answered>((await AskAsync(question)).Outcome).Answer;

        Assert.Contains(expected, string.Join(' ', answer.Sentences.Select(sentence => sentence.Text)), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("What share price did the Veld 100 finish at?")] // only its movement is known
    [InlineData("How did Lumora close on 14 April 2029?")] // another year
    [InlineData("Who is Lumora's head of research?")] // a chief executive is none
    [InlineData("Who is the chief engineer of Tessel?")]
    [InlineData("How many downloads does the Q7 app have?")]
    [InlineData("What is Petra Vance's home address?")]
    [InlineData("How far did Kestrel's shares move?")] // it does not trade
    [InlineData("What was Lumora's share price on 3 June 2031?")] // another day
    [InlineData("What did Oskar Lind say about Tessel?")] // he spoke of something else
    [InlineData("Who wants to take over Lumora?")]
    [InlineData("How old is Petra Vance?")]
    public async Task Answer_AttributeThatIsNotKnown_IsDeclined(string question) =>
        Assert.IsType<AnswerOutcome.NotInKnowledge>((await AskAsync(question)).Outcome);

    [Fact]
    public async Task Answer_QuestionWithoutSubjectInThread_GoesOnWithTheThreads()
    {
        var first = await AskAsync("What is said about the factory with Tessel?");

        var second = await AskAsync("where is it planned?", Conversation.Empty.With(first.Turn));

        var answer = Assert.IsType<AnswerOutcome.Answered>(second.Outcome).Answer;
        Assert.Contains("Varde", answer.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_OtherQuestionInThread_IsNotHeldToTheThreadsSubject()
    {
        var first = await AskAsync("What did Oskar Lind say?");

        var second = await AskAsync("Does Petra Vance argue that battery stocks are overvalued?", Conversation.Empty.With(first.Turn));

        var answer = Assert.IsType<AnswerOutcome.Answered>(second.Outcome).Answer;
        Assert.Contains(answer.Citations, citation => citation.Record?.Id == new RecordId(RecordKind.Claim, "bubble"));
    }

    [Theory]
    [InlineData(14, false)] // Kestrel's note is of the 15th
    [InlineData(16, true)]
    public async Task Answer_AsOfAMoment_TellsOnlyTheDisputesOfSourcesThatHadAppeared(int day, bool isTold)
    {
        var scope = new ReaderScope(InventedPack.Now, AsOf: new DateTimeOffset(2031, 4, day, 12, 0, 0, TimeSpan.Zero));

        var answer = Assert.IsType<AnswerOutcome.Answered>((await AskAsync("How long does the Q7 take to charge?", scope: scope)).Outcome).Answer;

        Assert.Equal(isTold, answer.Sentences.Any(sentence => sentence.Text.Contains("independent test", StringComparison.Ordinal)));
    }

    private Task<AnswerResult> AskAsync(string text, Conversation? conversation = null, ReaderScope? scope = null) => _pipeline.AnswerAsync(
        new Question { Text = text, Scope = scope ?? new ReaderScope(InventedPack.Now), Conversation = conversation ?? Conversation.Empty },
        TestContext.Current.CancellationToken);
}
