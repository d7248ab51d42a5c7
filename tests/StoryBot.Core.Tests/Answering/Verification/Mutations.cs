using System.Text.RegularExpressions;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Tests.Answering.Verification;

/// <summary>Ways to make a right sentence wrong. Each gives null where it cannot be applied.</summary>
internal static partial class Mutations
{
    private static readonly (string From, string To)[] Directions =
    [
        ("rose", "fell"), ("fell", "rose"), ("closed down", "closed up"), ("closed up", "closed down"), ("opened down", "opened up"),
        ("gained", "lost"), ("lost", "gained"), ("higher", "lower"), ("lower", "higher"), ("more than", "less than"), ("down ", "up "), ("dropped", "gained"),
    ];

    private static readonly (string From, string To)[] Opposites =
    [
        ("disputes this", "supports this"), ("contradicts this", "supports this"), ("is disputed", "is supported"), ("allows", "prohibits"),
        ("beats", "trails"), ("supported", "contradicted"), ("cheaper", "more expensive"), ("open source", "closed source"), ("bought", "sold"),
    ];

    private static readonly (string From, string To)[] Units =
    [
        (" million", " billion"), (" billion", " million"), (" trillion", " billion"), ("%", " percentage points"), (" percentage points", "%"), (" percent", " percentage points"),
        ("$", "\u20AC"), (" points", " percent"), (" years", " months"), (" minutes", " hours"), (" tokens", " dollars"), ("B parameters", "M parameters"),
    ];

    public static IReadOnlyDictionary<string, Func<DraftSentence, SupportCatalog, int, DraftSentence?>> All { get; } =
        new Dictionary<string, Func<DraftSentence, SupportCatalog, int, DraftSentence?>>
        {
            ["digit"] = Digit,
            ["unit"] = (sentence, _, choice) => Replace(sentence, Units, choice),
            ["direction"] = (sentence, _, choice) => Replace(sentence, Directions, choice),
            ["opposite"] = (sentence, _, choice) => Replace(sentence, Opposites, choice),
            ["name"] = Name,
            ["negation added"] = NegationAdded,
            ["negation removed"] = NegationRemoved,
            ["quotation altered"] = QuotationAltered,
            ["quotation marks added"] = QuotationMarksAdded,
            ["citation swapped"] = CitationSwapped,
            ["attribution dropped"] = AttributionDropped,
            ["date"] = Date,
        };

    private static DraftSentence? Digit(DraftSentence sentence, SupportCatalog catalog, int choice)
    {
        // A figure said to be rough may be rounded; one that is said exactly may not change.
        var figures = AnalysedText.Of(sentence.Text).Figures.Where(figure => figure.Bound == FigureBound.None && figure.Quantity.Text.Any(char.IsAsciiDigit)).ToList();
        if (figures.Count == 0)
        {
            return null;
        }

        var quantity = figures[choice % figures.Count].Quantity;
        var digits = Enumerable.Range(quantity.Start, quantity.Text.Length).Where(at => char.IsAsciiDigit(sentence.Text[at])).ToList();
        var place = digits[choice / 7 % digits.Count];
        var other = (char)('1' + ((sentence.Text[place] - '0' + (choice / 91 % 8)) % 9));
        return other == sentence.Text[place] ? null : IfUnknown(sentence, catalog, sentence.Text[..place] + other + sentence.Text[(place + 1)..]);
    }

    // A record may hold the changed figure as well, of something else of the same name: that is no mutant.
    private static DraftSentence? IfUnknown(DraftSentence sentence, SupportCatalog catalog, string text)
    {
        var known = sentence.Citations.Select(catalog.UnitOf).SelectMany(unit => unit.Figures).Select(figure => Math.Abs(figure.Quantity.Value)).ToHashSet();
        return QuantityReader.Read(text).TrueForAll(quantity => known.Contains(Math.Abs(quantity.Value))) ? null : sentence with { Text = text };
    }

    private static DraftSentence? Replace(DraftSentence sentence, (string From, string To)[] pairs, int choice)
    {
        var possible = pairs.Where(pair => sentence.Text.Contains(pair.From, StringComparison.Ordinal)).ToList();
        return possible.Count == 0 ? null : Changed(sentence, sentence.Text.Replace(possible[choice % possible.Count].From, possible[choice % possible.Count].To, StringComparison.Ordinal));
    }

    private static DraftSentence? Name(DraftSentence sentence, SupportCatalog catalog, int choice)
    {
        var forms = catalog.Entities;
        var names = NameReader.Read(sentence.Text).Where(name => forms.Find(NameKey.Of(name.In(sentence.Text).ToString())).Count > 0).ToList();
        if (names.Count == 0)
        {
            return null;
        }

        var name = names[choice % names.Count];
        var units = sentence.Citations.Select(catalog.UnitOf).ToList();
        var strangers = catalog.Snapshot.Story.Entities.Where((entity, index) => entity.Name.Split(' ').All(word => char.IsUpper(word[0]))
            && units.TrueForAll(unit => !unit.Entities.Contains(index) && !unit.Key.Contains(NameKey.Of(entity.Name), StringComparison.Ordinal))).ToList();
        return strangers.Count == 0 ? null
            : sentence with { Text = string.Concat(sentence.Text.AsSpan(0, name.Start), strangers[choice / 13 % strangers.Count].Name, sentence.Text.AsSpan(name.Start + name.Length)) };
    }

    private static DraftSentence? NegationAdded(DraftSentence sentence, SupportCatalog catalog, int choice)
    {
        var verbs = Auxiliary().Matches(sentence.Text).Where(match => !sentence.Text[(match.Index + match.Length)..].StartsWith("not ", StringComparison.Ordinal)
            && !InQuotes(sentence.Text, match.Index)).ToList();
        return verbs.Count == 0 ? null : sentence with { Text = sentence.Text.Insert(verbs[choice % verbs.Count].Index + verbs[choice % verbs.Count].Length, "not ") };
    }

