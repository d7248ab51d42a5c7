using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>
/// What stands in quotation marks is byte for byte what a cited quotation, excerpt or passage says, cut only between
/// words, or a source's title. A gist, a paraphrase or a source with unreliable wording never stands there. Who is
/// quoted is named.
/// </summary>
internal sealed class QuotationRule : ISentenceRule
{
    /// <inheritdoc/>
    public string Id => "quotation";

    /// <inheritdoc/>
    public string? FindFault(CheckedSentence sentence)
    {
        if (sentence.Quoted.Fault is { } words)
        {
            return $"not verbatim in what is cited: {words}";
        }

        foreach (var unit in sentence.Units)
        {
            if (sentence.SaysSomething && unit.Record is Quote quote && RestsOn(sentence, quote) && !NamesSpeaker(sentence, quote))
            {
                return $"the words are {quote.Speaker}'s, who is not named";
            }
        }

        return null;
    }

    // A sentence that cites other records as well may use a quotation only as a further source for them.
    private static bool RestsOn(CheckedSentence sentence, Quote quote) =>
        sentence.Quoted.Quotes.Contains(quote) || sentence.Units.All(unit => unit.Record is Quote);

    private static bool NamesSpeaker(CheckedSentence sentence, Quote quote)
    {
        var key = sentence.Text.Key;
        if (sentence.Catalog.Entities.Holds(key, NameKey.Of(quote.Speaker)))
        {
            return true;
        }

        // "Smith" names "Jane Smith"; "NVIDIA" names "an NVIDIA spokesperson".
        var names = sentence.Catalog.Read(quote.Speaker).Names;
        return names.Count > 0
            ? NameKey.Of(quote.Speaker.Substring(names[^1].Start, names[^1].Length)).Trim().Split(' ')[^1] is var last
                && key.Contains($" {last} ", StringComparison.Ordinal)
            : false;
    }
}
