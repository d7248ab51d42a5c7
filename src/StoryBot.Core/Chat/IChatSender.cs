using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Chat;

/// <summary>
/// A platform's way out. Keeps the order of replies per channel, waits out rate limits, repeats what may be repeated, and posts
/// a reply once however often it has to try. Safe to share between threads.
/// </summary>
public interface IChatSender
{
    /// <summary>The platform that it sends to.</summary>
    PlatformId Platform { get; }

    /// <summary>Shows that an answer is being worked on, where the platform has a way to; never fails.</summary>
    Task ShowWorkingAsync(ReplyAddress to, CancellationToken cancellationToken);

    /// <summary>Sends a reply, in as many messages as the platform's limits ask for.</summary>
    /// <param name="to">Where.</param>
    /// <param name="reply">What.</param>
    /// <param name="key">The same for each attempt at the same reply, at most 20 characters: what makes a repetition harmless.</param>
    /// <param name="cancellationToken">The process is stopping.</param>
    /// <exception cref="ChatSendException">It cannot be delivered, now or at all.</exception>
    Task SendAsync(ReplyAddress to, ChatReply reply, string key, CancellationToken cancellationToken);
}
