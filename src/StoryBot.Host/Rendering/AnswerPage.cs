using StoryBot.Host.Contracts;

namespace StoryBot.Host.Rendering;

/// <summary>An answer, a check or a digest for people at a terminal: the text, its sources, and the date that it holds for.</summary>
internal static class AnswerPage
{
    /// <summary>Writes an answer, with what could be asked next.</summary>
    public static void Write(AnswerObject answer, Terminal terminal) =>
        Write(answer.Text, answer.Citations, answer.Suggestions, AsOf(answer.AsOf, answer.Story, answer.Knowledge), terminal);

    /// <summary>Writes a check.</summary>
    public static void Write(CheckObject check, Terminal terminal) =>
        Write(check.Text, check.Citations, [], AsOf(check.AsOf, check.Story, check.Knowledge), terminal);

    /// <summary>Writes a digest.</summary>
    public static void Write(DigestObject digest, Terminal terminal) =>
        Write(digest.Text, digest.Citations, [], AsOf(digest.AsOf, digest.Story, digest.Knowledge), terminal);

    private static void Write(string text, IReadOnlyList<CitationObject> citations, IReadOnlyList<string> suggestions, string asOf, Terminal terminal)
    {
        terminal.WriteBody(text);
        WriteSources(citations, terminal);
        if (suggestions.Count > 0)
        {
            terminal.WriteBody(string.Empty);
            terminal.WriteHeading("You could ask");
            foreach (var suggestion in suggestions)
            {
                terminal.WriteBody($"- {suggestion}");
            }
        }

        terminal.WriteBody(string.Empty);
        terminal.WriteAside(asOf);
    }

    private static void WriteSources(IReadOnlyList<CitationObject> citations, Terminal terminal)
    {
        if (citations.Count == 0)
        {
            return;
        }

        terminal.WriteBody(string.Empty);
        terminal.WriteHeading("Sources");
        foreach (var citation in citations)
        {
            terminal.WriteBody(Line(citation));
            if (citation.Url is not null)
            {
                terminal.WriteAside($"    {citation.Url}");
            }
        }
    }

    private static string AsOf(string date, string story, string knowledge) => $"As of {date} ({story}, knowledge {knowledge})";

    private static string Line(CitationObject citation)
    {
        var parts = new List<string> { citation.Publisher, $"\"{citation.Title}\"" };
        if (citation.Published is not null)
        {
            parts.Add(citation.Published);
        }

        if (citation.Paragraph is not null)
        {
            parts.Add($"paragraph {citation.Paragraph}");
        }

        return $"[{citation.Number}] {string.Join(", ", parts)}";
    }
}
