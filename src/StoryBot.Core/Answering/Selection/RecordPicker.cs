using System.Text.RegularExpressions;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Selection;

/// <summary>Picks, by what is asked, which of the candidates the answer tells.</summary>
internal sealed partial class RecordPicker(StoryProfile profile)
{
    private const int ProseLimit = 3;
    private const int ListLimit = 10;

    // A further record is told only when it is nearly as good as the best.
    private const double NearlyAsGood = 0.88;

    // A movement answers a false premise about itself with less of the question than else.
    private const double PremiseCoverage = 0.3;

    // Of what no record brings together, each has but a part.
    private const double ApartCoverage = 0.42;

    // Smaller figures may agree by chance.
    private const decimal LeastTelling = 1_000;

    // A further record tells at least this share of what the best one tells in its own words.
    private const double AlsoTold = 0.6;

    private static readonly string[] WhoIs = ["who is", "who's", "who’s", "who was", "who are"];

    private static readonly string[] MarketStems = ["share", "stock", "price", "market", "trad", "point", "index", "indic"];

    private readonly VoicePicker _voices = new(profile);

    /// <summary>The records for a question about the story as a whole, or null when it names something.</summary>
    public IReadOnlyList<KnowledgeRecord>? PickOverview(QuestionPart part, QuestionNeeds needs, ReaderScope scope)
    {
        var isWhole = needs.IsEmpty || (needs.IsAboutTheStory && part.Intent is Intent.Timeline or Intent.Summary);
        if (needs.IsEmpty && part.When is { } when)
        {
            return Overview.Timeline(Reviewed(scope), when);
        }

        return (part.Intent, isWhole) switch
        {
            (Intent.Timeline, true) => Overview.Timeline(Reviewed(scope), part.When),
            (Intent.Summary, true) => Overview.Summary(Reviewed(scope)),
            (Intent.List or Intent.Quote, true) when needs.IsEmpty && Asks(part, "quot", "said", "say") => [.. Reviewed(scope).OfType<Quote>().Take(ListLimit)],
            (Intent.MarketMove, true) => [.. Reviewed(scope).OfType<MarketFact>().Where(fact => FigureWords.IsMove(fact) && fact.Basis == MarketBasis.Close).Take(ListLimit)],
            (Intent.WhoDisputes, true) => [.. Reviewed(scope).OfType<Claim>().Where(claim => claim.Disputes.Count > 0).Take(ListLimit)],
            (Intent.List or Intent.ClaimStatus, true) when needs.IsEmpty => [.. Reviewed(scope).OfType<Claim>().Take(ListLimit)],
            _ => null,
        };
    }

    /// <summary>The candidates to tell, best first; empty when none answers.</summary>
    public IReadOnlyList<Candidate> Pick(QuestionPart part, QuestionNeeds needs, IReadOnlyList<Candidate> candidates, double leastCoverage)
    {
        // "Which tests does it lose?": what is named does not trade, so no movement of a market is meant.
        if (part.Intent == Intent.MarketMove && needs.Entities.Any() && !Asks(part, MarketStems) && !candidates.Any(candidate => IsTraded(candidate, needs)))
        {
            part = part with { Intent = Intent.Fact };
        }

        var answering = candidates.Where(candidate => candidate.Coverage >= leastCoverage && candidate.Coverage >= Least(needs, candidate, leastCoverage) && Answers(part, needs, candidate)).ToList();
        if (needs.AsksLevel && !answering.Any(candidate => TellsLevel(candidate.Profile, needs)))
        {
            // "At what price did it close?" is not answered by how far it moved.
            return [];
        }

        if (part is { Intent: Intent.MarketMove, When: { } day } && !answering.Any(candidate => candidate.Record.Date is { } date && day.Contains(date.Day)))
        {
            answering = [];
        }

        var isApart = needs.Entities.Count() > 1 && part.Intent != Intent.Compare && !candidates.Any(candidate => needs.HasAllEntities(candidate.Profile));
        if (part is { Intent: Intent.MarketMove, Expects: AnswerType.Why } && answering.Count == 0)
        {
            // Whatever is said to have moved it: how it moved answers the premise.
            answering = [.. candidates.Where(candidate => (part.Direction != Direction.None || candidate.Coverage >= PremiseCoverage) && IsTraded(candidate, needs) && needs.HasAllEntities(candidate.Profile))];
        }

        if (part.Expects is AnswerType.Why or AnswerType.YesNo && (answering.Count == 0 || isApart))
        {
            answering = Apart(part, needs, candidates);
        }

        return part.Intent switch
        {
            Intent.Compare when answering.Count == 0 => PickCompared(needs, [.. candidates.Where(candidate => candidate.Coverage >= leastCoverage / 2)]),
            Intent.Quote when part.Expects == AnswerType.YesNo && Quoted().IsMatch(part.Text) && answering.Count > 0 => Near(answering, ProseLimit, NearlyAsGood),
            Intent.Quote when _voices.Find(part, needs, candidates) is { Count: > 0 } voices => VoicePicker.Pick(voices),
            Intent.WhoDisputes when _voices.Find(part, needs, candidates) is { Count: > 0 } voices => [.. VoicePicker.Pick(voices).Take(2), .. PickDisputed(answering).Take(1)],
            _ when answering.Count == 0 => [],
            Intent.MarketMove => PickMoves(part, answering),
            Intent.Quote => _voices.AsksForWords(part) ? [] : Near(answering, ProseLimit, NearlyAsGood),
            Intent.WhoDisputes => PickDisputed(answering),
            Intent.Compare => PickCompared(needs, candidates, answering),
            Intent.Timeline => [.. answering.Where(candidate => candidate.Record.Date is not null).Take(ListLimit).OrderBy(candidate => candidate.Record.Date!.Value)],
            Intent.List or Intent.Summary or Intent.Source => Near(answering, ListLimit, 0.6),
            Intent.IsItTrue or Intent.ClaimStatus when !CandidateRanker.AsksLater(part) => WithClosings(ToThePoint(part, needs, Near(LaterLast(answering), ProseLimit, NearlyAsGood)), candidates),
            _ => WithClosings(ToThePoint(part, needs, Near(answering, ProseLimit, NearlyAsGood)), candidates),
        };
    }

