using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Chat.Events;

/// <summary>What somebody wants: exactly one of these. Words in it are untrusted and of any length.</summary>
public abstract record ChatRequest
{
    private ChatRequest()
    {
    }

    /// <summary>Who sees the reply.</summary>
    public abstract ReplyAudience Audience { get; }

    /// <summary>A question in a direct message, a mention or a thread, the bot's name taken out.</summary>
    public sealed record Message(string Text) : ChatRequest
    {
        /// <summary>
        /// Whether the bot was spoken to, in a direct message or by its name. A message in a thread that does not name it is
        /// answered only where it has been asked in that conversation before; elsewhere it is passed over and not kept.
        /// </summary>
        public bool IsAddressed { get; init; } = true;

        /// <inheritdoc/>
        public override ReplyAudience Audience => ReplyAudience.Everyone;
    }

    /// <summary>A slash command.</summary>
    /// <param name="Name">Its name in the catalogue: <c>ask</c>, or a subcommand of <c>story</c> such as <c>quotes</c> or <c>digest subscribe</c>.</param>
    /// <param name="Options">The options by name; on a platform without typed options, what follows the name is in <see cref="Rest"/>.</param>
    public sealed record Command(string Name, IReadOnlyDictionary<string, string> Options) : ChatRequest
    {
        /// <summary>The words after the name, to be read by the catalogue; null where the platform has typed options.</summary>
        public string? Rest { get; init; }

        /// <inheritdoc/>
        public override ReplyAudience Audience => ReplyAudience.Asker;
    }

    /// <summary>A message that somebody else wrote, to be checked against the knowledge.</summary>
    public sealed record CheckMessage(string Text) : ChatRequest
    {
        /// <inheritdoc/>
        public override ReplyAudience Audience => ReplyAudience.Asker;
    }

    /// <summary>A press of one of the bot's buttons. <see cref="ChatAction.GiveFeedback"/> never comes as one: its form is opened at once.</summary>
    public sealed record Press(ChatAction Action) : ChatRequest
    {
        /// <inheritdoc/>
        public override ReplyAudience Audience => ReplyAudience.Asker;
    }

    /// <summary>The feedback form, sent off.</summary>
    /// <param name="Answer">The answer that it is about.</param>
    /// <param name="Reason">What is wrong with it.</param>
    /// <param name="Note">What the person added; may be empty.</param>
    public sealed record Feedback(AnswerId Answer, FeedbackReason Reason, string Note) : ChatRequest
    {
        /// <inheritdoc/>
        public override ReplyAudience Audience => ReplyAudience.Asker;
    }

    /// <summary>
    /// A request that was taken in before a crash and whose words were not kept: it ends in an apology. Made by the inbox, never by a
    /// platform.
    /// </summary>
    public sealed record Forgotten(ReplyAudience SeenBy) : ChatRequest
    {
        /// <inheritdoc/>
        public override ReplyAudience Audience => SeenBy;
    }

    /// <summary>The bot's own page on the platform was opened; the reply is that page.</summary>
    public sealed record OpenHome : ChatRequest
    {
        /// <inheritdoc/>
        public override ReplyAudience Audience => ReplyAudience.Asker;
    }
}
