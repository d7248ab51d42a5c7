using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Stories;

namespace StoryBot.Core.Chat.Requests;

/// <summary>The table of contents of what can be asked: each kind of request and its handler. Safe to share between threads.</summary>
internal sealed class ChatResponder(
    ChatGate gate,
    ChatPermissions permissions,
    StoryChooser chooser,
    ConversationMemory conversations,
    AnswerStore answers,
    ForgetHandler forgetting,
    QuestionHandler questions,
    CheckHandler checks,
    ListHandler lists,
    GapsHandler gaps,
    PressHandler presses,
    FeedbackHandler feedback,
    GuideHandler guide,
    IReaderScopes scopes,
    IEnumerable<ICommandHandler> others) : IChatResponder
{
    private readonly Dictionary<string, ICommandHandler> _others = others
        .SelectMany(handler => handler.Names.Select(name => (name, handler)))
        .ToDictionary(pair => pair.name, pair => pair.handler, StringComparer.Ordinal);

    /// <inheritdoc/>
    public async Task<ChatReply?> RespondAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(chatEvent);
        if (chatEvent.Request is ChatRequest.Message { IsAddressed: false }
            && !(permissions.Answers(chatEvent.Conversation) && await conversations.KnowsAsync(chatEvent, cancellationToken)))
        {
            return null;
        }

        if (gate.Refuse(chatEvent) is { } refusal)
        {
            return ChatReply.Note(ReplyAudience.Asker, refusal);
        }

        return chatEvent.Request switch
        {
            ChatRequest.Feedback given => await feedback.KeepAsync(chatEvent, given, cancellationToken),
            ChatRequest.Command { Name: CommandNames.Help } => GuideHandler.Help(chatEvent.Request.Audience),
            ChatRequest.Forgotten => Forgotten(chatEvent),
            ChatRequest.Command { Name: CommandNames.Use } command => await guide.UseAsync(chatEvent, ListHandler.Option(command, CommandNames.StoryId), cancellationToken),
            ChatRequest.Command { Name: CommandNames.ForgetMe } => await forgetting.ForgetAsync(chatEvent, cancellationToken),
            ChatRequest.Command { Name: CommandNames.Story } command => GuideHandler.Unknown(chatEvent.Request.Audience, command.Rest ?? string.Empty),
            _ => await OnStoryAsync(chatEvent, cancellationToken),
        };
    }

    private async Task<ChatReply> OnStoryAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        await chooser.CatchUpAsync(chatEvent.Conversation, cancellationToken);
        var (story, problem) = chooser.Choose(chatEvent.Conversation);
        if (story is null)
        {
            return ChatReply.Note(chatEvent.Request.Audience, problem!);
        }

        if (!LookBack.TryScope(chatEvent.Request, scopes.For(chatEvent.Conversation), out var scope))
        {
            return ChatReply.Note(chatEvent.Request.Audience, LookBack.Unclear(chatEvent.Request));
        }

        var context = new RequestContext(chatEvent, story, scope);
        try
        {
            var reply = await OnStoryAsync(context, cancellationToken);
            await answers.SaveAsync(chatEvent, cancellationToken);
            return reply;
        }
        finally
        {
            answers.Drop(chatEvent);
        }
    }

    private async Task<ChatReply> OnStoryAsync(RequestContext context, CancellationToken cancellationToken) =>
        context.Event.Request switch
        {
            ChatRequest.Message message => await questions.AnswerAsync(context, message.Text, isRepeated: false, cancellationToken),
            ChatRequest.Command command => await CommandAsync(context, command, cancellationToken),
            ChatRequest.CheckMessage check => checks.Check(context, check.Text, cancellationToken),
            ChatRequest.Press press => await presses.PressAsync(context, press.Action, cancellationToken),
            ChatRequest.OpenHome => GuideHandler.Home(context),
            _ => throw new InvalidOperationException($"A request of unknown kind: {context.Event.Request.GetType().Name}."),
        };

    private static ChatReply Forgotten(ChatEvent chatEvent) => ChatReply.Note(
        chatEvent.Request.Audience,
        $"Sorry, I was restarted before I could answer that, and I do not keep what is asked. Please ask again. Reference: {EventReference.Of(chatEvent.Id)}");

    private async Task<ChatReply> CommandAsync(RequestContext context, ChatRequest.Command command, CancellationToken cancellationToken) => command.Name switch
    {
        CommandNames.Ask when ListHandler.Option(command, CommandNames.Question) is { } question =>
            await questions.AnswerAsync(context, question, isRepeated: !context.Event.Conversation.IsDirect, cancellationToken),
        CommandNames.Ask => ChatReply.Note(context.Audience, "What would you like to know? Put the question after /ask."),
        CommandNames.Check when ListHandler.Option(command, CommandNames.Statement) is { } statement => checks.Check(context, statement, cancellationToken),
        CommandNames.Check => ChatReply.Note(context.Audience, "What shall I check? Put the statement after /story check."),
        CommandNames.Claims => lists.Claims(context, command),
        CommandNames.Quotes => lists.Quotes(context, command),
        CommandNames.Market => lists.Market(context, command),
        CommandNames.Timeline => lists.Timeline(context),
        CommandNames.Sources => lists.Sources(context, command),
        CommandNames.Gaps => await gaps.ListAsync(context, cancellationToken),
        _ when _others.TryGetValue(command.Name, out var handler) => await handler.HandleAsync(context, command, cancellationToken),
        _ => GuideHandler.Unknown(context.Audience, command.Name),
    };
}
