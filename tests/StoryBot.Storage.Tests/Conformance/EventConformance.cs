using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Replies;
using StoryBot.Storage.Tests.Support;

namespace StoryBot.Storage.Tests.Conformance;

public abstract class EventConformance : StoreTest
{
    private protected EventConformance(StoreProvider provider)
        : base(provider)
    {
    }

    public static TheoryData<string> Kinds => [.. Requests.Keys];

    private static Dictionary<string, ChatRequest> Requests { get; } = new ChatRequest[]
    {
        new ChatRequest.Message("what \"did\" it cost?\nü \U0001F4A1") { IsAddressed = false },
        new ChatRequest.Command("digest subscribe", new Dictionary<string, string> { ["when"] = "daily at 8", ["zone"] = "UTC" }) { Rest = "daily at 8" },
        new ChatRequest.CheckMessage("it cost $40 million"),
        new ChatRequest.Press(new ChatAction.AskSuggestion(new AnswerId("a1"), 2)),
        new ChatRequest.Feedback(new AnswerId("a1"), FeedbackReason.Outdated, "it was so"),
        new ChatRequest.Forgotten(ReplyAudience.Asker),
        new ChatRequest.OpenHome(),
    }.ToDictionary(request => request.GetType().Name);

    [Fact]
    public async Task Event_AddedTwice_IsNewOnce()
    {
        var (here, there) = (One.Get<IEventLog>(), Other.Get<IEventLog>());

        Assert.True(await here.TryAddAsync(Sample.Event("e1"), Stop));
        Assert.False(await here.TryAddAsync(Sample.Event("e1"), Stop));
        Assert.False(await there.TryAddAsync(Sample.Event("e1"), Stop));
        Assert.True(await there.TryAddAsync(Sample.Event("e2"), Stop));
    }

    [Fact]
    public void Requests_EveryKind_IsAmongTheTested()
    {
        var kinds = typeof(ChatRequest).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(ChatRequest))).Select(type => type.Name);

        Assert.Equal(kinds.Order(), Requests.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Event_OfADeadReplica_IsTakenOverWhole(string kind)
    {
        var chatEvent = Sample.Event("e1", Requests[kind]);
        await One.Get<IEventLog>().TryAddAsync(chatEvent, Stop);
        await Other.LookUntilSureAsync();

        var taken = Assert.Single(await Other.Get<IEventLog>().TakeOverAsync(10, Stop));

        Assert.Equal(chatEvent.ReplyTo with { MayHaveBeenSent = true }, taken.ReplyTo);
        Assert.Equal((chatEvent.Id, chatEvent.Conversation, chatEvent.ReceivedAt), (taken.Id, taken.Conversation, taken.ReceivedAt));
        Assert.Equal(chatEvent.Person.Roles, taken.Person.Roles);
        Assert.True(taken.Person.ManagesWorkspace);
        Assert.Equal(StoreJson.Write(Requests[kind]), StoreJson.Write(taken.Request));
        Assert.IsType(Requests[kind].GetType(), taken.Request);
        Assert.False(await Other.Get<IEventLog>().TryAddAsync(chatEvent, Stop));
    }

    [Fact]
    public async Task Event_OfALivingReplica_IsLeftToIt()
    {
        await One.Get<IEventLog>().TryAddAsync(Sample.Event("e1"), Stop);

        await Other.LookUntilSureAsync(One);

        Assert.Empty(await Other.Get<IEventLog>().TakeOverAsync(10, Stop));
    }

    [Fact]
    public async Task Event_ThatIsFinished_IsNotTakenOverAndKeepsNoWords()
    {
        var log = One.Get<IEventLog>();
        await log.TryAddAsync(Sample.Event("e1"), Stop);

        await log.FinishAsync(Sample.Event("e1").Id, Stop);

        await Other.LookUntilSureAsync();
        Assert.Empty(await Other.Get<IEventLog>().TakeOverAsync(10, Stop));
        Assert.DoesNotContain("cost", await Columns.TextAsync(One), StringComparison.Ordinal);
        Assert.False(await Other.Get<IEventLog>().TryAddAsync(Sample.Event("e1"), Stop));
    }

    [Fact]
    public async Task Event_OfThisProcess_IsNotTakenOverByItself()
    {
        await One.Get<IEventLog>().TryAddAsync(Sample.Event("e1"), Stop);

        await Other.LookUntilSureAsync();

        Assert.Empty(await One.Get<IEventLog>().TakeOverAsync(10, Stop));
    }

    [Fact]
    public async Task Events_TakenOverByTwoAtOnce_EachGoesToOne()
    {
        for (var index = 0; index < 40; index++)
        {
            await One.Get<IEventLog>().TryAddAsync(Sample.Event($"e{index}"), Stop);
        }

        await using var third = await TestReplica.StartAsync(Database, Options);
        await Other.LookUntilSureAsync(third);

        var both = await Task.WhenAll(
            Task.Run(async () => await Other.Get<IEventLog>().TakeOverAsync(100, Stop), Stop),
            Task.Run(async () => await third.Get<IEventLog>().TakeOverAsync(100, Stop), Stop));

        var ids = both.SelectMany(taken => taken).Select(taken => taken.Id.Value).ToList();
        Assert.Equal(40, ids.Count);
        Assert.Equal(40, ids.Distinct().Count());
    }

    [Fact]
    public async Task Event_WhereQuestionsAreNotKept_IsTakenOverWithoutItsWords()
    {
        await using var discreet = await TestReplica.StartAsync(Database, new TestReplicaOptions { StoreQuestions = false });
        await discreet.Get<IEventLog>().TryAddAsync(Sample.Event("e1", new ChatRequest.Message("what did it cost")), Stop);
        Assert.DoesNotContain("what did it cost", await Columns.TextAsync(One), StringComparison.Ordinal);
        await Other.LookUntilSureAsync();

        var taken = Assert.Single(await Other.Get<IEventLog>().TakeOverAsync(10, Stop));

        Assert.Equal(new ChatRequest.Forgotten(ReplyAudience.Everyone), taken.Request);
        Assert.Equal("C1", taken.ReplyTo.Channel);
    }
}
