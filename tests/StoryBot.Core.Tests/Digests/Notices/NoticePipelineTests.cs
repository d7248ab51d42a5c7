using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Replies.Archive;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Digests;
using StoryBot.Core.Digests.Notices;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Testing.Chat;

namespace StoryBot.Core.Tests.Digests.Notices;

public sealed class NoticePipelineTests : IDisposable
{
    private const string Question = "How did the Veld 100 close on 14 April 2031?";
    private const string Gap = "What did Samsung's chief financial officer say about the Q7?";

    private static readonly PlatformId Platform = new("loopback");

    private readonly SwappedStories _stories = new(FixedStories.Invented.All[0]);
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2031, 5, 2, 8, 30, 0, TimeSpan.Zero));
    private readonly ServiceProvider _services;
    private int _events;

    public NoticePipelineTests()
    {
        var configuration = new ConfigurationBuilder().Build();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_clock)
            .AddLogging()
            .AddSingleton<IStories>(_stories)
            .AddChat(configuration)
            .AddDigests(configuration)
            .BuildServiceProvider();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Answer_WhoseRecordChanged_IsCorrectedOnceWithBeforeAndNow()
    {
        await StartAsync();
        await AskAsync(Question, "c", "t");
        _stories.ChangeFigure();

        await SettleAsync();
        await SettleAsync();

        var (entry, reply) = Assert.Single(await PostedAsync());
        Assert.Equal(PostKind.Correction, entry.Kind);
        Assert.Equal(("c", "t"), (entry.To.Channel, entry.To.Thread));
        Assert.Equal(ReplyAudience.Everyone, reply.Audience);
        Assert.Matches("(?s)Correction.*Before:.*0\\.85%.*Now:.*0\\.95%", Text(reply));
        Assert.Contains(reply.Blocks, block => block is ReplyBlock.Sources);
    }

    [Fact]
    public async Task Burst_OfEdits_BecomesOneMessagePerThread()
    {
        await StartAsync();
        await AskAsync(Question, "c", "t1");
        await AskAsync(Question, "c", "t1");
        await AskAsync(Question, "c", "t2");

        foreach (var value in (decimal[])[0.91m, 0.92m, 0.93m])
        {
            _stories.ChangeFigure(value);
            await RunAsync();
            _clock.Advance(TimeSpan.FromSeconds(5));
            await RunAsync();
        }

        await SettleAsync();

        var posted = await PostedAsync();
        Assert.Equal(["t1", "t2"], posted.Select(post => post.Entry.To.Thread).Order());
        Assert.All(posted, post => Assert.Matches("(?s)0\\.85%.*0\\.93%", Text(post.Reply)));
    }

    [Fact]
    public async Task CosmeticEdit_TellsNobody()
    {
        await StartAsync();
        await AskAsync(Question, "c", "t");

        _stories.Change(records => records.Select(record => record with { Refs = ["X1"], Line = record.Line + 1 }));
        await SettleAsync();

        Assert.Empty(await PostedAsync());
    }

    [Fact]
    public async Task RecordThatIsRetractedOrTakenOut_IsCorrected()
    {
        await StartAsync();
        await AskAsync(Question, "c", "t");

        _stories.Change(records => records.Where(record => record.Id.Value != "veld-close-change"));
        await SettleAsync();

        Assert.Matches("(?s)No longer in the knowledge.*0\\.85%", Text(Assert.Single(await PostedAsync()).Reply));
    }

    [Fact]
    public async Task SlashAnswer_IsCorrectedToItsAskerAlone()
    {
        await StartAsync();
        await RespondAsync(new ChatRequest.Command("ask", new Dictionary<string, string> { ["question"] = Question }), "c", null, "ada");
        _stories.ChangeFigure();

        await SettleAsync();

        var (entry, reply) = Assert.Single(await PostedAsync());
        Assert.Equal(ReplyAudience.Asker, reply.Audience);
        Assert.Equal("ada", entry.To.Person);
        Assert.True(entry.To.IsUnprompted);
        Assert.Null(entry.To.ResponseToken);
    }

    [Fact]
    public async Task Gap_ThatTheKnowledgeFills_IsToldOnceWhereItWasAsked()
    {
        await StartAsync();
        await AskAsync(Gap, "c", "t1", "ada");
        await AskAsync(Gap, "c", "t2", "ben");
        await AskAsync("What is the colour of the sky on Mars?", "c", "t3", "cyd");

        _stories.Change(records =>
        [
            .. records,
            new Quote
            {
                Id = new RecordId(RecordKind.Quote, "samsung-cfo"),
                Speaker = "Park Soon-cheol",
                Role = "chief financial officer",
                Organisation = "Samsung",
                Text = "The Q7 is a serious rival",
                Evidence = [new Evidence { Source = new SourceId("wire"), Excerpt = "Samsung's chief financial officer, Park Soon-cheol, said: \"The Q7 is a serious rival\"." }],
            },
        ]);
        await SettleAsync();
        _stories.ChangeFigure();
        await SettleAsync();

        var posted = await PostedAsync();
        Assert.Equal(["t1", "t2"], posted.Select(post => post.Entry.To.Thread).Order());
        Assert.All(posted, post => Assert.Equal(PostKind.GapNotice, post.Entry.Kind));
        Assert.All(posted, post => Assert.Contains("The Q7 is a serious rival", Text(post.Reply), StringComparison.Ordinal));
    }

    public void Dispose() => _services.Dispose();

    // The first look takes the knowledge as it is for told.
    private Task StartAsync() => RunAsync();

    private async Task SettleAsync()
    {
        await RunAsync();
        _clock.Advance(new NoticeOptions().Quiet);
        await RunAsync();
    }

    private Task RunAsync() => _services.GetRequiredService<NoticePipeline>().RunAsync(Cancellation);

    private Task AskAsync(string question, string channel, string? thread, string person = "ada") =>
        RespondAsync(new ChatRequest.Message(question), channel, thread, person);

    private async Task RespondAsync(ChatRequest request, string channel, string? thread, string person)
    {
        var chatEvent = new ChatEvent(
            new ChatEventId(Platform, $"e{_events++}"),
            new ConversationKey(Platform, "w", channel, thread),
            new ChatPerson(person),
            new ReplyAddress(Platform, channel) { Workspace = "w", Thread = thread, Person = person, ResponseToken = "secret" },
            request,
            _clock.GetUtcNow());
        Assert.NotNull(await _services.GetRequiredService<IChatResponder>().RespondAsync(chatEvent, Cancellation));
    }

    private async Task<IReadOnlyList<(OutboxEntry Entry, ChatReply Reply)>> PostedAsync()
    {
        var archive = _services.GetRequiredService<ReplyArchive>();
        var posted = new List<(OutboxEntry, ChatReply)>();
        foreach (var entry in await _services.GetRequiredService<IOutboxStore>().ListAsync(OutboxState.Pending, 100, Cancellation))
        {
            posted.Add((entry, Assert.IsType<ChatReply>(await archive.ReadAsync(entry.Content, Cancellation))));
        }

        return posted;
    }

    private static string Text(ChatReply reply) => string.Join('\n', reply.Blocks.Select(block => block switch
    {
        ReplyBlock.Heading heading => heading.Text,
        ReplyBlock.Note note => note.Text,
        ReplyBlock.Statements statements => string.Join('\n', statements.Answer.Sentences.Select(sentence => sentence.Text)),
        _ => string.Empty,
    }));
}
