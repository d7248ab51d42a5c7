using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Memory;

/// <summary>Questions that the knowledge does not answer, for the curators. Safe to share between threads.</summary>
public interface IGapLog
{
    /// <summary>Counts a question.</summary>
    /// <param name="story">The story.</param>
    /// <param name="question">The asker's words.</param>
    /// <param name="isPrivate">Whether it was asked where others do not see it; it is then shown to those alone who may see all.</param>
    /// <param name="cancellationToken">It is no longer wanted.</param>
    ValueTask AddAsync(StoryId story, string question, bool isPrivate, CancellationToken cancellationToken);

    /// <summary>The gaps of a story, the most asked first.</summary>
    ValueTask<IReadOnlyList<Gap>> ListAsync(StoryId story, CancellationToken cancellationToken);
}

/// <summary>A question that was not answered. Immutable.</summary>
/// <param name="Question">Its words, as they were first asked.</param>
/// <param name="Count">How often it was asked.</param>
/// <param name="IsPrivate">Whether it was only ever asked where others do not see it.</param>
public sealed record Gap(string Question, int Count, bool IsPrivate);
