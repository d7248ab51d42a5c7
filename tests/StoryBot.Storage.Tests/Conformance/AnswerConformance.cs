using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Storage.Tests.Support;

namespace StoryBot.Storage.Tests.Conformance;

public abstract class AnswerConformance : StoreTest
{
    private static readonly CitedRecord Old = new(Sample.Cost, "old");
    private static readonly CitedRecord New = new(Sample.Cost, "new");

    private protected AnswerConformance(StoreProvider provider)
        : base(provider)
    {
    }

    [Fact]
    public async Task Answer_FoundByAnother_IsAsItWasKept()
    {
        var answer = Sample.Answer("a1", cited: [Old, new CitedRecord(Sample.Fall, "f")]);
        await One.Get<IAnswerLog>().AddAsync(answer, Stop);

        var found = await Other.Get<IAnswerLog>().FindAsync(answer.Id, Stop);

        Assert.NotNull(found);
        Assert.Equal(answer with { Suggestions = [], Cited = [] }, found with { Suggestions = [], Cited = [] });
        Assert.Equal(answer.Suggestions, found.Suggestions);
        Assert.Equal(answer.Cited.OrderBy(cited => cited.Hash), found.Cited.OrderBy(cited => cited.Hash));
        Assert.Null(await One.Get<IAnswerLog>().FindAsync(new AnswerId("a2"), Stop));
    }

    [Fact]
    public async Task Answer_WithTextThatADatabaseRefuses_IsKeptWithoutIt()
    {
        await One.Get<IAnswerLog>().AddAsync(Sample.Answer("a1") with { Asked = "co\0st \ud83d?" }, Stop);

        Assert.Equal("cost \ufffd?", (await One.Get<IAnswerLog>().FindAsync(new AnswerId("a1"), Stop))?.Asked);
    }

    [Fact]
    public async Task Citing_RecordThatReadsOtherwise_GivesEachPlaceOnceNewestFirst()
    {
        var log = One.Get<IAnswerLog>();
        await log.AddAsync(Sample.Answer("a1", "C1", cited: Old), Stop);
        await log.AddAsync(Sample.Answer("a2", "C2", cited: Old), Stop);
        await log.AddAsync(Sample.Answer("a3", "C1", cited: Old), Stop);
        await log.AddAsync(Sample.Answer("a4", "C3", cited: New), Stop);
        await log.AddAsync(Sample.Answer("a5", "C4", cited: new CitedRecord(Sample.Fall, "old")), Stop);

        var citing = await Other.Get<IAnswerLog>().FindCitingAsync(Sample.Story, Sample.Cost, "new", 10, Stop);

        Assert.Equal([("a3", "C1"), ("a2", "C2")], citing.Select(answer => (answer.Id.Value, answer.To.Channel)));
        Assert.Equal((ReplyAudience.Everyone, Sample.Snapshot, Sample.Now), (citing[0].Audience, citing[0].Snapshot, citing[0].At));
        Assert.Equal(["a3"], (await log.FindCitingAsync(Sample.Story, Sample.Cost, "new", 1, Stop)).Select(answer => answer.Id.Value));
        Assert.Empty(await log.FindCitingAsync(new StoryId("other"), Sample.Cost, "new", 10, Stop));
    }

    [Fact]
    public async Task Citing_ManyAnswersInOnePlace_StillReachesTheOthers()
    {
        var log = One.Get<IAnswerLog>();
        await log.AddAsync(Sample.Answer("a0000", "C2", cited: Old), Stop);
        for (var index = 1; index <= 510; index++)
        {
            await log.AddAsync(Sample.Answer($"a{index:0000}", "C1", cited: Old), Stop);
        }

        var citing = await log.FindCitingAsync(Sample.Story, Sample.Cost, "new", 10, Stop);

        Assert.Equal(["a0510", "a0000"], citing.Select(answer => answer.Id.Value));
    }

    [Fact]
    public async Task Citing_AfterTheyWereCorrected_GivesNoneUntilItChangesAgain()
    {
        var log = One.Get<IAnswerLog>();
        await log.AddAsync(Sample.Answer("a1", cited: [Old, new CitedRecord(Sample.Fall, "f")]), Stop);

        await log.CorrectedAsync(Sample.Story, Sample.Cost, "new", Stop);

        Assert.Empty(await log.FindCitingAsync(Sample.Story, Sample.Cost, "new", 10, Stop));
        Assert.Single(await log.FindCitingAsync(Sample.Story, Sample.Cost, "newer", 10, Stop));
        Assert.Empty(await log.FindCitingAsync(Sample.Story, Sample.Fall, "f", 10, Stop));
    }

    [Fact]
    public async Task Turns_OfAConversation_AreTheNewestOldestFirst()
    {
        var log = One.Get<IConversationLog>();
        foreach (var id in new[] { "01", "02", "03" })
        {
            await log.AddAsync("here", Sample.Turn(id), Stop);
        }

        await log.AddAsync("there", Sample.Turn("04"), Stop);

        var turns = await Other.Get<IConversationLog>().ReadAsync("here", 2, Stop);

        Assert.Equal(["02", "03"], turns.Select(turn => turn.Id));
        Assert.Equal(Sample.Turn("02") with { Cited = [] }, turns[0] with { Cited = [] });
        Assert.Equal([Sample.Cost, Sample.Fall], turns[0].Cited);
        await log.RemoveAsync("here", Stop);
        Assert.Empty(await log.ReadAsync("here", 2, Stop));
        Assert.Single(await log.ReadAsync("there", 2, Stop));
    }

