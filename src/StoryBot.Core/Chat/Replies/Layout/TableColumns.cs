using System.Globalization;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification;

namespace StoryBot.Core.Chat.Replies.Layout;

/// <summary>The widths of a table's columns, counted in characters as readers see them. Immutable.</summary>
internal sealed class TableColumns
{
    private const string Separator = " | ";

    // A wider table breaks in a chat window whatever is done, and padding would only make it longer.
    private const int WidestTable = 100;

    private readonly int[] _widths;

    private TableColumns(int[] widths) => _widths = widths;

    /// <summary>The columns of the rows among the sentences.</summary>
    public static TableColumns Of(IReadOnlyList<VerifiedSentence> sentences)
    {
        var rows = sentences.Where(sentence => sentence.Layout == SentenceLayout.TableRow).Select(sentence => Cells(sentence.Text)).ToList();
        var count = rows.Count == 0 ? 0 : rows.Max(row => row.Length);
        var widths = Enumerable.Range(0, count).Select(column => rows.Max(row => column < row.Length ? Width(row[column]) : 0)).ToArray();
        return new TableColumns(widths.Sum() + (Separator.Length * Math.Max(0, count - 1)) > WidestTable ? [] : widths);
    }

    /// <summary>A row as one line, its cells filled up to the width of their columns.</summary>
    public string Align(string row)
    {
        var cells = Cells(row);
        return string.Join(Separator, cells.Select((cell, column) =>
            column < _widths.Length && column < cells.Length - 1 ? cell + new string(' ', Math.Max(0, _widths[column] - Width(cell))) : cell));
    }

    private static string[] Cells(string row) => row.ReplaceLineEndings(" ").Split(Separator);

    private static int Width(string cell) => new StringInfo(cell).LengthInTextElements;
}
