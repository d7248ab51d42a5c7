using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Testing.Chat;
using StoryBot.Testing.Chat.Layout;

namespace StoryBot.Core.Tests.Chat;

/// <summary>The least platform there can be: events go straight in, and replies are laid out in plain text and kept.</summary>
internal sealed class LoopbackDriver : ChatDriver, IChatSender
{
    private const string Bot = "bot";
    private const string Town = "square";

    private static readonly LayoutLimits Limits = new(600, 10, 1_800, 8);

    private readonly ConcurrentDictionary<string, (IReadOnlyList<ReplyPage> Pages, bool IsPrivate)> _replies = [];
    private readonly ServiceProvider _services;
    private int _count;

    public LoopbackDriver(ChatSetup setup)
    {
        var services = new ServiceCollection();
        setup.AddTo(services);
        services.AddSingleton<IChatSender>(this);
        setup.Watch(services);
        _services = services.BuildServiceProvider();
    }

    public PlatformId Platform { get; } = new("loopback");

    public override bool HasHome => true;

    public override int MessageCount => _replies.Values.Sum(reply => reply.Pages.Count);

    private IChatInbox Inbox => _services.GetRequiredService<IChatInbox>();

    public override Task<ChatAct> CommandAsync(string slashName, string text, string person = "ada") =>
        ActAsync(CommandCatalogue.Read(slashName, text), person, Town, thread: null);

    public override Task<ChatAct> DirectMessageAsync(string text, string person = "ada") => ActAsync(new ChatRequest.Message(text), person, "with-" + person, thread: null);

    public override Task<ChatAct> MentionAsync(string text, string person = "ada") =>
        ActAsync(new ChatRequest.Message(text), person, Town, $"thread-{Interlocked.Increment(ref _count)}");

    public override Task<ChatAct> FollowUpAsync(SeenReply to, string text, string person = "ada")
    {
        var conversation = ((Act)to.Handle!).Event.Conversation;
        return ActAsync(new ChatRequest.Message(text) { IsAddressed = conversation.IsDirect }, person, conversation.Channel, conversation.Thread);
    }

    public override Task<ChatAct> PressAsync(SeenReply under, SeenButton button, string person = "ada") =>
        ActAsync(new ChatRequest.Press(ChatAction.Parse(button.Id)!), person, under);

    public override Task<ChatAct> GiveFeedbackAsync(SeenReply under, FeedbackReason reason, string note, string person = "ada")
    {
        var action = Assert.IsType<ChatAction.GiveFeedback>(ChatAction.Parse(under.Button("Something wrong?")?.Id));
        return ActAsync(new ChatRequest.Feedback(action.Answer, reason, note), person, under);
    }

    public override Task<ChatAct> CheckMessageAsync(string message, string person = "ada") => ActAsync(new ChatRequest.CheckMessage(message), person, Town, thread: null);

    public override Task<ChatAct> OpenHomeAsync(string person = "ada") => ActAsync(new ChatRequest.OpenHome(), person, "with-" + person, thread: null);

    public override async Task RedeliverAsync(ChatAct act) =>
        Assert.Equal(Acceptance.Duplicate, await Inbox.AcceptAsync(((Act)act).Event, TestContext.Current.CancellationToken));

    public override SeenReply Read(ChatAct act)
    {
        var (pages, isPrivate) = _replies[((Act)act).Event.ReplyTo.Message!];
        return new SeenReply([.. pages.Select(Seen)], isPrivate) { Handle = act };
    }

    public Task ShowWorkingAsync(ReplyAddress to, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SendAsync(ReplyAddress to, ChatReply reply, string key, CancellationToken cancellationToken)
    {
        Assert.InRange(key.Length, 1, 20);
        Assert.True(_replies.TryAdd(to.Message!, (ReplyLayout.Lay(reply, Limits, TestMarkup.Plain), reply.Audience == ReplyAudience.Asker)));
        return Task.CompletedTask;
    }

    public override async ValueTask DisposeAsync()
    {
        foreach (var hosted in _services.GetServices<IHostedService>())
        {
            await hosted.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
    }

    private Task<ChatAct> ActAsync(ChatRequest request, string person, SeenReply under)
    {
        var conversation = ((Act)under.Handle!).Event.Conversation;
        return ActAsync(request, person, conversation.Channel, conversation.Thread);
    }

    private async Task<ChatAct> ActAsync(ChatRequest request, string person, string channel, string? thread)
    {
        var id = $"e{Interlocked.Increment(ref _count)}";
        var isDirect = channel != Town;
        var act = new Act(new ChatEvent(
            new ChatEventId(Platform, id),
            new ConversationKey(Platform, Bot, channel, thread) { IsDirect = isDirect },
            new ChatPerson(person),
            new ReplyAddress(Platform, channel) { Thread = thread, Message = id, Person = person },
            request,
            TimeProvider.System.GetUtcNow()));
        Assert.Equal(Acceptance.Accepted, await Inbox.AcceptAsync(act.Event, TestContext.Current.CancellationToken));
        return act;
    }

    private static SeenMessage Seen(ReplyPage page) => new(
        string.Join('\n', page.Sections.Select(section => section.Text)),
        [.. page.Buttons.Select(button => new SeenButton(button.Label, button.Action.Encode()))]);

    private sealed record Act(ChatEvent Event) : ChatAct;
}
