using System.Text.RegularExpressions;
using StoryBot.Core.Chat;
using Xunit;

namespace StoryBot.Testing.Chat;

/// <summary>
/// What every way into every platform has to do alike. A test project derives it once for each way in and returns a
/// <see cref="ChatDriver"/>; all the scenarios then run against that way. See there for how to write one.
/// </summary>
public abstract partial class ChatConformance
{
    /// <summary>The limit of every wait: long, because it only ends a test that has failed.</summary>
    protected static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    /// <summary>A question that the invented story answers.</summary>
    protected const string Question = "How much did Lumora spend on the Q7?";

    private const string Answer = "Lumora spent $412 million on the Q7 between 2027 and 2030.";

    private readonly ChatSetup _setup = new() { Stories = ConformanceStory.Stories };
    private int _expected;

    /// <summary>The token of the running test.</summary>
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Builds the bot from the setup with this way in, starts it and the platform's fake, and returns how people reach it.</summary>
    protected abstract Task<ChatDriver> StartAsync(ChatSetup setup);

    [Theory]
    [InlineData("ask", Question, "$412 million", "Q7 technical report", "2031-05-01")]
    [InlineData("story", "check Lumora spent $312 million on the Q7.", "Contradicted", "$412 million", "Q7 technical report")]
    [InlineData("story", "claims", "Disputed", "Contradicted", "[1]")]
    [InlineData("story", "claims Lumora", "charges in five minutes", "$412 million", "[2]")]
    [InlineData("story", "quotes Lind", "Five minutes is enough for a coffee and a full battery.", "Oskar Lind", "[1]")]
    [InlineData("story", "quotes Kestrel", "Petra Vance", "trust me", "[1]")]
    [InlineData("story", "market Veld", "Veld 100", "0.85%", "14 April 2031")]
    [InlineData("story", "timeline", "2 March 2031", "14 April 2031", "[1]")]
    [InlineData("story", "sources", "Battery maker shakes market", "Kestrel Research", "2031-04-14")]
    [InlineData("story", "sources wire", "Battery maker shakes market", "Tessel", "[2]")]
    [InlineData("story", "gaps", "not in the knowledge", "2031-05-01", "invented")]
    [InlineData("ask", "--as-of 2031-03-31 How fast does the Q7 charge?", "five minutes", "2031-03-31", "[1]")]
    [InlineData("story", "timeline as-of:2031-03-31", "2 March 2031", "2031-03-31", "[1]")]
    [InlineData("ask", "--as-of yesterday " + Question, "“yesterday” is no date", "2025-01-27")]
    [InlineData("story", "digest now", "An invented story: an overview", "At a glance", "Markets at the close")]
    [InlineData("story", "digest preview", "an overview", "Q7 technical report", "This is a preview.")]
    [InlineData("story", "digest list", "No digests are posted", "/story digest subscribe")]
    [InlineData("story", "digest unsubscribe", "There is no digest of this story here.")]
    [InlineData("story", "digest subscribe now and then", "I do not understand \"now\"", "weekdays at 8:30")]
    [InlineData("story", "use invented", "invented", "An invented story", "about")]
    [InlineData("story", "help", "/ask", "/story claims [topic] [status]", "Check this message")]
    public async Task Command_OfTheCatalogue_IsAnswered(string slash, string text, params string[] parts)
    {
        await using var driver = await StartAsync(_setup);

        var reply = await RepliedAsync(driver, driver.CommandAsync(slash, text));

        Assert.All(parts, part => Assert.Contains(part, reply.Text, StringComparison.Ordinal));
        Assert.Equal(driver.HasPrivateReplies, reply.IsPrivate);
        AssertHarmless(reply);
    }

    [Fact]
    public async Task DirectMessage_WithAQuestion_IsAnsweredWithSourcesAndDate()
    {
        await using var driver = await StartAsync(_setup);

        var reply = await RepliedAsync(driver, driver.DirectMessageAsync(Question));

        AssertAnswer(reply);
        Assert.NotNull(reply.Button("Sources"));
        Assert.Null(reply.Button("Share with the channel"));
    }

    [Fact]
    public async Task Mention_WithAQuestion_IsAnsweredForEveryone()
    {
        await using var driver = await StartAsync(_setup);

        var reply = await RepliedAsync(driver, driver.MentionAsync(Question));

        AssertAnswer(reply);
        Assert.False(reply.IsPrivate && driver.HasChannels && driver.HasMessages);
    }

