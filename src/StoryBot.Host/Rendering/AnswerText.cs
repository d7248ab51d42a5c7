using System.Text;
using StoryBot.Core.Answering;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification;

namespace StoryBot.Host.Rendering;

/// <summary>An answer as plain text: each statement followed by the markers of its citations, "[1][3]".</summary>
internal static class AnswerText
{
    private const string CellSeparator = " | ";

    /// <summary>The text of any outcome.</summary>
    public static string Of(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Answered { Unanswered: { } rest } answered => $"{Of(answered.Answer)}\n\n{rest}",
        AnswerOutcome.Answered answered => Of(answered.Answer),
        AnswerOutcome.NotInKnowledge { Nearest: { } nearest } missing => $"{missing.Text}\n\n{Of(nearest)}",
        AnswerOutcome.NotInKnowledge missing => missing.Text,
        AnswerOutcome.NeedsClarification unclear => unclear.Text,
        AnswerOutcome.Refused refused => refused.Text,
        AnswerOutcome.Unavailable unavailable => unavailable.Text,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    /// <summary>The text of a verified answer: prose runs on, lists and tables stand on lines of their own.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="before">How many citations stand before its own, for numbers that run on.</param>
    public static string Of(VerifiedAnswer answer, int before = 0)
    {
        var text = new StringBuilder();
        var widths = CellWidths(answer.Sentences);
        var last = SentenceLayout.Prose;
        foreach (var sentence in answer.Sentences)
        {
            if (text.Length > 0)
            {
                text.Append(Separator(last, sentence.Layout));
            }

            text.Append(sentence.Layout switch
            {
                SentenceLayout.ListItem => "- " + sentence.Text,
                SentenceLayout.TableRow => Align(sentence.Text, widths),
                _ => sentence.Text,
            });
            text.Append(' ').AppendJoin(string.Empty, sentence.Citations.Select(number => $"[{number + before}]"));
            last = sentence.Layout;
        }

        return text.ToString();
    }

    private static string Separator(SentenceLayout before, SentenceLayout after) => (before, after) switch
    {
        (SentenceLayout.Prose, SentenceLayout.Prose) => " ",
        (SentenceLayout.ListItem or SentenceLayout.TableRow, SentenceLayout.Prose) => "\n\n",
        _ => "\n",
    };

    private static int[] CellWidths(IReadOnlyList<VerifiedSentence> sentences)
    {
        var rows = sentences
            .Where(sentence => sentence.Layout == SentenceLayout.TableRow)
            .Select(sentence => sentence.Text.Split(CellSeparator))
            .ToList();
        var columns = rows.Count == 0 ? 0 : rows.Max(row => row.Length);
        return [.. Enumerable.Range(0, columns).Select(column => rows.Max(row => column < row.Length ? row[column].Length : 0))];
    }

    private static string Align(string row, int[] widths) =>
        string.Join(CellSeparator, row.Split(CellSeparator).Select((cell, column) => cell.PadRight(widths[column])));
}
