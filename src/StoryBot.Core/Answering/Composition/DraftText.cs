using System.Text;
using System.Text.RegularExpressions;

namespace StoryBot.Core.Answering.Composition;

/// <summary>
/// The plain-text form of a draft, the same for a model and for the extractive composer: a line is a paragraph, a line
/// that starts with <c>- </c> a list item, one between bars a table row, and <c>[1]</c> cites entry 1 of the ledger.
/// </summary>
public static partial class DraftText
{
    /// <summary>Writes the draft, one sentence a line.</summary>
    public static string Write(DraftAnswer draft, CitationLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(draft);
        ArgumentNullException.ThrowIfNull(ledger);
        var text = new StringBuilder();
        foreach (var sentence in draft.Sentences)
        {
            text.Append(sentence.Layout switch
            {
                SentenceLayout.ListItem => "- ",
                SentenceLayout.TableRow => "| ",
                _ => string.Empty,
            });
            text.Append(sentence.Text);
            foreach (var citation in sentence.Citations)
            {
                text.Append(" [").Append(ledger.NumberOf(citation)).Append(']');
            }

            text.Append('\n');
        }

        return text.ToString();
    }

    /// <summary>
    /// Reads a draft. A line of prose with several sentences is split, and a citation belongs to the sentence that it
    /// follows. A number that the ledger lacks becomes a citation of nothing, which the verifier rejects.
    /// </summary>
    public static DraftAnswer Read(string text, CitationLedger ledger)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(ledger);
        var sentences = new List<DraftSentence>();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (layout, body) = Layout(line);
            if (body.Length > 0 && !TableRule().IsMatch(body))
            {
                AddSentences(sentences, body, layout, ledger);
            }
        }

        return new DraftAnswer(sentences);
    }

    private static (SentenceLayout Layout, string Body) Layout(string line) => line switch
    {
        ['-' or '*' or '•', ' ', ..] => (SentenceLayout.ListItem, line[2..].Trim()),
        ['|', ..] => (SentenceLayout.TableRow, line.Trim('|').Trim()),
        _ => (SentenceLayout.Prose, line),
    };

    private static void AddSentences(List<DraftSentence> sentences, string body, SentenceLayout layout, CitationLedger ledger)
    {
        // A marker after the full stop belongs to the sentence before it, so it is moved inside before splitting.
        var marks = Marker().Matches(body);
        if (layout != SentenceLayout.Prose || marks.Count <= 1)
        {
            sentences.Add(Sentence(body, layout, ledger));
            return;
        }

        var start = 0;
        for (var i = 0; i < marks.Count; i++)
        {
            var end = marks[i].Index + marks[i].Length;
            var isRun = i + 1 < marks.Count && string.IsNullOrWhiteSpace(body[end..marks[i + 1].Index]);
            if (!isRun && EndsSentence(body, marks[i].Index, ref end))
            {
                sentences.Add(Sentence(body[start..end], layout, ledger));
                start = end;
            }
        }

        if (!string.IsNullOrWhiteSpace(body[start..]))
        {
            sentences.Add(Sentence(body[start..], layout, ledger));
        }
    }

    // A full stop behind the marker belongs to the sentence: the end then moves past it.
    private static bool EndsSentence(string body, int markStart, ref int end)
    {
        if (end < body.Length && body[end] is ('.' or '!' or '?'))
        {
            end++;
            return true;
        }

        var before = body.AsSpan(0, markStart).TrimEnd();
        return end == body.Length || before.Length == 0 || before[^1] is '.' or '!' or '?' or '"' or '”' or ']';
    }

    private static DraftSentence Sentence(string body, SentenceLayout layout, CitationLedger ledger)
    {
        var citations = new List<CitedSupport>();
        foreach (Match match in Marker().Matches(body))
        {
            var numbers = match.Value.Split('†')[0];
            foreach (Match number in Digits().Matches(numbers))
            {
                citations.Add((int.TryParse(number.Value, out var n) ? ledger.Find(n) : null) ?? new CitedSupport());
            }
        }

        var words = Spaces().Replace(Marker().Replace(body, string.Empty), " ").Trim().TrimEnd('|').TrimEnd();
        return new DraftSentence(words, citations, layout);
    }

    [GeneratedRegex(@"\s*(?:\[\^?\d{1,3}(?:\s*[,;]\s*\d{1,3})*\]|【\d{1,3}(?:†[^】]{0,40})?】)", RegexOptions.NonBacktracking)]
    private static partial Regex Marker();

    [GeneratedRegex(@"\d{1,3}", RegexOptions.NonBacktracking)]
    private static partial Regex Digits();

    [GeneratedRegex(@"\s+", RegexOptions.NonBacktracking)]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[\s:|-]+$", RegexOptions.NonBacktracking)]
    private static partial Regex TableRule();
}
