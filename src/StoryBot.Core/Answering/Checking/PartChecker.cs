using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Checking;

/// <summary>Finds the verdict on one part of a statement, and the candidate that it rests on.</summary>
internal sealed class PartChecker(CandidateFinder finder, SupportCatalog catalog)
{
    private readonly PartComparer _comparer = new(catalog);
    private readonly QuotationCheck _quotations = new(catalog);

    /// <summary>The verdict; the candidate is null exactly when it is <see cref="CheckVerdict.NotInKnowledge"/>.</summary>
    public Finding Check(string part, ReaderScope scope, CancellationToken cancellationToken)
    {
        var text = AnalysedText.Of(part);
        if (_quotations.Check(text, scope) is { } quoted)
        {
            return quoted.Quote is { } quote
                ? new Finding(quoted.Verdict, new Candidate([quote], []), quoted.Verdict == CheckVerdict.Contradicted)
                : Finding.None;
        }

        var candidates = finder.Find(part, scope, cancellationToken).ToList();
        var attribution = Attribution.Read(text);
        return (attribution is null ? null : CheckAttributed(part, attribution, candidates))
            ?? CheckPlain(part, attribution, candidates)
            ?? Finding.None;
    }

    private Finding? CheckAttributed(string part, Attribution attribution, List<Candidate> candidates)
    {
        var speaker = NameKey.Of(attribution.Speaker);
        var ranked = Rank(attribution.Said, candidates);
        var own = ranked.FindAll(pair => IsSaidBy(pair.Candidate, speaker));
        if (own.Find(pair => pair.Likeness.Relation == Relation.Same) is { Candidate: { } same })
        {
            return _comparer.Compare(part, same).Relation == Relation.OtherName
                ? new Finding(CheckVerdict.Contradicted, same, true)
                : new Finding(Attributed(same), same, false);
        }

        if (own.Find(pair => pair.Likeness.Relation == Relation.Different && MayContradict(pair.Candidate)) is { Candidate: { } different })
        {
            return new Finding(CheckVerdict.Contradicted, different, true);
        }

        return ranked.Find(pair => pair.Likeness.Relation == Relation.Same && IsSomebodysWords(pair.Candidate, speaker)) is { Candidate: { } other }
            ? new Finding(CheckVerdict.Contradicted, other, true)
            : null;
    }

    private Finding? CheckPlain(string part, Attribution? attribution, List<Candidate> candidates)
    {
        var ranked = Rank(part, candidates);
        if (ranked.Find(pair => pair.Likeness.Relation == Relation.Same) is { Candidate: { } same })
        {
            return new Finding(attribution is null ? Plain(same) : Attributed(same), same, false);
        }

        return ranked.Find(pair => pair.Likeness.Relation is Relation.Different or Relation.OtherName && MayContradict(pair.Candidate)) is { Candidate: { } different }
            ? new Finding(CheckVerdict.Contradicted, different, true)
            : null;
    }

    // The closest first; of those that are about as close, the most cautious.
    private List<(Candidate Candidate, Likeness Likeness)> Rank(string text, List<Candidate> candidates)
    {
        const double AboutAsClose = 0.15;
        var related = candidates
            .Select(candidate => (Candidate: candidate, Likeness: _comparer.Compare(text, candidate)))
            .Where(pair => pair.Likeness.Relation != Relation.Unrelated)
            .ToList();
        var best = related.Select(pair => pair.Likeness.Closeness).DefaultIfEmpty().Max();
        return [.. related.OrderByDescending(pair => pair.Likeness.Closeness >= best - AboutAsClose).ThenByDescending(pair =>
            pair.Likeness.Closeness >= best - AboutAsClose ? Caution(pair.Candidate) : 0).ThenByDescending(pair => pair.Likeness.Closeness)];
    }

    private static int Caution(Candidate candidate) => candidate.Records is [Claim claim, ..] ? (int)claim.Status : 0;

    // What is itself contradicted, disputed or an opinion contradicts nothing.
    private static bool MayContradict(Candidate candidate) =>
        candidate.Records is [Claim { Status: ClaimStatus.Supported, Review: ReviewState.Reviewed }, ..] or [MarketFact, ..] or [Quote { IsParaphrase: false, Review: ReviewState.Reviewed }, ..];

    private bool IsSaidBy(Candidate candidate, string speaker) => candidate.Units.Any(unit =>
        unit.Attributees.Any(attributee => catalog.Entities.Holds(attributee, speaker))
        || unit.Lines.Any(line => catalog.Entities.Holds(line.Key, speaker)));

    // Only words that are somebody's can be put into another's mouth; a plain fact may have been told by anybody.
    private bool IsSomebodysWords(Candidate candidate, string speaker) =>
        catalog.Entities.Find(speaker).Count > 0
        && candidate.Records is [Quote { Review: ReviewState.Reviewed }, ..] or [Claim { Status: ClaimStatus.Editorial or ClaimStatus.Disputed }, ..];

    private static CheckVerdict Attributed(Candidate candidate) => candidate.Records switch
    {
        [Quote { IsParaphrase: false, Review: ReviewState.Reviewed }, ..] or [Claim { Status: ClaimStatus.Editorial, Review: ReviewState.Reviewed }, ..] => CheckVerdict.Supported,
        _ => Plain(candidate),
    };

    private static CheckVerdict Plain(Candidate candidate) => candidate.Records switch
    {
        [{ Review: ReviewState.Retracted }, ..] => CheckVerdict.Contradicted,
        [Quote, ..] => CheckVerdict.Disputed,
        [Claim claim, ..] => claim.Status switch
        {
            // It was so, and a later record says what is so now.
            ClaimStatus.Supported => claim.SupersededBy is null ? CheckVerdict.Supported : CheckVerdict.Partly,
            ClaimStatus.Contradicted => CheckVerdict.Contradicted,
            ClaimStatus.Partly => CheckVerdict.Partly,
            // Known and not settled: nobody confirmed it, parties disagree, or it is an opinion.
            ClaimStatus.Disputed or ClaimStatus.Unverified or ClaimStatus.Editorial => CheckVerdict.Disputed,
            _ => throw new ArgumentOutOfRangeException(nameof(candidate), claim.Status, null),
        },
        _ => CheckVerdict.Supported,
    };
}