    // "Did she write 'x'?" is answered by what is known of the wording, too.
    [GeneratedRegex(@"(?<!\w)['""‘“(][^'""’”)]{2,}['""’”)]")]
    private static partial Regex Quoted();

    private static double Least(QuestionNeeds needs, Candidate candidate, double least) =>
        candidate.Coverage < EvidenceSelector.LeastWithoutThing && needs.HasAskedThing(candidate.Profile) && needs.HasSomeVerb(candidate.Profile)
            ? least
            : Math.Max(least, EvidenceSelector.LeastWithoutThing);

    // Whether the record has the kind of thing that is asked for: a count of it, a sum, a movement, all that is named.
    private static bool Answers(QuestionPart part, QuestionNeeds needs, Candidate candidate)
    {
        var record = candidate.Profile;
        return needs.IsTouchedBy(record)
            && needs.IsCountedBy(record)
            && needs.IsOfYear(record)
            && (part.Expects is AnswerType.YesNo or AnswerType.Why || needs.HasNames(record))
            && (part.When is not { } when || record.Record.Date is not { } date || when.Contains(date.Day)
                || (part.Intent != Intent.MarketMove && record.Record is not MarketFact { Basis: not null }))
            && (part.Intent != Intent.MarketMove || Movements.Tells(record))
            && part.Expects switch
            {
                AnswerType.Amount => record.Figures.Any(figure => figure.Kind != QuantityKind.Ordinal) && needs.IsMeasuredBy(record) && needs.HasAllEntities(record) && needs.HasSomeVerb(record),
                AnswerType.Count => needs.HasAllEntities(record),
                AnswerType.When when part.Intent == Intent.Fact => needs.HasAllEntities(record) && needs.HasSomeVerb(record) && TellsDay(record.Record),
                AnswerType.Where when part.Intent == Intent.Fact => needs.HasAllEntities(record) && needs.HasSomeVerb(record) && (record.Record is Quote || TellsPlace(record.Record)),
                AnswerType.Any when part.Intent == Intent.List && needs.Entities.Any() => needs.HasSomeVerb(record),

                AnswerType.Who when part.Intent is Intent.Fact or Intent.Definition =>
                    needs.HasSomeVerb(record) && (!AsksWhoIs(part) || (needs.HasAllNouns(record) && IsOfNamed(record.Record, needs))),
                _ => part.Intent is Intent.Quote or Intent.WhoSaid or Intent.WhoDisputes or Intent.Compare or Intent.IsItTrue or Intent.List or Intent.Summary
                    || part.Expects is AnswerType.Why or AnswerType.YesNo
                    || needs.HasAllEntities(record),
            };
    }

    private static bool TellsDay(KnowledgeRecord record) =>
        record is Claim claim ? HoldsDay(claim.Statement) : record.Date is not null;

    private static bool HoldsDay(string text) => DateReader.Read(text).Count > 0 || Year().IsMatch(text);

    [GeneratedRegex(@"\b(19|20)\d\d\b")]
    private static partial Regex Year();

