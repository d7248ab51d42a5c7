using StoryBot.Core.Answering.Verification.Rules;
using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Checking;

/// <summary>Compares words in quotation marks with the stored quotations, byte for byte.</summary>
internal sealed class QuotationCheck(SupportCatalog catalog)
{
    // Shorter words in quotation marks are a term and not somebody's sentence.
    private const int FewestWords = 2;

    // The share of the words that a stored quotation must have to be the one that was altered.
    private const double Likeness = 0.6;

    /// <summary>The verdict on the words in quotation marks in the part; null when it quotes nobody.</summary>
    public (CheckVerdict Verdict, Quote? Quote)? Check(AnalysedText part, ReaderScope scope)
    {
        var span = QuoteMarks.Read(part.Text).Find(span => WordsOf(span.In(part.Text)).Count >= FewestWords && !catalog.IsTitle(span.In(part.Text)));
        if (span.End == 0)
        {
            return null;
        }

        var words = span.In(part.Text);
        var quotes = catalog.Snapshot.Quotes.Where(quote => scope.Sees(quote) && quote.Review == ReviewState.Reviewed).ToList();
        var exact = quotes.FindAll(quote => !quote.IsParaphrase && QuotedWords.IsPart(quote.Text, words));
        if (exact.Count > 0)
        {
            var own = exact.Find(quote => IsNamed(part, span, quote.Speaker));
            return own is not null ? (CheckVerdict.Supported, own)
                : NamesSomebody(part, span) ? (CheckVerdict.Contradicted, exact[0])
                : (CheckVerdict.Supported, exact[0]);
        }

        var wanted = WordsOf(words);
        var nearest = quotes.Select(quote => (Quote: quote, Share: Share(wanted, quote))).Where(pair => pair.Share >= Likeness)
            .OrderByDescending(pair => IsNamed(part, span, pair.Quote.Speaker)).ThenByDescending(pair => pair.Share).Select(pair => pair.Quote).FirstOrDefault();
        return nearest is null ? (CheckVerdict.NotInKnowledge, null)
            : (nearest.IsParaphrase ? CheckVerdict.Disputed : CheckVerdict.Contradicted, nearest);
    }

    private static double Share(HashSet<string> wanted, Quote quote)
    {
        var share = Share(wanted, WordsOf(quote.Text));
        return quote.AsPrinted is { } printed ? Math.Max(share, Share(wanted, WordsOf(printed.Text))) : share;
    }

    private static double Share(HashSet<string> wanted, HashSet<string> stored) =>
        wanted.Count == 0 ? 0 : (double)wanted.Count(stored.Contains) / wanted.Count;

    private static HashSet<string> WordsOf(string text)
    {
        var words = AnalysedText.Of(text);
        return Enumerable.Range(0, words.Tokens.Count).Select(words.Roles.StemAt).OfType<string>().ToHashSet(StringComparer.Ordinal);
    }

    private bool IsNamed(AnalysedText part, QuotedSpan span, string speaker)
    {
        var around = NameKey.Of(string.Concat(part.Text.AsSpan(0, span.Start), " ", part.Text.AsSpan(span.End)));
        var key = NameKey.Of(speaker);
        return catalog.Entities.Holds(around, key) || around.Contains($" {key.Trim().Split(' ')[^1]} ", StringComparison.Ordinal);
    }

    private static bool NamesSomebody(AnalysedText part, QuotedSpan span) =>
        part.Names.Exists(name => (name.Start < span.Start || name.Start >= span.End) && name.In(part.Text) is not ("X" or "Twitter" or "AI"));
}
