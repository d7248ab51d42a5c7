using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Memory;

/// <summary>Questions that the knowledge does not answer, for the curators, and who is to be told when it does. Safe to share between threads.</summary>
public interface IGapLog
{
    /// <summary>Counts a question.</summary>
    ValueTask AddAsync(UnansweredQuestion question, CancellationToken cancellationToken);

    /// <summary>The open gaps of a story, the most asked first.</summary>
    ValueTask<IReadOnlyList<Gap>> ListAsync(StoryId story, CancellationToken cancellationToken);

    /// <summary>Who asked the question of a gap and where, the newest first and each place once; none when the gap is closed.</summary>
    ValueTask<IReadOnlyList<UnansweredQuestion>> AskersAsync(StoryId story, string question, CancellationToken cancellationToken);

    /// <summary>Closes a gap: the knowledge answers it now. Asked again in vain, it opens anew.</summary>
    ValueTask CloseAsync(StoryId story, string question, CancellationToken cancellationToken);
}

/// <summary>A question that was not answered. Immutable.</summary>
/// <param name="Story">The story.</param>
/// <param name="Question">The asker's words.</param>
/// <param name="IsPrivate">Whether it was asked where others do not see it; it is then shown to those alone who may see all.</param>
/// <param name="Person">Who asked.</param>
/// <param name="ReplyTo">Where, without a token.</param>
/// <param name="Audience">Who saw the reply.</param>
/// <param name="At">When.</param>
public sealed record UnansweredQuestion(StoryId Story, string Question, bool IsPrivate, string Person, ReplyAddress ReplyTo, ReplyAudience Audience, DateTimeOffset At)
{
    /// <summary>The same for all questions of one person in one place: that person is told once there.</summary>
    public string Asker => $"{ReplyTo.PlaceFor(ReplyAudience.Everyone)}{Person}";
}

/// <summary>An open gap. Immutable.</summary>
/// <param name="Question">The question in the words in which it was first asked.</param>
/// <param name="Count">How often it was asked.</param>
/// <param name="IsPrivate">Whether it was only ever asked where others do not see it.</param>
public sealed record Gap(string Question, int Count, bool IsPrivate);
