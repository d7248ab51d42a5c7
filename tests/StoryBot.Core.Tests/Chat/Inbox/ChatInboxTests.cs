using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Tests.Chat.Inbox;

public sealed class ChatInboxTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);
    private static readonly PlatformId Platform = new("test");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2031, 5, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly Responder _responder = new();
    private readonly Sender _sender = new();
    private readonly ChatOptions _options = new() { Workers = 2, QueueCapacity = 10 };
    private readonly Lazy<ChatInbox> _inbox;

    public ChatInboxTests() => _inbox = new Lazy<ChatInbox>(() =>
        new ChatInbox(new MemoryEventLog(_clock), _responder, [_sender], Options.Create(_options), _clock, NullLogger<ChatInbox>.Instance));

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _inbox.Value.Dispose();

    [Fact]
    public async Task Event_Accepted_IsAnsweredUnderAKeyOfItsOwn()
    {
        Assert.Equal(Acceptance.Accepted, await AcceptAsync("1", "a"));
        Assert.Equal(Acceptance.Accepted, await AcceptAsync("2", "b"));

        var sent = new[] { await _sender.NextAsync(), await _sender.NextAsync() };

        Assert.Equal(["1", "2"], sent.Select(reply => reply.Text).Order());
        Assert.Equal(2, sent.Select(reply => reply.Key).Distinct().Count());
        Assert.All(sent, reply => Assert.InRange(reply.Key.Length, 1, 20));
    }

    [Fact]
    public async Task Event_TakenInBefore_IsADuplicateForAnHour()
    {
        Assert.Equal(Acceptance.Accepted, await AcceptAsync("1", "a"));
        await _sender.NextAsync();

        Assert.Equal(Acceptance.Duplicate, await AcceptAsync("1", "a"));
        _clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(Acceptance.Duplicate, await AcceptAsync("1", "a"));
        Assert.Equal(1, _responder.Count);
    }

    [Fact]
    public async Task Event_DeliveredManyTimesAtOnce_IsAnsweredOnce()
    {
        var accepted = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => AcceptAsync("1", "a").AsTask())));
        await _sender.NextAsync();

        Assert.Equal(1, accepted.Count(acceptance => acceptance == Acceptance.Accepted));
        Assert.Equal(1, _responder.Count);
    }

    [Fact]
    public async Task Conversation_HeldUp_KeepsItsOrderWhileAnotherGoesOn()
    {
        var held = _responder.Hold("1");
        await AcceptAsync("1", "a");
        await AcceptAsync("2", "a");
        await AcceptAsync("3", "b");

        Assert.Equal("3", (await _sender.NextAsync()).Text);
        held.SetResult();
        Assert.Equal("1", (await _sender.NextAsync()).Text);
        Assert.Equal("2", (await _sender.NextAsync()).Text);
    }

    [Fact]
    public async Task SlashCommands_OfTwoPeopleInOneChannel_DoNotWaitForEachOther()
    {
        var held = _responder.Hold("1");
        await AcceptAsync("1", "a", Command("ada"), "ada");
        await AcceptAsync("2", "a", Command("ben"), "ben");

        Assert.Equal("2", (await _sender.NextAsync()).Text);
        held.SetResult();
        Assert.Equal("1", (await _sender.NextAsync()).Text);
    }

    [Fact]
    public async Task Queue_Full_RefusesWhatIsNew()
    {
        var held = _responder.Hold("0");
        for (var index = 0; index < _options.QueueCapacity; index++)
        {
            Assert.Equal(Acceptance.Accepted, await AcceptAsync($"{index}", "a"));
        }

        Assert.Equal(Acceptance.Refused, await AcceptAsync("late", "b"));
        held.SetResult();
        for (var index = 0; index < _options.QueueCapacity; index++)
        {
            await _sender.NextAsync();
        }

        Assert.Equal(_options.QueueCapacity, _responder.Count);
    }

    [Fact]
    public async Task Responder_ThatFails_EndsInAnApologyWithTheReferenceOfTheEvent()
    {
        _responder.Fail("1");
        await AcceptAsync("1", "a");

        var apology = await _sender.NextAsync();

        Assert.Contains(EventReference.Of(new ChatEventId(Platform, "1")), apology.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("broken", apology.Text, StringComparison.Ordinal);
        Assert.NotEqual(EventReference.ReplyKey(new ChatEventId(Platform, "1")), apology.Key);
    }

    [Fact]
    public async Task Responder_ThatNeitherEndsNorHeedsTheToken_IsLeftBehindAndTheNextIsAnswered()
    {
        _responder.Hold("1");
        await AcceptAsync("1", "a");
        await AcceptAsync("2", "a");
        await _responder.StartedAsync("1");
        // In steps: what waits for the time is set up on another thread.
        while (!_sender.HasSent)
        {
            _clock.Advance(_options.Timeout);
            await Task.Yield();
        }

        Assert.Contains("took me too long", (await _sender.NextAsync()).Text, StringComparison.Ordinal);
        Assert.Equal("2", (await _sender.NextAsync()).Text);
    }

    [Fact]
    public async Task Work_OnlyWhenItTakesLonger_IsShown()
    {
        var held = _responder.Hold("2");
        await AcceptAsync("1", "a");
        await _sender.NextAsync();
        Assert.Equal(0, _sender.Shown);

        await AcceptAsync("2", "a");
        await _responder.StartedAsync("2");
        while (_sender.Shown == 0)
        {
            _clock.Advance(_options.ShowWorkingAfter);
            await Task.Yield();
        }

        held.SetResult();
        Assert.Equal("2", (await _sender.NextAsync()).Text);
        Assert.Equal(1, _sender.Shown);
    }

    [Fact]
    public async Task Nothing_ToSay_SendsNothing()
    {
        _responder.Silence("1");
        await AcceptAsync("1", "a");
        await AcceptAsync("2", "a");

        Assert.Equal("2", (await _sender.NextAsync()).Text);
    }

    [Theory]
    [InlineData(false, 2)]
    [InlineData(true, 1)]
    public async Task Reply_ThatCannotBeSent_IsFollowedByAnApologyUnlessNothingCanBe(bool isFinal, int attempts)
    {
        _sender.FailOnce(new ChatSendException("The channel is gone.", isFinal));
        await AcceptAsync("1", "a");
        await AcceptAsync("2", "a");
        var texts = new List<string>();
        do
        {
            texts.Add((await _sender.NextAsync()).Text);
        }
        while (texts[^1] != "2");

        Assert.Equal(attempts, texts.Count);
        Assert.Equal(!isFinal, texts[0].Contains("Reference:", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Stop_WithEventsUnderWay_RefusesNewOnesAndFinishesThose()
    {
        var held = _responder.Hold("1");
        await AcceptAsync("1", "a");
        await AcceptAsync("2", "a");

        var stopping = _inbox.Value.StopAsync(Cancellation);
        Assert.False(stopping.IsCompleted);
        Assert.Equal(Acceptance.Refused, await AcceptAsync("3", "b"));
        held.SetResult();
        await stopping.WaitAsync(Limit, Cancellation);

        Assert.Equal(["1", "2"], [(await _sender.NextAsync()).Text, (await _sender.NextAsync()).Text]);
    }

    [Fact]
    public async Task Stop_ThatCanWaitNoLonger_GivesUp()
    {
        _responder.Hold("1");
        await AcceptAsync("1", "a");
        await _responder.StartedAsync("1");
        using var impatient = new CancellationTokenSource();

        var stopping = _inbox.Value.StopAsync(impatient.Token);
        await impatient.CancelAsync();

        await stopping.WaitAsync(Limit, Cancellation);
        Assert.False(_sender.HasSent);
    }

    private static ChatRequest.Command Command(string question) => new("ask", new Dictionary<string, string> { ["question"] = question });

    private ValueTask<Acceptance> AcceptAsync(string id, string thread, ChatRequest? request = null, string person = "ada") => _inbox.Value.AcceptAsync(
        new ChatEvent(
            new ChatEventId(Platform, id),
            new ConversationKey(Platform, "w", "c", thread),
            new ChatPerson(person),
            new ReplyAddress(Platform, "c") { Message = id },
            request ?? new ChatRequest.Message(id),
            _clock.GetUtcNow()),
        Cancellation);

    /// <summary>Answers with the event's id; heeds no token.</summary>
    private sealed class Responder : IChatResponder
    {
        private readonly ConcurrentDictionary<string, TaskCompletionSource> _held = [];
        private readonly ConcurrentDictionary<string, TaskCompletionSource> _started = [];
        private readonly ConcurrentDictionary<string, bool> _failing = [];
        private readonly ConcurrentDictionary<string, bool> _silent = [];
        private int _count;

        public int Count => Volatile.Read(ref _count);

        public TaskCompletionSource Hold(string id) => _held.GetOrAdd(id, _ => New());

        public void Fail(string id) => _failing[id] = true;

        public void Silence(string id) => _silent[id] = true;

        public Task StartedAsync(string id) => _started.GetOrAdd(id, _ => New()).Task.WaitAsync(Limit, Cancellation);

        public async Task<ChatReply?> RespondAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
        {
            var id = chatEvent.Id.Value;
            Interlocked.Increment(ref _count);
            _started.GetOrAdd(id, _ => New()).TrySetResult();
            await (_held.TryGetValue(id, out var held) ? held.Task : Task.CompletedTask);
            return _failing.ContainsKey(id) ? throw new InvalidOperationException("broken")
                : _silent.ContainsKey(id) ? null
                : ChatReply.Note(ReplyAudience.Everyone, id);
        }

        private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    private sealed class Sender : IChatSender
    {
        private readonly Channel<(string Text, string Key)> _sent = Channel.CreateUnbounded<(string, string)>();
        private ChatSendException? _failure;
        private int _shown;

        public PlatformId Platform => ChatInboxTests.Platform;

        public bool HasSent => _sent.Reader.Count > 0;

        public int Shown => Volatile.Read(ref _shown);

        public void FailOnce(ChatSendException failure) => _failure = failure;

        public async Task<(string Text, string Key)> NextAsync() => await _sent.Reader.ReadAsync(Cancellation).AsTask().WaitAsync(Limit, Cancellation);

        public Task ShowWorkingAsync(ReplyAddress to, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _shown);
            return Task.CompletedTask;
        }

        public Task SendAsync(ReplyAddress to, ChatReply reply, string key, CancellationToken cancellationToken)
        {
            if (Interlocked.Exchange(ref _failure, null) is { } failure)
            {
                throw failure;
            }

            Assert.True(_sent.Writer.TryWrite((reply.Fallback, key)));
            return Task.CompletedTask;
        }
    }
}
