using System.Buffers;
using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>The words in quotation marks in a sentence: which of them are verbatim in what it cites, and which are not.</summary>
internal sealed class QuotedWords
{
    private static readonly SearchValues<char> Marks = SearchValues.Create("\"\u201C\u201D\u201E\u00AB\u00BB");

    private readonly List<QuotedSpan> _spans;

    private QuotedWords(List<QuotedSpan> spans, string? fault, IReadOnlySet<Quote> quotes)
    {
        _spans = spans;
        Fault = fault;
        Quotes = quotes;
    }

    /// <summary>The first words in quotation marks that nothing cited holds; null when all are verbatim.</summary>
    public string? Fault { get; }

    /// <summary>The stored quotations whose words are quoted.</summary>
    public IReadOnlySet<Quote> Quotes { get; }

    /// <summary>Whether any words are quoted.</summary>
    public bool Any => _spans.Count > 0;

    /// <summary>Whether the place in the sentence is inside quotation marks.</summary>
    public bool Covers(int position) => _spans.Exists(span => span.Start <= position && position < span.End);

    /// <summary>Finds and compares the words in quotation marks.</summary>
    public static QuotedWords Read(CheckedSentence sentence)
    {
        var quotes = new HashSet<Quote>(ReferenceEqualityComparer.Instance);
        var spans = new List<QuotedSpan>();
        var rest = BlankWhole(sentence, spans, quotes);
        string? fault = null;
        foreach (var span in QuoteMarks.Read(rest))
        {
            spans.Add(span);
            var words = span.In(rest);
            if (!IsVerbatim(sentence, words, quotes))
            {
                fault ??= words;
            }
        }

        var blanked = Blank(rest, spans);
        fault ??= blanked.AsSpan().IndexOfAny(Marks) >= 0 ? blanked.Trim() : null;
        return new QuotedWords(spans, fault, quotes);
    }

    // A stored text may hold quotation marks itself; taken out as a whole first, it cannot be cut at them.
    private static string BlankWhole(CheckedSentence sentence, List<QuotedSpan> spans, HashSet<Quote> quotes)
    {
        var rest = sentence.Draft.Text;
        foreach (var unit in sentence.Units)
        {
            foreach (var verbatim in unit.Verbatim.Where(text => text.AsSpan().IndexOfAny(Marks) >= 0))
            {
                var at = rest.IndexOf(verbatim, StringComparison.Ordinal);
                if (at > 0 && at + verbatim.Length < rest.Length && IsPair(rest[at - 1], rest[at + verbatim.Length]))
                {
                    spans.Add(new QuotedSpan(at - 1, at + verbatim.Length + 1));
                    rest = Blank(rest, [spans[^1]]);
                    AddQuote(unit, verbatim, quotes);
                }
            }
        }

        return rest;
    }

    private static bool IsPair(char open, char close) =>
        (open, close) is ('"', '"') or ('\u201C', '\u201D') or ('\u201E', '\u201C') or ('\u00AB', '\u00BB') or ('\u2018', '\u2019') or ('\'', '\'');

    private static bool IsVerbatim(CheckedSentence sentence, string words, HashSet<Quote> quotes)
    {
        var found = sentence.Catalog.IsTitle(words);
        foreach (var unit in sentence.Units)
        {
            found |= unit.Titles.Contains(words);
            foreach (var verbatim in unit.Verbatim)
            {
                if (IsPart(verbatim, words))
                {
                    found = true;
                    AddQuote(unit, words, quotes);
                }
            }
        }

        return found;
    }

    private static void AddQuote(SupportUnit unit, string words, HashSet<Quote> quotes)
    {
        if (unit.Record is Quote { IsParaphrase: false } quote && quote.Text.Contains(words, StringComparison.Ordinal))
        {
            quotes.Add(quote);
        }
    }

    /// <summary>Whether the words stand in the text byte for byte, cut only between words.</summary>
    internal static bool IsPart(string text, string words)
    {
        if (words.Length == 0)
        {
            return false;
        }

        for (var at = text.IndexOf(words, StringComparison.Ordinal); at >= 0; at = text.IndexOf(words, at + 1, StringComparison.Ordinal))
        {
            var end = at + words.Length;
            if ((at == 0 || !Joins(text[at - 1], text[at])) && (end == text.Length || !Joins(text[end - 1], text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Joins(char left, char right) => char.IsLetterOrDigit(left) && char.IsLetterOrDigit(right);

    private static string Blank(string text, List<QuotedSpan> spans) => string.Create(text.Length, (text, spans), static (target, state) =>
    {
        state.text.CopyTo(target);
        foreach (var span in state.spans)
        {
            target[span.Start..span.End].Fill(' ');
        }
    });
}
