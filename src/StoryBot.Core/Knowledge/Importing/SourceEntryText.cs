using System.Text;
using StoryBot.Core.Knowledge.Files;

namespace StoryBot.Core.Knowledge.Importing;

/// <summary>Writes a document's entry of <c>sources.yaml</c> and the file of its text.</summary>
internal static class SourceEntryText
{
    /// <summary>The lines of the entry, each ended. Grade C: nobody has checked where the document comes from.</summary>
    public static string Entry(ImportDocument document)
    {
        var entry = new StringBuilder()
            .Append("- id: ").Append(YamlText.Quote(document.Id.Value)).Append('\n')
            .Append("  title: ").Append(YamlText.Quote(document.Title)).Append('\n')
            .Append("  publisher: ").Append(YamlText.Quote(document.Publisher)).Append('\n');
        if (document.Published is { } published)
        {
            entry.Append("  published: ").Append(published).Append('\n');
        }

        if (document.Url is { } url)
        {
            entry.Append("  url: ").Append(YamlText.Quote(url.OriginalString)).Append('\n');
        }

        return entry.Append("  grade: C\n").ToString();
    }

    /// <summary>
    /// The text for the file, so that reading it gives the same paragraphs: where a paragraph starts with a number or the
    /// text with a heading, every paragraph is written with its number. Empty where there is none.
    /// </summary>
    public static string Text(string text)
    {
        var paragraphs = SourceText.Blocks(text).ConvertAll(lines => string.Join('\n', lines));
        var written = string.Join("\n\n", paragraphs);
        var read = SourceText.Split(written);
        var isSame = read.First == 1 && read.Texts.SequenceEqual(paragraphs.Select(OneLine));
        var safe = isSame ? written : string.Join("\n\n", paragraphs.Select((paragraph, i) => $"[{i + 1}] {OneLine(paragraph)}"));
        return safe.Length == 0 ? string.Empty : safe + "\n";
    }

    private static string OneLine(string paragraph) => string.Join(' ', paragraph.Split('\n'));
}