    // "In Hangzhou", "near the Old Mill", but not "in AI" or "at DeepSeek's".
    private static bool TellsPlace(KnowledgeRecord record) => RecordWords.Of(record).Any(text => Place().IsMatch(text));

    [GeneratedRegex(@"\b(in|at|near|from|outside|across|on) (the )?(?!January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)([A-Z][a-z]{2,}|US\b|UK\b|EU\b)|\bat (the )?[A-Z]{2,}\b")]
    private static partial Regex Place();

    private static bool IsTraded(Candidate candidate, QuestionNeeds needs) =>
        candidate.Record is MarketFact fact
        && (FigureWords.IsTraded(fact) || FigureWords.IsMove(fact))
        && needs.Entities.Contains(fact.Instrument, StringComparer.OrdinalIgnoreCase);

    // A claim on the index itself may tell its points; one that names a share beside an index does not tell its price.
    private static bool TellsLevel(RecordProfile record, QuestionNeeds needs) => record.Record is MarketFact fact
        ? FigureWords.IsLevel(fact)
        : record.Figures.Any(figure => figure.Kind == QuantityKind.Money)
            || (RecordWords.Subjects(record.Record).FirstOrDefault() is { } subject && needs.Entities.Contains(subject, StringComparer.OrdinalIgnoreCase)
                && record.Figures.Any(figure => figure.Unit.StartsWith("point", StringComparison.OrdinalIgnoreCase)));

    // "X's head of research": somebody's words on research do not say who that is.
    private static bool IsOfNamed(KnowledgeRecord record, QuestionNeeds needs) =>
        record is not Quote quote || !needs.Entities.Any() || VoicePicker.IsSpokenBy(quote, needs.Entities.ToHashSet(StringComparer.OrdinalIgnoreCase));

    // No record brings together what the question does: what is known of one of them answers the premise.
    private static List<Candidate> Apart(QuestionPart part, QuestionNeeds needs, IReadOnlyList<Candidate> candidates)
    {
        var named = needs.Entities.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return named.Count < 2
            ? []
            : [.. candidates.Where(candidate => candidate.Coverage >= ApartCoverage
                && Answers(part, needs, candidate)
                && RecordWords.Subjects(candidate.Record).FirstOrDefault() is { } subject && named.Contains(subject))];
    }

    // A figure of the early session never stands without the close.
    private static List<Candidate> WithClosings(List<Candidate> picked, IReadOnlyList<Candidate> candidates)
    {
        var early = picked.Select(candidate => candidate.Record).OfType<MarketFact>().Where(fact => fact.Basis is MarketBasis.Open or MarketBasis.Intraday).ToList();
        var closings = candidates.Where(candidate => candidate.Record is MarketFact { Basis: MarketBasis.Close } close
            && early.Any(fact => fact.Instrument == close.Instrument && fact.Measure == close.Measure && fact.Unit == close.Unit && fact.Date?.Day == close.Date?.Day));
        return [.. closings.Concat(picked).Distinct()];
    }

    private static bool AsksWhoIs(QuestionPart part) =>
        part.Expects == AnswerType.Who
        && WhoIs.Any(opening => part.Text.StartsWith(opening, StringComparison.OrdinalIgnoreCase));

    private static bool Asks(QuestionPart part, params IReadOnlyList<string> beginnings) =>
        Stems.Of(part.Text).Any(stem => beginnings.Any(beginning => stem.StartsWith(beginning, StringComparison.Ordinal)));

    private static List<Candidate> Near(List<Candidate> answering, int limit, double share) =>
        answering.Count == 0 ? [] : [.. answering
            .Where(candidate => candidate.Score >= answering[0].Score * share && candidate.Coverage >= answering[0].Coverage * share)
            .Take(limit)];

    // A further record must speak of what is asked for where the best one does, not merely be filed under it.
    private List<Candidate> ToThePoint(QuestionPart part, QuestionNeeds needs, List<Candidate> near)
    {
        if (near.Count < 2)
        {
            return near;
        }

        var told = needs.Measure(near[0].Profile.Told).Coverage * AlsoTold;
        var tellsPerson = part.Expects == AnswerType.Who && TellsPerson(near[0]);
        var tellsThing = needs.IsAskedThingToldBy(near[0].Record);
        return [near[0], .. near.Skip(1).Where(candidate =>
            (!tellsThing || needs.IsAskedThingToldBy(candidate.Record))
            && (!tellsPerson || TellsPerson(candidate))
            && !Repeats(candidate, near[0])
            && needs.Measure(candidate.Profile.Told).Coverage >= told)];
    }

