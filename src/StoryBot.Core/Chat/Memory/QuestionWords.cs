using StoryBot.Core.Language;

namespace StoryBot.Core.Chat.Memory;

/// <summary>The form in which questions are counted: those that differ in case, accents, spacing or punctuation are one.</summary>
public static class QuestionWords
{
    /// <summary>The words of a question, folded, with single spaces.</summary>
    public static string Of(string question)
    {
        ArgumentNullException.ThrowIfNull(question);
        return string.Join(' ', question.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(word => TextFolding.Fold(word)).Where(word => word.Length > 0));
    }
}