    [Fact]
    public async Task FollowUp_InAThread_RefersBack()
    {
        await using var driver = await StartAsync(_setup);
        var first = await RepliedAsync(driver, driver.MentionAsync("How fast does the Q7 charge?"));

        var second = await RepliedAsync(driver, driver.FollowUpAsync(first, "Who disputes that?"));

        Assert.Contains("five minutes", first.Text, StringComparison.Ordinal);
        Assert.Contains("Kestrel Research", second.Text, StringComparison.Ordinal);
        Assert.Contains("[1]", second.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task FollowUp_InADirectConversation_RefersBackForThatPersonAlone()
    {
        await using var driver = await StartAsync(_setup);
        var first = await RepliedAsync(driver, driver.DirectMessageAsync("How fast does the Q7 charge?"));

        var second = await RepliedAsync(driver, driver.FollowUpAsync(first, "Who disputes that?"));
        var other = await RepliedAsync(driver, driver.DirectMessageAsync("Who disputes that?", "ben"));

        Assert.Contains("Kestrel Research", second.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("No independent test", driver.HasChannels ? other.Text : string.Empty, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SlashAnswer_ForTheAskerAlone_CanBeShared()
    {
        await using var driver = await StartAsync(_setup);
        var reply = await RepliedAsync(driver, driver.CommandAsync("ask", Question));
        AssertAnswer(reply);
        if (!driver.HasChannels)
        {
            Assert.Null(reply.Button("Share with the channel"));
            return;
        }

        var shared = await RepliedAsync(driver, driver.PressAsync(reply, Assert.IsType<SeenButton>(reply.Button("Share with the channel"))));

        AssertAnswer(shared);
        Assert.False(shared.IsPrivate);
        Assert.Null(shared.Button("Share with the channel"));
    }

    [Fact]
    public async Task SourcesButton_UnderAnAnswer_ShowsTheSourcesWords()
    {
        await using var driver = await StartAsync(_setup);
        var reply = await RepliedAsync(driver, driver.MentionAsync(Question));

        var sources = await RepliedAsync(driver, driver.PressAsync(reply, Assert.IsType<SeenButton>(reply.Button("Sources"))));

        Assert.Contains("“We spent $412 million on the Q7 between 2027 and 2030.”", sources.Text, StringComparison.Ordinal);
        Assert.Equal(driver.HasPrivateReplies && driver.HasChannels, sources.IsPrivate);
    }

    [Fact]
    public async Task SuggestionButton_UnderAnAnswer_AsksTheQuestion()
    {
        await using var driver = await StartAsync(_setup);
        var reply = await RepliedAsync(driver, driver.MentionAsync(Question));
        var suggestion = reply.Buttons.First(button => button.Label is not ("Sources" or "Share with the channel" or "Something wrong?"));

        var next = await RepliedAsync(driver, driver.PressAsync(reply, suggestion));

        Assert.Contains("You asked: “", next.Text, StringComparison.Ordinal);
        Assert.Contains("[1]", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feedback_OnAnAnswer_IsThankedFor()
    {
        await using var driver = await StartAsync(_setup);
        var reply = await RepliedAsync(driver, driver.MentionAsync(Question));

        var thanks = await RepliedAsync(driver, driver.GiveFeedbackAsync(reply, FeedbackReason.Outdated, "There is a newer report."));

        Assert.Contains("Thank you. I noted “It is out of date”", thanks.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CheckMessage_OfSomebodyElse_SaysPartByPart()
    {
        await using var driver = await StartAsync(_setup);

        var reply = await RepliedAsync(driver, driver.CheckMessageAsync("Lumora closed 12.4% lower on 14 April 2031, while the Veld 100 lost 0.85%."));

        Assert.Contains("Partly", reply.Text, StringComparison.Ordinal);
        Assert.Contains("supported.", reply.Text, StringComparison.Ordinal);
        Assert.Contains("contradicted.", reply.Text, StringComparison.Ordinal);
        Assert.Equal(driver.HasPrivateReplies, reply.IsPrivate);
    }

    [Fact]
    public async Task LongAnswer_OverSeveralMessages_LosesNoWordAndNoSource()
    {
        await using var driver = await StartAsync(_setup);

        var reply = await RepliedAsync(driver, driver.CommandAsync("story", $"quotes {ConformanceStory.LongSpeaker}"));

        var text = Squeeze(reply.Text);
        Assert.All(ConformanceStory.LongWords, words => Assert.Contains(Squeeze(words), text, StringComparison.Ordinal));
        Assert.All(Enumerable.Range(1, ConformanceStory.LongWords.Count), number => Assert.Contains($"[{number}]NorthernWire", text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Words_ThatWouldNotifyOrFormat_AreShownAndNotifyNobody()
    {
        await using var driver = await StartAsync(_setup);

        var quoted = await RepliedAsync(driver, driver.CommandAsync("story", $"quotes {ConformanceStory.LoudSpeaker}"));
        var asked = await RepliedAsync(driver, driver.CommandAsync("story", "check @everyone <!channel> says <@U123456> that Samsung lost *9%*."));

        Assert.Contains(Squeeze(ConformanceStory.LoudWords), Squeeze(quoted.Text), StringComparison.Ordinal);
        AssertHarmless(quoted);
        AssertHarmless(asked);
    }

    [Fact]
    public async Task Question_ThatTheKnowledgeDoesNotAnswer_IsNotAnswered()
    {
        await using var driver = await StartAsync(_setup);

        var reply = await RepliedAsync(driver, driver.DirectMessageAsync("What did Samsung's chief financial officer say about the Q7?"));

        Assert.Contains("has nothing on", reply.Text, StringComparison.Ordinal);
        Assert.Contains("I will not guess.", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Question_ForAdvice_IsRefused()
    {
        await using var driver = await StartAsync(_setup);

        var reply = await RepliedAsync(driver, driver.MentionAsync("Should I buy Lumora shares?"));

        Assert.Contains("I do not give investment or other advice.", reply.Text, StringComparison.Ordinal);
        Assert.Null(reply.Button("Sources"));
    }

    [Fact]
    public async Task Record_UnderAnEmbargo_IsShownNowhere()
    {
        await using var driver = await StartAsync(_setup);

        var asked = await RepliedAsync(driver, driver.DirectMessageAsync("Did Tessel sign a contract with Lumora?"));
        var listed = await RepliedAsync(driver, driver.CommandAsync("story", "claims Tessel"));

        Assert.DoesNotContain("signed a contract", asked.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("signed a contract", listed.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Failure_OfThePipeline_EndsInAnApologyWithAReference()
    {
        await using var driver = await StartAsync(_setup);
        _setup.Pipeline.Fail();

        var apology = await RepliedAsync(driver, driver.CommandAsync("ask", Question));
        var next = await RepliedAsync(driver, driver.CommandAsync("ask", Question));

        Assert.Matches(Reference(), apology.Text);
        Assert.Contains("Sorry", apology.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("told to fail", apology.Text, StringComparison.Ordinal);
        AssertAnswer(next);
    }

    [Fact]
    public async Task Pipeline_ThatTakesTooLong_EndsInAnApology()
    {
        _setup.Configuration["Chat:Timeout"] = "00:00:01";
        await using var driver = await StartAsync(_setup);
        _setup.Pipeline.Hold();

        var apology = await RepliedAsync(driver, driver.MentionAsync(Question));
        _setup.Pipeline.Release();

        Assert.Contains("took me too long", apology.Text, StringComparison.Ordinal);
        Assert.Matches(Reference(), apology.Text);
    }

    [Fact]
    public async Task Pipeline_HeldUp_IsAcknowledgedAllTheSameAndAnsweredLater()
    {
        await using var driver = await StartAsync(_setup);
        _setup.Pipeline.Hold();

        var command = await driver.CommandAsync("ask", Question).WaitAsync(Limit, Cancellation);
        var message = await driver.DirectMessageAsync(Question, "ben").WaitAsync(Limit, Cancellation);
        Assert.Empty(_setup.Replies.Sent);
        _setup.Pipeline.Release();
        await SentAsync(2);

        AssertAnswer(driver.Read(command));
        AssertAnswer(driver.Read(message));
    }

    [Fact]
    public async Task Event_DeliveredAgain_IsAnsweredOnce()
    {
        await using var driver = await StartAsync(_setup);
        if (!driver.Redelivers)
        {
            // What comes twice there was asked twice.
            AssertAnswer(await RepliedAsync(driver, driver.MentionAsync(Question)));
            AssertAnswer(await RepliedAsync(driver, driver.MentionAsync(Question)));
            return;
        }

        _setup.Pipeline.Hold();

        var act = await driver.MentionAsync(Question);
        await driver.RedeliverAsync(act);
        _setup.Pipeline.Release();
        await SentAsync(1);
        var messages = driver.MessageCount;
        await driver.RedeliverAsync(act);
        var last = await RepliedAsync(driver, driver.DirectMessageAsync("Should I buy Lumora shares?"));

        AssertAnswer(driver.Read(act));
        Assert.Equal(2, _setup.Replies.Sent.Count);
        Assert.Equal(messages + last.Messages.Count, driver.MessageCount);
    }

    [Fact]
    public async Task Questions_OfOneConversation_AreAnsweredInOrder()
    {
        await using var driver = await StartAsync(_setup);
        _setup.Pipeline.Hold();

        var first = await driver.DirectMessageAsync("How fast does the Q7 charge?");
        var second = await driver.DirectMessageAsync("Who disputes that?");
        var third = await driver.DirectMessageAsync("Should I buy Lumora shares?");
        _setup.Pipeline.Release();
        await SentAsync(3);

        Assert.Contains("five minutes", driver.Read(first).Text, StringComparison.Ordinal);
        Assert.Contains("Kestrel Research", driver.Read(second).Text, StringComparison.Ordinal);
        Assert.Contains("advice", driver.Read(third).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_WhoAsksTooMuch_IsToldSoAndOthersAreAnswered()
    {
        _setup.Configuration["Chat:PersonPerMinute"] = "2";
        await using var driver = await StartAsync(_setup);
        await RepliedAsync(driver, driver.DirectMessageAsync(Question));
        await RepliedAsync(driver, driver.DirectMessageAsync(Question));

        var third = await RepliedAsync(driver, driver.DirectMessageAsync(Question));

        Assert.Contains("more than I take from one person", third.Text, StringComparison.Ordinal);
        if (driver.HasChannels)
        {
            AssertAnswer(await RepliedAsync(driver, driver.DirectMessageAsync(Question, "ben")));
        }
    }

    [Fact]
    public async Task Knowledge_StillLoading_IsSaidPlainly()
    {
        _setup.Stories = new FixedStories { IsLoading = true };
        await using var driver = await StartAsync(_setup);

        var reply = await RepliedAsync(driver, driver.DirectMessageAsync(Question));

        Assert.Contains("still loading", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Home_Opened_ShowsTheStoryAtAGlance()
    {
        await using var driver = await StartAsync(_setup);
        Assert.SkipUnless(driver.HasHome, "The platform has no page of the bot's own.");

        var home = await RepliedAsync(driver, driver.OpenHomeAsync());

        Assert.Contains("An invented story", home.Text, StringComparison.Ordinal);
        Assert.Contains("[1]", home.Text, StringComparison.Ordinal);
        Assert.Contains("2031-05-01", home.Text, StringComparison.Ordinal);
    }

    /// <summary>The reply to an act, once it is complete.</summary>
    protected async Task<SeenReply> RepliedAsync(ChatDriver driver, Task<ChatAct> acting)
    {
        ArgumentNullException.ThrowIfNull(driver);
        ArgumentNullException.ThrowIfNull(acting);
        var act = await acting.WaitAsync(Limit, Cancellation);
        await SentAsync(1);
        return driver.Read(act);
    }

    /// <summary>Waits until so many more replies are complete.</summary>
    protected Task SentAsync(int more) => _setup.Replies.WaitAsync(_expected += more, Limit, Cancellation);

    private static void AssertAnswer(SeenReply reply)
    {
        Assert.Contains(Squeeze(Answer + " [1]"), Squeeze(reply.Text), StringComparison.Ordinal);
        Assert.Contains("Q7 technical report", reply.Text, StringComparison.Ordinal);
        Assert.Contains("2031-05-01", reply.Text, StringComparison.Ordinal);
        AssertHarmless(reply);
    }

    private static void AssertHarmless(SeenReply reply) => Assert.All(reply.Messages, message => Assert.Empty(message.Mentions));

    private static string Squeeze(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character)));

    [GeneratedRegex("Reference: [2-9A-Z]{4}-[2-9A-Z]{4}")]
    private static partial Regex Reference();
}
