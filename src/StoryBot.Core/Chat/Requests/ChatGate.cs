using Microsoft.Extensions.Options;
using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Inbox;

namespace StoryBot.Core.Chat.Requests;

/// <summary>Decides whether a request is dealt with at all, and says why not. Safe to share between threads.</summary>
internal sealed class ChatGate(IOptions<ChatOptions> options, ChatPermissions permissions, TimeProvider clock)
{
    private readonly ChatOptions _options = options.Value;
    private readonly TokenBuckets _people = new(options.Value.PersonPerMinute, clock);
    private readonly TokenBuckets _channels = new(options.Value.ChannelPerMinute, clock);

    /// <summary>Why the request is not dealt with; null when it is.</summary>
    public string? Refuse(ChatEvent chatEvent)
    {
        if (!permissions.Answers(chatEvent.Conversation))
        {
            return chatEvent.Conversation.IsDirect
                ? "I do not answer direct messages here. Please ask in a channel that I am switched on in."
                : "I am not switched on in this channel. Whoever runs me can add it.";
        }

        return TooMany(chatEvent) ?? TooLong(chatEvent.Request);
    }

    private string? TooMany(ChatEvent chatEvent)
    {
        // A form was opened by a press that counted already; the page costs nothing that a person could wear out.
        if (chatEvent.Request is ChatRequest.Feedback or ChatRequest.OpenHome)
        {
            return null;
        }

        var (platform, workspace, channel) = (chatEvent.Conversation.Platform, chatEvent.Conversation.Workspace, chatEvent.Conversation.Channel);
        if (_people.Take($"{platform}/{workspace}/{chatEvent.Person.Id}") is { } wait)
        {
            return $"That is more than I take from one person at a time ({_options.PersonPerMinute} a minute). Please ask again in {Seconds(wait)}.";
        }

        return !chatEvent.Conversation.IsDirect && _channels.Take($"{platform}/{workspace}/{channel}") is { } busy
            ? $"This channel asks more than I answer at a time ({_options.ChannelPerMinute} a minute). Please ask again in {Seconds(busy)}."
            : null;
    }

    private string? TooLong(ChatRequest request)
    {
        var question = request switch
        {
            ChatRequest.Message message => message.Text,
            ChatRequest.Command { Name: CommandNames.Ask } command => ListHandler.Option(command, CommandNames.Question),
            _ => null,
        };
        return question?.Length > _options.QuestionLength
            ? $"That question has {question.Length:N0} characters, and I read up to {_options.QuestionLength:N0}. Please ask it in a few sentences; /story check takes longer texts."
            : null;
    }

    private static string Seconds(TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        return seconds == 1 ? "a second" : $"{seconds} seconds";
    }
}