    // A bare figure that the best record tells already, in more words.
    private static bool Repeats(Candidate figure, Candidate best) =>
        figure.Record is MarketFact { Basis: null } && best.Record is Claim
        && figure.Profile.Figures.Any(own => own.Value >= LeastTelling && best.Profile.Told.Figures.Any(other => other.Value == own.Value));

    private bool TellsPerson(Candidate candidate) => profile.Entities.Find(candidate.Profile.Told.Words).Any(profile.IsPerson);

    // Whether something is so is told by what was known in the story; what came after it stands behind.
    private List<Candidate> LaterLast(List<Candidate> answering) =>
        [.. answering.OrderBy(candidate => profile.IsLater(candidate.Record) ? 1 : 0)];

    // Every figure of the best instrument (or of the instruments asked for), closing figures first, and the claims about them.
    private static List<Candidate> PickMoves(QuestionPart part, List<Candidate> answering)
    {
        var moves = answering
            .Where(candidate => candidate.Record is MarketFact fact && (FigureWords.IsMove(fact) || (FigureWords.IsLevel(fact) && fact.Basis is not null)))
            .Where(candidate => part.When is not { } when || candidate.Record.Date is not { } date || when.Contains(date.Day))
            .OrderBy(candidate => ((MarketFact)candidate.Record).Basis switch { MarketBasis.Close => 0, null => 1, MarketBasis.Open => 2, _ => 3 })
            .ToList();
        if (part.Expects == AnswerType.Why && answering.Where(candidate => candidate.Record is Claim).OrderByDescending(candidate => CandidateRanker.TellsReason(candidate.Record)).FirstOrDefault() is { } reason)
        {
            // A figure says how far it moved, and only a claim why.
            return [reason, .. moves.Count > 0 ? moves.Take(ListLimit) : Near(answering, 1, NearlyAsGood)];
        }

        if (moves.Count == 0)
        {
            return Near(answering, ProseLimit, NearlyAsGood);
        }

        // "How much value was lost?": a figure that answers better than any movement stands first.
        var first = answering.Take(1).Where(candidate => candidate.Record is MarketFact && !moves.Contains(candidate) && candidate.Coverage > moves[0].Coverage);
        var claims = answering.Where(candidate => candidate.Record is Claim).Where(candidate => candidate.Score >= answering[0].Score * 0.7).Take(1);
        return [.. first, .. moves.Take(ListLimit), .. claims];
    }

    private static List<Candidate> PickDisputed(List<Candidate> answering)
    {
        var disputed = answering
            .Where(candidate => candidate.Record is Claim { Disputes.Count: > 0 } or Claim { Status: ClaimStatus.Disputed or ClaimStatus.Contradicted or ClaimStatus.Partly })
            .ToList();
        return disputed.Count == 0 ? Near(answering, ProseLimit, NearlyAsGood) : Near(disputed, 2, NearlyAsGood);
    }

    // Each record has only one of the things compared, so each may cover no more than half of the question.
    private static List<Candidate> PickCompared(QuestionNeeds needs, List<Candidate> halves)
    {
        var compared = needs.Entities.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var figures = halves.Where(candidate => candidate.Record is MarketFact fact && compared.Contains(fact.Instrument)).ToList();
        return Instruments(figures) > 1 ? figures : [];
    }

    // The figures that several instruments share: of those asked for, or of whatever the best of them measures.
    private static List<Candidate> PickCompared(QuestionNeeds needs, IReadOnlyList<Candidate> candidates, List<Candidate> answering)
    {
        var compared = needs.Entities.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var figures = candidates.Where(candidate => candidate.Record is MarketFact).ToList();
        var asked = figures.Where(candidate => compared.Contains(((MarketFact)candidate.Record).Instrument)).ToList();
        var chosen = Instruments(asked) > 1
            ? asked
            : figures.GroupBy(candidate => ((MarketFact)candidate.Record).Measure, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => Instruments(group) > 1)?.ToList() ?? [];
        return chosen.Count == 0 || (Instruments(asked) <= 1 && chosen[0].Coverage < answering[0].Coverage * NearlyAsGood)
            ? Near(answering, ProseLimit, NearlyAsGood)
            : [.. Near([.. answering.Where(candidate => candidate.Record is not MarketFact)], 1, NearlyAsGood), .. chosen];
    }

    private static int Instruments(IEnumerable<Candidate> figures) =>
        figures.Select(candidate => ((MarketFact)candidate.Record).Instrument).Distinct(StringComparer.OrdinalIgnoreCase).Count();

    private IEnumerable<KnowledgeRecord> Reviewed(ReaderScope scope) =>
        profile.Snapshot.Records.Where(record => record.Review == ReviewState.Reviewed && scope.Sees(record));
}