    [Fact]
    public async Task Feedback_Listed_IsAsItWasGivenNewestFirst()
    {
        await One.Get<IFeedbackLog>().AddAsync(Sample.Feedback("first"), Stop);
        await One.Get<IFeedbackLog>().AddAsync(Sample.Feedback("second"), Stop);

        var entries = await Other.Get<IFeedbackLog>().ListAsync(Sample.Story, 10, Stop);

        Assert.Equal(["second", "first"], entries.Select(entry => entry.Note));
        Assert.Equal(Sample.Feedback("second") with { Records = [], Person = new ChatPerson("U1") }, entries[0] with { Records = [], Person = new ChatPerson(entries[0].Person.Id) }, Same);
        Assert.Equal([Sample.Cost, Sample.Fall], entries[0].Records);
    }

    [Fact]
    public async Task Gaps_AskedInOtherForms_AreCountedTogetherMostAskedFirst()
    {
        var log = One.Get<IGapLog>();
        await log.AddAsync(Sample.Gap("Who built it?", isPrivate: true), Stop);
        await log.AddAsync(Sample.Gap("Why is it blue?"), Stop);
        await log.AddAsync(Sample.Gap("  WHO built   it", "C2", "U2"), Stop);
        await log.AddAsync(Sample.Gap("Is it private?", isPrivate: true), Stop);

        var gaps = await Other.Get<IGapLog>().ListAsync(Sample.Story, Stop);

        Assert.Equal([new Gap("Who built it?", 2, false), new Gap("Why is it blue?", 1, false), new Gap("Is it private?", 1, true)], gaps);
        Assert.Equal([("C2", "U2"), ("C1", "U1")], (await log.AskersAsync(Sample.Story, "who built it", Stop)).Select(asker => (asker.ReplyTo.Channel, asker.Person)));
    }

    [Fact]
    public async Task Gap_ThatIsClosed_OpensWhenItIsAskedAgain()
    {
        var log = One.Get<IGapLog>();
        await log.AddAsync(Sample.Gap("Who built it?"), Stop);

        await log.CloseAsync(Sample.Story, "who built it", Stop);

        Assert.Empty(await log.ListAsync(Sample.Story, Stop));
        Assert.Empty(await log.AskersAsync(Sample.Story, "Who built it?", Stop));
        await log.AddAsync(Sample.Gap("Who built it?", "C9"), Stop);
        Assert.Equal(1, Assert.Single(await log.ListAsync(Sample.Story, Stop)).Count);
        Assert.Equal("C9", Assert.Single(await log.AskersAsync(Sample.Story, "Who built it?", Stop)).ReplyTo.Channel);
    }

    [Fact]
    public async Task MostAsked_InAChannel_CountsWhatEveryoneThereSaw()
    {
        var log = One.Get<IAnswerLog>();
        await log.AddAsync(Sample.Answer("a1") with { Asked = "Who built it?" }, Stop);
        await log.AddAsync(Sample.Answer("a2") with { Asked = "Why?" }, Stop);
        await log.AddAsync(Sample.Answer("a3") with { Asked = "who BUILT it" }, Stop);
        await log.AddAsync(Sample.Answer("a4", "C2") with { Asked = "Elsewhere?" }, Stop);
        await log.AddAsync(Sample.Answer("a5") with { Asked = "For me alone?", Audience = ReplyAudience.Asker }, Stop);
        await log.AddAsync(Sample.Answer("a6") with { Asked = "Long ago?", At = Sample.Now.AddDays(-2) }, Stop);
        var channel = new ConversationKey(Sample.Slack, "T1", "C1", "17.5");

        var asked = await Other.Get<IAskedQuestions>().MostAskedAsync(
            Sample.Story,
            [new(channel, Sample.Now.AddDays(-1)), new(channel with { Channel = "C3" }, null), new(channel with { Channel = "C2" }, null), new(channel, null)],
            2,
            Stop);

        Assert.Equal([new AskedQuestion("who BUILT it", 2), new AskedQuestion("Why?", 1)], asked[0]);
        Assert.Empty(asked[1]);
        Assert.Equal([new AskedQuestion("Elsewhere?", 1)], asked[2]);
        Assert.Equal((2, new AskedQuestion("who BUILT it", 2)), (asked[3].Count, asked[3][0]));
    }

    [Fact]
    public async Task ChannelStory_SetTwice_IsTheLastForAllThreads()
    {
        var channel = new ConversationKey(Sample.Slack, "T1", "C1", "17.5");

        Assert.Null(await One.Get<IChannelStories>().FindAsync(channel, Stop));
        await One.Get<IChannelStories>().SetAsync(channel, new StoryId("one"), Stop);
        await One.Get<IChannelStories>().SetAsync(channel, new StoryId("two"), Stop);

        Assert.Equal(new StoryId("two"), await Other.Get<IChannelStories>().FindAsync(channel with { Thread = null }, Stop));
        Assert.Null(await Other.Get<IChannelStories>().FindAsync(channel with { Channel = "C2" }, Stop));
    }

    private static bool Same(FeedbackEntry left, FeedbackEntry right) =>
        (left.Answer, left.Story, left.Snapshot, left.Reason, left.Note, left.Conversation, left.Person.Id, left.At)
        == (right.Answer, right.Story, right.Snapshot, right.Reason, right.Note, right.Conversation, right.Person.Id, right.At);
}
