using StoryBot.Host.Contracts;

namespace StoryBot.Host.Rendering;

/// <summary>An answer for people at a terminal: the text, its sources, and the date that it holds for.</summary>
internal static class AnswerPage
{
    /// <summary>Writes the page.</summary>
    public static void Write(AnswerObject answer, Terminal terminal)
    {
        terminal.WriteBody(answer.Text);
        WriteSources(answer.Citations, terminal);
        if (answer.Suggestions.Count > 0)
        {
            terminal.WriteBody(string.Empty);
            terminal.WriteHeading("You could ask");
            foreach (var suggestion in answer.Suggestions)
            {
                terminal.WriteBody($"- {suggestion}");
            }
        }

        terminal.WriteBody(string.Empty);
        terminal.WriteAside(AsOf(answer.AsOf, answer.Story, answer.Knowledge));
    }

    /// <summary>The numbered list of what is cited; nothing where nothing is.</summary>
    public static void WriteSources(IReadOnlyList<CitationObject> citations, Terminal terminal)
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

    /// <summary>The line that says up to when the knowledge reaches.</summary>
    public static string AsOf(string asOf, string story, string knowledge) => $"As of {asOf} ({story}, knowledge {knowledge})";

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
