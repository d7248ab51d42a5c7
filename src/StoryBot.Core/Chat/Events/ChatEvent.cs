namespace StoryBot.Core.Chat.Events;

/// <summary>
/// Something that a person did on a platform and that is to be answered, in the same terms for every platform. Immutable;
/// holds no live connection, so that it can be stored before it is acknowledged and answered by another process.
/// </summary>
/// <param name="Id">What the platform repeats when it delivers the same thing again.</param>
/// <param name="Conversation">The thread that it belongs to.</param>
/// <param name="Person">Who did it.</param>
/// <param name="ReplyTo">Where the reply goes.</param>
/// <param name="Request">What is wanted.</param>
/// <param name="ReceivedAt">When it was received, by the clock of this process.</param>
public sealed record ChatEvent(
    ChatEventId Id,
    ConversationKey Conversation,
    ChatPerson Person,
    ReplyAddress ReplyTo,
    ChatRequest Request,
    DateTimeOffset ReceivedAt);

/// <summary>An event's id, unique on its platform: what the platform repeats when it delivers again.</summary>
public readonly record struct ChatEventId(PlatformId Platform, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Platform}:{Value}";
}
