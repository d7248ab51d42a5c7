using System.Text.RegularExpressions;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>
/// Splits the full text of a source into its paragraphs. Blank lines separate them; the lines of a paragraph are joined
/// by a space. They count from 1, unless every paragraph carries its number (<c>4. </c>, <c>4) </c>, <c>(4) </c>,
/// <c>[4] </c>, <c>¶4 </c>), each one more than the last: then those are the numbers, and they are no part of the text.
/// Numbered paragraphs may also stand on one line each without blank lines between. A first line <c># Title</c> with a
/// blank line or nothing after it is no paragraph.
/// </summary>
internal static partial class SourceText
{
    /// <summary>The paragraphs and the number of the first.</summary>
    internal readonly record struct Paragraphs(int First, IReadOnlyList<string> Texts);

    /// <summary>Splits a text.</summary>
    public static Paragraphs Split(string text)
    {
        var blocks = Blocks(text);
        if (blocks.Count > 0 && blocks[0] is [var heading] && heading.StartsWith("# ", StringComparison.Ordinal))
        {
            blocks.RemoveAt(0);
        }

        var paragraphs = blocks.ConvertAll(lines => string.Join(' ', lines));
        return (blocks.Count == 1 ? Numbered(blocks[0]) : null)
            ?? Numbered(paragraphs)
            ?? Numbered([.. blocks.SelectMany(lines => lines)])
            ?? new Paragraphs(1, paragraphs);
    }

    /// <summary>The blocks of lines between blank lines, each line without the space around it.</summary>
    public static List<List<string>> Blocks(string text)
    {
        var blocks = new List<List<string>>();
        var current = new List<string>();
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var content = line.Trim();
            if (!content.IsEmpty)
            {
                current.Add(content.ToString());
            }
            else if (current.Count > 0)
            {
                blocks.Add(current);
                current = [];
            }
        }

        if (current.Count > 0)
        {
            blocks.Add(current);
        }

        return blocks;
    }

    private static Paragraphs? Numbered(List<string> paragraphs)
    {
        var texts = new List<string>(paragraphs.Count);
        var first = 0;
        string? form = null;
        foreach (var paragraph in paragraphs)
        {
            var match = Marker().Match(paragraph);
            if (!match.Success || !int.TryParse(match.Groups["number"].ValueSpan, out var number) || number < 1)
            {
                return null;
            }

            var written = match.Groups["before"].Value + match.Groups["after"].Value;
            form ??= written;
            first = texts.Count == 0 ? number : first;
            if (written != form || number != first + texts.Count)
            {
                return null;
            }

            texts.Add(paragraph[match.Length..]);
        }

        // A single paragraph that starts with a year or an amount is not numbered.
        return texts.Count > 1 || (texts.Count == 1 && (first == 1 || form is "[]" or "¶")) ? new Paragraphs(first, texts) : null;
    }

    [GeneratedRegex(@"^((?<before>\[)(?<number>[0-9]{1,6})(?<after>\])|(?<before>\()(?<number>[0-9]{1,6})(?<after>\))|(?<before>¶) ?(?<number>[0-9]{1,6})(?<after>[.:]?)|(?<number>[0-9]{1,6})(?<after>[.)]))\s+(?=\S)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Marker();
}
