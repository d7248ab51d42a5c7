using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>Writes figures: what belongs together (one instrument, day and basis) in one sentence, with basis and date.</summary>
internal sealed class FigureWriter(KnowledgeSnapshot snapshot, Support support)
{
    // "About 17%" may stand for 16.86% and 16.97%, not for 16%.
    private const decimal RoundingShare = 0.05m;

    /// <summary>Adds the figures, joined where they describe one moment, in the order given; the lead stands before the first.</summary>
    public void Write(IEnumerable<MarketFact> facts, DraftBuilder draft, SentenceLayout layout = SentenceLayout.Prose, string lead = "")
    {
        var groups = facts
            .Where(draft.Begin)
            .GroupBy(fact => (fact.Instrument, fact.Basis, fact.Date, Told: Teller(fact), Kind: KindOf(fact)))
            .ToList();
        foreach (var group in groups)
        {
            var cited = group.SelectMany(support.Of).ToList();
            var sentence = Sentence([.. group]);
            draft.Add(lead.Length == 0 ? sentence : lead + Wording.Inside(sentence), cited, layout);
            lead = string.Empty;
        }
    }

    /// <summary>The figures of one instrument, basis and date as one sentence.</summary>
    public string Sentence(IReadOnlyList<MarketFact> facts)
    {
        var first = facts[0];
        if (first.Review == ReviewState.Retracted)
        {
            return Retracted(first);
        }

        var sentence = facts.Any(FigureWords.IsMove) ? Movement(facts) : string.Join("; ", facts.Select(Other));
        return Wording.Closed(Wording.Opening(Teller(first) + sentence));
    }

    /// <summary>The instrument as a subject: an index has its article.</summary>
    public string Subject(MarketFact fact)
    {
        var entity = snapshot.Story.Entities.FirstOrDefault(entity => string.Equals(entity.Name, fact.Instrument, StringComparison.OrdinalIgnoreCase));
        return string.Equals(entity?.Kind, "index", StringComparison.OrdinalIgnoreCase) && !fact.Instrument.StartsWith("The ", StringComparison.OrdinalIgnoreCase)
            ? "the " + fact.Instrument
            : Wording.Party(fact.Instrument);
    }

    private static string KindOf(MarketFact fact) =>
        FigureWords.IsMove(fact) ? Qualifiers(fact.Measure).ToString()
        : FigureWords.IsLevel(fact) && fact.Basis is not null ? Qualifiers("change").ToString()
        : fact.Id.Value;

    // A figure that only a source of unreliable wording prints is that source's figure.
    private string Teller(MarketFact fact) =>
        fact.Evidence.All(evidence => snapshot.Find(evidence.Source)?.WordingUnreliable == true)
            ? "according to the article, "
            : string.Empty;

    private string Movement(IReadOnlyList<MarketFact> facts)
    {
        var moves = facts
            .Where(FigureWords.IsMove)
            .GroupBy(fact => fact.Unit)
            .SelectMany(OneOf)
            .OrderByDescending(fact => fact.Unit.StartsWith("percent", StringComparison.OrdinalIgnoreCase))
            .ToList();
        var first = moves[0];
        var amounts = FigureWords.Amount(first, signless: true);
        if (moves.Count > 1)
        {
            amounts += $" ({string.Join(", ", moves.Skip(1).Select(fact => FigureWords.Amount(fact, signless: true)))})";
        }

        var levels = facts.Where(fact => !FigureWords.IsMove(fact)).Select(fact => FigureWords.Amount(fact)).Distinct().ToList();
        var level = levels.Count > 0 ? " at " + string.Join(" or ", levels) : string.Empty;
        var (before, after) = Qualifiers(first.Measure);
        var subject = before.Length == 0 ? Subject(first) : $"{Wording.Possessive(Subject(first))} {before}";
        var (verb, session) = Verb(first, after);
        return $"{subject} {verb} {amounts}{level}{session}{When(first)}";
    }

    // Where sources differ in the decimals, the figure that the curators call "about" stands for them all.
    private static IEnumerable<MarketFact> OneOf(IEnumerable<MarketFact> sameUnit)
    {
        var all = sameUnit.ToList();
        var about = all.FirstOrDefault(fact => fact.Precision == FigurePrecision.About);
        return about is not null && all.TrueForAll(fact => Math.Abs(fact.Value - about.Value) <= Math.Abs(about.Value) * RoundingShare) ? [about] : all;
    }

    private static (string Verb, string Session) Verb(MarketFact fact, string qualifier)
    {
        var isDown = FigureWords.IsDown(fact);
        return fact.Basis switch
        {
            _ when qualifier.Length > 0 => (isDown ? "was down" : "was up", " " + qualifier),
            MarketBasis.Close => (isDown ? "closed down" : "closed up", string.Empty),
            MarketBasis.Open => (isDown ? "opened down" : "opened up", string.Empty),
            MarketBasis.Intraday => (isDown ? "was down" : "was up", " in intraday trading"),
            _ => (isDown ? "fell" : "rose", string.Empty),
        };
    }

    // "market value change" moves the market value; "change before trading" is a change at that time.
    private static (string Before, string After) Qualifiers(string measure)
    {
        var at = measure.IndexOf("change", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return (string.Empty, string.Empty);
        }

        var before = measure[..at].Trim();
        var isShares = before is "share price" or "price" or "index" or "stock";
        return (isShares ? string.Empty : before, measure[(at + "change".Length)..].Trim());
    }

    private string Other(MarketFact fact)
    {
        var basis = fact.Basis switch
        {
            MarketBasis.Close => " at the close",
            MarketBasis.Open => " at the open",
            MarketBasis.Intraday => " in intraday trading",
            _ => string.Empty,
        };
        var verb = IsPlural(fact.Measure) ? "were" : "was";
        return $"{Wording.Possessive(Subject(fact))} {fact.Measure}{basis} {verb} {FigureWords.Amount(fact)}{When(fact)}";
    }

    // The head of "GPU hours for pre-training" stands before its preposition.
    private static bool IsPlural(string measure)
    {
        var head = measure.Split(' ').TakeWhile(word => word is not ("for" or "in" or "of" or "per" or "by" or "with")).LastOrDefault(string.Empty);
        return head.EndsWith('s') && !head.EndsWith("ss", StringComparison.Ordinal) && !head.EndsWith("us", StringComparison.Ordinal);
    }

    private string Retracted(MarketFact fact)
    {
        var on = fact.Retraction?.On is { } day ? " " + DateWords.When(day) : string.Empty;
        var because = fact.Retraction?.Because is { Length: > 0 } reason ? " because " + Wording.Inside(reason.TrimEnd('.')) : string.Empty;
        return $"A figure for {Wording.Possessive(Subject(fact))} {fact.Measure} was retracted{on}{because}.";
    }

    private static string When(MarketFact fact) => fact.Date is { } date ? " " + DateWords.When(date) : string.Empty;
}
