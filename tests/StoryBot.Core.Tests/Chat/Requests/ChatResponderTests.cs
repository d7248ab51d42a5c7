using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Testing;
using StoryBot.Testing.Chat;

namespace StoryBot.Core.Tests.Chat.Requests;

public sealed class ChatResponderTests : IDisposable
{
    private const string Question = "How much did Lumora spend on the Q7?";
    private const string Gap = "What did Samsung's chief financial officer say about the Q7?";

    private readonly ResponderHarness _bot = new();

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Message_NotAddressed_IsPassedOverUnlessTheBotWasAskedThere()
    {
        var aside = new ChatRequest.Message("Who disputes that?") { IsAddressed = false };

        Assert.Null(await _bot.TryAsync(aside, ResponderHarness.In("c", "t1")));
        await _bot.AskAsync("How fast does the Q7 charge?", ResponderHarness.In("c", "t1"));
        Assert.Contains("Kestrel", ResponderHarness.Text(await _bot.DoAsync(aside, ResponderHarness.In("c", "t1"))), StringComparison.Ordinal);
        Assert.Null(await _bot.TryAsync(aside, ResponderHarness.In("c", "t2")));
    }

    [Fact]
    public async Task Conversation_AfterItsLifetime_IsForgotten()
    {
        await _bot.AskAsync("How fast does the Q7 charge?", ResponderHarness.In("c", "t"));
        _bot.Clock.Advance(TimeSpan.FromHours(12));

        Assert.Null(await _bot.TryAsync(new ChatRequest.Message("Who disputes that?") { IsAddressed = false }, ResponderHarness.In("c", "t")));
    }

