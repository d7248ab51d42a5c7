using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>Sources in the words of an answer.</summary>
internal static class SourceWords
{
    /// <summary>"Reuters, \"Nasdaq drops 3%\", 27 January 2025, paragraph 2".</summary>
    public static string Line(Source source, Evidence evidence)
    {
        var parts = new List<string> { source.Publisher };
        if (source.Author is { } author && author != source.Publisher)
        {
            parts.Add(author);
        }

        parts.Add($"\"{source.Title}\"");
        if (source.Published is { } published)
        {
            parts.Add(DateWords.InWords(published));
        }

        if (evidence.Paragraph is { } paragraph)
        {
            parts.Add($"paragraph {paragraph}");
        }

        return string.Join(", ", parts) + ".";
    }
}
