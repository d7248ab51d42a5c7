using StoryBot.Core.Chat.Events;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Memory;

/// <summary>
/// The questions that were asked in a channel where everyone there saw them: what its digest may repeat. What was asked in private, or in another
/// channel, is never among them. Safe to share between threads.
/// </summary>
public interface IAskedQuestions
{
    /// <summary>Counts a question. Called only for one that everyone in the channel sees.</summary>
    /// <param name="story">The story.</param>
    /// <param name="channel">Where; its thread does not count.</param>
    /// <param name="person">Who asked: the platform's id.</param>
    /// <param name="question">The asker's words.</param>
    /// <param name="at">When.</param>
    /// <param name="cancellationToken">It is no longer wanted.</param>
    ValueTask AddAsync(StoryId story, ConversationKey channel, string person, string question, DateTimeOffset at, CancellationToken cancellationToken);

    /// <summary>The questions that were asked most, the most asked first; those that differ in case, accents or punctuation are one.</summary>
    /// <param name="story">The story.</param>
    /// <param name="channel">Where; its thread does not count.</param>
    /// <param name="since">Those asked at that moment or later; null for all that are remembered.</param>
    /// <param name="most">How many at the most.</param>
    /// <param name="cancellationToken">It is no longer wanted.</param>
    ValueTask<IReadOnlyList<AskedQuestion>> MostAskedAsync(StoryId story, ConversationKey channel, DateTimeOffset? since, int most, CancellationToken cancellationToken);
}

/// <summary>A question that was asked. Immutable.</summary>
/// <param name="Question">Its words, as they were last asked.</param>
/// <param name="Count">How often.</param>
public sealed record AskedQuestion(string Question, int Count);