    [Fact]
    public async Task SlashQuestions_OfTwoPeople_AreNoOneConversation()
    {
        static ChatRequest Ask(string question) => new ChatRequest.Command("ask", new Dictionary<string, string> { ["question"] = question });
        await _bot.DoAsync(Ask("How fast does the Q7 charge?"), person: new ChatPerson("ada"));

        var hers = ResponderHarness.Text(await _bot.DoAsync(Ask("Who disputes that?"), person: new ChatPerson("ada")));
        var his = ResponderHarness.Text(await _bot.DoAsync(Ask("Who disputes that?"), person: new ChatPerson("ben")));

        Assert.Contains("Kestrel Research", hers, StringComparison.Ordinal);
        Assert.DoesNotContain("Kestrel Research", his, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("c1", "w", true)]
    [InlineData("c2", "w", false)]
    [InlineData("c1", "other", false)]
    public async Task Channel_NotAllowed_IsToldToTheAskerAlone(string channel, string workspace, bool isAllowed)
    {
        using var bot = new ResponderHarness(null, "Channels:0", "c1", "Workspaces:0", "w");

        var reply = await bot.AskAsync(Question, ResponderHarness.In(channel) with { Workspace = workspace });

        Assert.Equal(isAllowed, ResponderHarness.Text(reply).Contains("$412 million", StringComparison.Ordinal));
        Assert.Equal(isAllowed ? ReplyAudience.Everyone : ReplyAudience.Asker, reply.Audience);
    }

    [Fact]
    public async Task DirectMessages_SwitchedOff_AreNotAnswered()
    {
        using var bot = new ResponderHarness(null, "DirectMessages", "false");

        Assert.Contains("I do not answer direct messages here.", ResponderHarness.Text(await bot.AskAsync(Question, ResponderHarness.With("ada"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_TooLong_IsRefusedWithTheLimit()
    {
        using var bot = new ResponderHarness(null, "QuestionLength", "50");

        var text = ResponderHarness.Text(await bot.AskAsync(new string('x', 40_000)));

        Assert.Contains("40,000 characters, and I read up to 50", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task RateLimits_OfAPersonAndAChannel_EndWithTime()
    {
        using var bot = new ResponderHarness(null, "PersonPerMinute", "2", "ChannelPerMinute", "3");
        async Task<string> Ask(string person) => ResponderHarness.Text(await bot.AskAsync(Question, person: new ChatPerson(person)));
        await Ask("ada");
        await Ask("ada");

        Assert.Contains("more than I take from one person at a time (2 a minute). Please ask again in 30 seconds.", await Ask("ada"), StringComparison.Ordinal);
        Assert.Contains("$412 million", await Ask("ben"), StringComparison.Ordinal);
        Assert.Contains("This channel asks more than I answer", await Ask("ben"), StringComparison.Ordinal);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Contains("$412 million", await Ask("ada"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embargo_IsLiftedInClearedChannelsAlone()
    {
        using var bot = new ResponderHarness(null, "ClearedChannels:0", "desk");
        async Task<string> Claims(ConversationKey where) => ResponderHarness.Text(await bot.CommandAsync("claims Tessel", where));

        Assert.Contains("signed a contract", await Claims(ResponderHarness.In("desk")), StringComparison.Ordinal);
        Assert.DoesNotContain("signed a contract", await Claims(ResponderHarness.In("c")), StringComparison.Ordinal);
        Assert.DoesNotContain("signed a contract", await Claims(ResponderHarness.With("desk")), StringComparison.Ordinal);
        bot.Clock.Advance(TimeSpan.FromDays(3));
        Assert.Contains("signed a contract", await Claims(ResponderHarness.In("c")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_OfAnAnswerOfAnotherChannel_OpensNothing()
    {
        using var bot = new ResponderHarness(null, "ClearedChannels:0", "desk");
        var sources = ResponderHarness.Button(await bot.CommandAsync("claims Tessel", ResponderHarness.In("desk")), "Sources");

        var elsewhere = ResponderHarness.Text(await bot.DoAsync(new ChatRequest.Press(sources), ResponderHarness.In("c")));
        var there = ResponderHarness.Text(await bot.DoAsync(new ChatRequest.Press(sources), ResponderHarness.In("desk", "a-thread")));

        Assert.Contains("no longer in my memory", elsewhere, StringComparison.Ordinal);
        Assert.Contains("Northern Wire", there, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Button_OfAnAnswerThatIsTooOld_SaysSo()
    {
        var answer = await _bot.AskAsync(Question);
        _bot.Clock.Advance(TimeSpan.FromHours(24));

        foreach (var button in answer.Buttons)
        {
            ChatRequest request = button.Action is ChatAction.GiveFeedback ? new ChatRequest.Feedback(button.Action.Answer, FeedbackReason.Missing, "x") : new ChatRequest.Press(button.Action);
            Assert.Contains("no longer in my memory", ResponderHarness.Text(await _bot.DoAsync(request)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Share_OfASlashAnswer_KeepsStatementsSourcesAndDate()
    {
        var answer = await _bot.DoAsync(new ChatRequest.Command("ask", new Dictionary<string, string> { ["question"] = Question }));

        var shared = await _bot.DoAsync(new ChatRequest.Press(ResponderHarness.Button(answer, "Share with the channel")));

        Assert.Equal(ReplyAudience.Everyone, shared.Audience);
        Assert.Equal(answer.Blocks.Where(block => block is not ReplyBlock.Note), shared.Blocks.Where(block => block is not ReplyBlock.Note));
        Assert.StartsWith($"You asked: “{Question}”", ResponderHarness.Text(answer), StringComparison.Ordinal);
        Assert.StartsWith($"Asked: “{Question}”", ResponderHarness.Text(shared), StringComparison.Ordinal);
        Assert.DoesNotContain("You asked", ResponderHarness.Text(shared), StringComparison.Ordinal);
        Assert.DoesNotContain(shared.Buttons, button => button.Action is ChatAction.Share);
    }

    [Fact]
    public async Task ForgetMe_AfterAnAnswer_ForgetsItsButtonsToo()
    {
        var answer = await _bot.AskAsync(Question);
        var others = await _bot.AskAsync(Question, person: new ChatPerson("ben"));

        await _bot.CommandAsync("forget-me");

        Assert.Contains("no longer in my memory", ResponderHarness.Text(await _bot.DoAsync(new ChatRequest.Press(ResponderHarness.Button(answer, "Sources")))), StringComparison.Ordinal);
        Assert.Contains("What the sources say", ResponderHarness.Text(await _bot.DoAsync(new ChatRequest.Press(ResponderHarness.Button(others, "Sources")))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Digest_SubscribedToInAThread_IsPostedThere()
    {
        var reply = await _bot.CommandAsync("digest subscribe daily at 9", ResponderHarness.In("c", "t"));

        var subscription = Assert.Single(await _bot.Get<ISubscriptionStore>().ListAsync(ResponderHarness.In("c"), TestContext.Current.CancellationToken));
        Assert.Equal(("c", "t"), (subscription.To.Channel, subscription.To.Thread));
        Assert.Contains("are posted in this thread", ResponderHarness.Text(reply), StringComparison.Ordinal);
        Assert.Contains("in a thread", ResponderHarness.Text(await _bot.CommandAsync("digest list")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_OnAnAnswer_IsBoundToItsRecords()
    {
        var answer = await _bot.AskAsync(Question);

        await _bot.DoAsync(new ChatRequest.Feedback(ResponderHarness.Button(answer, "Something wrong?").Answer, FeedbackReason.WrongNumber, " It was more. "));

        var entry = Assert.Single(await _bot.Get<IFeedbackLog>().ListAsync(new StoryId("invented"), 10, TestContext.Current.CancellationToken));
        Assert.Equal((FeedbackReason.WrongNumber, "It was more.", "ada"), (entry.Reason, entry.Note, entry.Person.Id));
        Assert.Contains(new RecordId(RecordKind.Claim, "development-cost-report"), entry.Records);
    }

    [Fact]
    public async Task Gaps_AskedInPrivate_AreShownToAdminsAlone()
    {
        using var bot = new ResponderHarness(null, "Admins:0", "eve");
        await bot.AskAsync(Gap, ResponderHarness.With("ada"));
        await bot.AskAsync("What does Toyota say about the Q7?");
        await bot.AskAsync("what does TOYOTA say about the Q7");

        var open = ResponderHarness.Text(await bot.CommandAsync("gaps"));
        var all = ResponderHarness.Text(await bot.CommandAsync("gaps", person: new ChatPerson("eve")));

        Assert.Contains("2× “What does Toyota say about the Q7?”", open, StringComparison.Ordinal);
        Assert.DoesNotContain("Samsung", open, StringComparison.Ordinal);
        Assert.Contains("1 more was asked in private.", open, StringComparison.Ordinal);
        Assert.Contains("1× “" + Gap, all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stories_Several_AreChosenByChannelOrByUse()
    {
        var harbour = InventedPack.Build();
        var second = FixedStories.Open(new KnowledgeSnapshot(
            harbour.Id, harbour.Story with { Id = new StoryId("harbour"), Title = "A harbour" }, harbour.Sources, [.. harbour.Quotes], harbour.Passages));
        using var bot = new ResponderHarness(new FixedStories([.. FixedStories.Invented.All, second]), "Stories:news", "invented", "Admins:0", "eve");

        Assert.Contains("Which story do you mean? There are: invented (An invented story); harbour", ResponderHarness.Text(await bot.AskAsync(Question)), StringComparison.Ordinal);
        Assert.Contains("$412 million", ResponderHarness.Text(await bot.AskAsync(Question, ResponderHarness.In("news"))), StringComparison.Ordinal);
        Assert.Contains("Only an admin", ResponderHarness.Text(await bot.CommandAsync("use invented")), StringComparison.Ordinal);
        Assert.Contains("now about invented", ResponderHarness.Text(await bot.CommandAsync("use inventd", person: new ChatPerson("eve"))), StringComparison.Ordinal);
        Assert.Contains("$412 million", ResponderHarness.Text(await bot.AskAsync(Question)), StringComparison.Ordinal);
        Assert.Contains("now about harbour", ResponderHarness.Text(await bot.CommandAsync("use harbour", ResponderHarness.With("ada"))), StringComparison.Ordinal);
        Assert.DoesNotContain("$412 million", ResponderHarness.Text(await bot.AskAsync(Question, ResponderHarness.With("ada"))), StringComparison.Ordinal);
        Assert.Contains("Which story", ResponderHarness.Text(await bot.AskAsync(Question, ResponderHarness.With("ben"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Story_ThatIsBoundAndNotLoaded_IsSaid()
    {
        using var bot = new ResponderHarness(null, "Stories:w", "absent");

        Assert.Contains("the story \"absent\", which is not loaded", ResponderHarness.Text(await bot.AskAsync(Question)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stories_None_AreNotAskedFor()
    {
        using var bot = new ResponderHarness(new FixedStories());

        Assert.Contains("There is no story that I can answer from", ResponderHarness.Text(await bot.AskAsync(Question)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ask", "What would you like to know?")]
    [InlineData("check", "What shall I check?")]
    [InlineData("story", "There is no /story ")]
    public async Task Command_WithoutWhatItNeeds_SaysWhat(string name, string text) =>
        Assert.Contains(text, ResponderHarness.Text(await _bot.DoAsync(new ChatRequest.Command(name, new Dictionary<string, string>()))), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("\uD83D\uDE00")]
    [InlineData("...")]
    public async Task CheckMessage_WithoutAStatement_SaysSo(string text) =>
        Assert.Contains("no statement in that to check", ResponderHarness.Text(await _bot.DoAsync(new ChatRequest.CheckMessage(text))), StringComparison.Ordinal);

    [Fact]
    public async Task CheckMessage_OfAVeryLongMessage_ChecksItsStartAndSaysSo() =>
        Assert.Contains(
            "Only the first 5,000 characters were checked.",
            ResponderHarness.Text(await _bot.DoAsync(new ChatRequest.CheckMessage(string.Concat(Enumerable.Repeat("The Q7 contains cobalt. ", 1_700))))),
            StringComparison.Ordinal);

    [Fact]
    public async Task Labels_OfButtons_FitOnEveryPlatform()
    {
        var reply = await _bot.AskAsync(Question);

        Assert.Contains(reply.Buttons, button => button.Action is ChatAction.AskSuggestion);
        Assert.All(reply.Buttons, button => Assert.InRange(button.Label.Length, 1, 75));
        Assert.All(reply.Buttons, button => Assert.InRange(button.Action.Encode().Length, 1, ChatAction.MaxLength));
        Assert.All(reply.Buttons, button => Assert.Equal(button.Action, ChatAction.Parse(button.Action.Encode())));
    }
}
