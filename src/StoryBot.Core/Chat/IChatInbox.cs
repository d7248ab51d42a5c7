using StoryBot.Core.Chat.Events;

namespace StoryBot.Core.Chat;

/// <summary>
/// Takes events in. It answers at once, whatever the pipeline does, so that a platform can acknowledge within its limit;
/// what is accepted ends in a reply or a plain apology. Safe to share between threads.
/// </summary>
public interface IChatInbox
{
    /// <summary>Takes an event in. Returns once it is safe to acknowledge it.</summary>
    ValueTask<Acceptance> AcceptAsync(ChatEvent chatEvent, CancellationToken cancellationToken);
}

/// <summary>What became of an event that was handed in.</summary>
public enum Acceptance
{
    /// <summary>It will be answered.</summary>
    Accepted,

    /// <summary>It was taken in before and is answered once: acknowledge it and do nothing else.</summary>
    Duplicate,

    /// <summary>Not taken in: the process is shutting down or full. A platform that can is asked to deliver again.</summary>
    Refused,
}
