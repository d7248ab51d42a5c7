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

    /// <summary>
    /// The questions that were asked most in each of several places, the most asked first; those that differ in case, accents or punctuation are
    /// one. As many lists as places, in their order.
    /// </summary>
    /// <param name="story">The story.</param>
    /// <param name="places">The places; thousands may be wanted at once.</param>
    /// <param name="most">How many questions for each at the most.</param>
    /// <param name="cancellationToken">It is no longer wanted.</param>
    ValueTask<IReadOnlyList<IReadOnlyList<AskedQuestion>>> MostAskedAsync(StoryId story, IReadOnlyList<AskedIn> places, int most, CancellationToken cancellationToken);
}

/// <summary>Where and since when questions are counted. Immutable.</summary>
/// <param name="Channel">Where; its thread does not count.</param>
/// <param name="Since">Those asked at that moment or later; null for all that are remembered.</param>
public sealed record AskedIn(ConversationKey Channel, DateTimeOffset? Since);

/// <summary>A question that was asked. Immutable.</summary>
/// <param name="Question">Its words, as they were last asked.</param>
/// <param name="Count">How often.</param>
public sealed record AskedQuestion(string Question, int Count);
