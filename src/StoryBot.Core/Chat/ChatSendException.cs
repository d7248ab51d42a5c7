namespace StoryBot.Core.Chat;

/// <summary>
/// A reply could not be delivered. The message says why in words for an operator: which permission or scope is missing, and
/// where it is switched on. Holds no token and no text of a reply.
/// </summary>
public sealed class ChatSendException : Exception
{
    /// <summary>A failure with its reason.</summary>
    /// <param name="message">Why, and the way on.</param>
    /// <param name="isFinal">Whether another attempt would fail as well.</param>
    /// <param name="inner">What failed.</param>
    public ChatSendException(string message, bool isFinal, Exception? inner = null)
        : base(message, inner) => IsFinal = isFinal;

    /// <summary>Whether another attempt would fail as well: the channel is gone, or a permission is missing.</summary>
    public bool IsFinal { get; }
}
