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

    private QuotedWords(List<QuotedSpan> spans, string? fault, IReadOnlySet<Quote> quotes, string textWithoutTitles)
    {
        _spans = spans;
        Fault = fault;
        Quotes = quotes;
        TextWithoutTitles = textWithoutTitles;
    }

    /// <summary>The first words in quotation marks that nothing cited holds; null when all are verbatim.</summary>
    public string? Fault { get; }

    /// <summary>The stored quotations whose words are quoted.</summary>
    public IReadOnlySet<Quote> Quotes { get; }

    /// <summary>The sentence with blanks for the titles of cited sources in quotation marks.</summary>
    public string TextWithoutTitles { get; }

    /// <summary>Whether it names a cited source by its title.</summary>
    public bool HasTitles { get; private init; }

    /// <summary>The sentence with blanks for titles, publishers and authors of cited sources.</summary>
    public string WithoutPublishers(IReadOnlyList<SupportUnit> units)
    {
        var text = TextWithoutTitles;
        foreach (var label in units.SelectMany(unit => unit.Publishers).OrderByDescending(label => label.Length))
        {
            text = text.Replace(label, new string(' ', label.Length), StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>Whether the place in the sentence is inside quotation marks.</summary>
    public bool Covers(int position) => _spans.Exists(span => span.Start <= position && position < span.End);

    /// <summary>Finds and compares the words in quotation marks.</summary>
    public static QuotedWords Read(string text, IReadOnlyList<SupportUnit> units, SupportCatalog catalog)
    {
        var titles = new List<QuotedSpan>();
        foreach (var title in units.SelectMany(unit => unit.Titles))
        {
            FindWhole(text, title, titles);
        }

        var untitled = Blank(text, titles);
        var quotes = new HashSet<Quote>(ReferenceEqualityComparer.Instance);
        var spans = new List<QuotedSpan>();
        var rest = BlankWhole(untitled, units, spans, quotes);
        string? fault = null;
        foreach (var span in QuoteMarks.Read(rest))
        {
            spans.Add(span);
            var words = span.In(rest);
            if (!IsVerbatim(words, units, catalog, quotes))
            {
                fault ??= words;
            }
        }

        var blanked = Blank(rest, spans);
        fault ??= blanked.AsSpan().IndexOfAny(Marks) >= 0 ? blanked.Trim() : null;
        return new QuotedWords(spans, fault, quotes, untitled) { HasTitles = titles.Count > 0 };
    }

    // A stored text may hold quotation marks itself; taken out as a whole first, it cannot be cut at them.
    private static string BlankWhole(string text, IReadOnlyList<SupportUnit> units, List<QuotedSpan> spans, HashSet<Quote> quotes)
    {
        foreach (var unit in units)
        {
            foreach (var verbatim in unit.Verbatim.Where(words => words.AsSpan().IndexOfAny(Marks) >= 0))
            {
                var before = spans.Count;
                FindWhole(text, verbatim, spans);
                if (spans.Count > before)
                {
                    text = Blank(text, spans[before..]);
                    AddQuote(unit, verbatim, quotes);
                }
            }
        }

        return text;
    }

    private static void FindWhole(string text, string words, List<QuotedSpan> spans)
    {
        var at = words.Length == 0 ? -1 : text.IndexOf(words, StringComparison.Ordinal);
        if (at > 0 && at + words.Length < text.Length && IsPair(text[at - 1], text[at + words.Length]))
        {
            spans.Add(new QuotedSpan(at - 1, at + words.Length + 1));
        }
    }

    private static bool IsPair(char open, char close) =>
        (open, close) is ('"', '"') or ('\u201C', '\u201D') or ('\u201E', '\u201C') or ('\u00AB', '\u00BB') or ('\u2018', '\u2019') or ('\'', '\'');

    private static bool IsVerbatim(string words, IReadOnlyList<SupportUnit> units, SupportCatalog catalog, HashSet<Quote> quotes)
    {
        var found = catalog.IsTitle(words);
        foreach (var unit in units)
        {
            found |= unit.OwnQuotations.Contains(words);
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