    private static DraftSentence? NegationRemoved(DraftSentence sentence, SupportCatalog catalog, int choice) =>
        sentence.Text.Contains(" does not ", StringComparison.Ordinal) || sentence.Text.Contains(" did not ", StringComparison.Ordinal)
            ? sentence with { Text = sentence.Text.Replace(" does not ", " does ", StringComparison.Ordinal).Replace(" did not ", " did ", StringComparison.Ordinal) }
            : null;

    private static DraftSentence? QuotationAltered(DraftSentence sentence, SupportCatalog catalog, int choice)
    {
        var spans = QuoteMarks.Read(sentence.Text, includeSingle: false);
        if (spans.Count == 0 || spans[choice % spans.Count].ContentLength < 2)
        {
            return null;
        }

        var span = spans[choice % spans.Count];
        var at = span.ContentStart + (choice / 5 % span.ContentLength);
        var other = sentence.Text[at] == 'x' ? 'y' : 'x';
        return sentence with { Text = sentence.Text[..at] + other + sentence.Text[(at + 1)..] };
    }

    private static DraftSentence? QuotationMarksAdded(DraftSentence sentence, SupportCatalog catalog, int choice)
    {
        var space = sentence.Text.IndexOf(' ', Math.Min(choice % 20, sentence.Text.Length - 1));
        if (space < 0 || space > sentence.Text.Length - 12 || sentence.Text.Contains('"', StringComparison.Ordinal))
        {
            return null;
        }

        var words = sentence.Text[(space + 1)..^1];
        return sentence.Citations.Select(catalog.UnitOf).Any(unit => unit.Verbatim.Any(text => text.Contains(words, StringComparison.Ordinal))) ? null
            : sentence with { Text = $"{sentence.Text[..(space + 1)]}\"{words}\"." };
    }

    private static DraftSentence? CitationSwapped(DraftSentence sentence, SupportCatalog catalog, int choice)
    {
        var own = AnalysedText.Of(sentence.Text).Clauses.SelectMany(clause => clause.Content).ToHashSet(StringComparer.Ordinal);
        var others = catalog.Snapshot.Records.Where(record => record.Review == ReviewState.Reviewed && record.Embargo is null
            && own.Count(catalog.UnitOf(record, 0).Stems.Contains) < own.Count / 3.0).ToList();
        return others.Count == 0 || own.Count < 4 ? null : sentence with { Citations = [new CitedSupport { Record = others[choice % others.Count] }] };
    }

    private static DraftSentence? AttributionDropped(DraftSentence sentence, SupportCatalog catalog, int choice)
    {
        var text = Prefix().Replace(sentence.Text, string.Empty, 1);
        var needsOne = sentence.Citations.All(cited => cited.Record is Claim { Status: not ClaimStatus.Supported } claim && cited.EvidenceIndex < claim.Evidence.Count);
        var bare = text.Length > 0 ? char.ToUpperInvariant(text[0]) + text[1..] : text;
        return !needsOne || text == sentence.Text || Reporting().IsMatch(bare) ? null : sentence with { Text = bare };
    }

    private static DraftSentence? Date(DraftSentence sentence, SupportCatalog catalog, int choice)
    {
        var match = WrittenDay().Match(sentence.Text);
        if (!match.Success || InQuotes(sentence.Text, match.Index))
        {
            return null;
        }

        var changed = (choice % 3) switch
        {
            0 => $"{(int.Parse(match.Groups[1].ValueSpan) % 27) + 1} {match.Groups[2].Value} {match.Groups[3].Value}",
            1 => $"{match.Groups[1].Value} {(match.Groups[2].Value == "May" ? "June" : "May")} {match.Groups[3].Value}",
            _ => $"{match.Groups[1].Value} {match.Groups[2].Value} {int.Parse(match.Groups[3].ValueSpan) + 1}",
        };
        var date = DateReader.Read(changed)[0];
        return sentence.Citations.Select(catalog.UnitOf).Any(unit => unit.Dates.Any(date.IsContainedIn)) ? null
            : sentence with { Text = sentence.Text.Remove(match.Index, match.Length).Insert(match.Index, changed) };
    }

    private static DraftSentence? Changed(DraftSentence sentence, string text) => text == sentence.Text ? null : sentence with { Text = text };

    private static bool InQuotes(string text, int at) => QuoteMarks.Read(text).Exists(span => span.Start <= at && at < span.End);

    [GeneratedRegex(@"\b(is|was|are|were|has|had|does|did|can|will) (?!not|no |more|reported|only)")]
    private static partial Regex Auxiliary();

    [GeneratedRegex(@"^(According to [^,]+, |[^,.:]{2,40}? (says|argues|claims|suggests) that |[^,.:]{2,60}? is reported to (say|plan|think) (that )?)")]
    private static partial Regex Prefix();

    [GeneratedRegex(@"\b(says?|said|claims?|claimed|calls?|called|argu\w+|suggest\w*|report\w*|thinks?|expects?|asks?|article|according|opinion|disput\w+|doubt\w*|question\w*|believe\w*|warn\w*|notes?|credit\w*|contradict\w*|unconfirmed|predict\w*|alleged\w*|announc\w*|post\w*|confirm\w*|describ\w*|credit\w*|add\w*|den\w+|rejects?|cit\w+|consider\w*|admit\w*|estimat\w*|states?|support\w*|verif\w*|reportedly|explain\w*|told)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reporting();

    [GeneratedRegex(@"\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|October|November|December) (\d{4})\b")]
    private static partial Regex WrittenDay();
}
