using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Selection;

/// <summary>
/// Decides, before a word is composed, from which records or passages a question part is answered, or that the
/// knowledge does not answer it. Deterministic: asking again changes nothing.
/// </summary>
public sealed class EvidenceSelector(StoryProfile profile)
{
    /// <summary>
    /// The least share of a question's content, weighted by rarity, that one record must have to answer it, where it has what
    /// is asked for. Set on the development questions: lower, and questions that nothing answers are answered.
    /// </summary>
    public const double LeastCoverage = 0.4;

    /// <summary>The same where the very thing that is asked for stands nowhere in the record.</summary>
    public const double LeastWithoutThing = 0.6;

    /// <summary>The least probability at which passages answer a question that no record answers; set as above.</summary>
    public const double LeastProbability = 0.5;

    private const double RestatedCoverage = 0.85;
    private const double RestatedSupported = 0.6;
    private const double RestatedOther = 0.4;

    private const int AntecedentLimit = 2;

    // "Who was it that said that": longer questions bring a subject of their own.
    private const int AntecedentWords = 6;
    private const int NearestLimit = 3;

    // Below this a record has little but a stray word in common with the question.
    private const double NearestCoverage = 0.3;

    private readonly CandidateRanker _ranker = new(profile);
    private readonly RecordPicker _picker = new(profile);

    /// <summary>Selects the evidence for the part.</summary>
    public EvidenceSelection Select(QuestionPart part, EvidenceSet evidence, ReaderScope scope)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(evidence);
        var needs = new QuestionNeeds(part, profile);
        var candidates = _ranker.Rank(part, needs, evidence, scope);
        if (part.UnknownNames.Count > 0)
        {
            return Declined(part, needs, string.Join(", ", part.UnknownNames), candidates, evidence);
        }

        if (FromAntecedents(part, scope) is { } earlier)
        {
            return earlier;
        }

        if (_picker.PickOverview(part, needs, scope) is { Count: > 0 } overview)
        {
            return new EvidenceSelection { Part = part, Records = overview, Confidence = 1 };
        }

        var picked = _picker.Pick(part, needs, candidates, LeastCoverage);
        if (picked.Count > 0)
        {
            return new EvidenceSelection
            {
                Part = part,
                Records = [.. picked.Select(candidate => candidate.Record)],
                Confidence = Math.Min(1, picked[0].Coverage),
                IsRestated = IsRestated(needs, picked[0]),
                Detail = picked[0].Record is Claim claim ? needs.Detail(claim) : null,
                IsAgainstPremise = Premise.IsContradicted(part, picked[0].Record),
            };
        }

        return FromPassages(part, needs, evidence) ?? Declined(part, needs, Missing(part, candidates), candidates, evidence);
    }

    // "Who said that?" asks of the records that the last answer told; a question with words of its own is looked up.
    private EvidenceSelection? FromAntecedents(QuestionPart part, ReaderScope scope)
    {
        if (part.Antecedents.Count == 0 || part.Text.Split(':')[0].Split(' ').Length > AntecedentWords)
        {
            return null;
        }

        var told = part.Antecedents.Select(profile.Snapshot.Find).OfType<KnowledgeRecord>().Where(scope.Sees).ToList();
        var asked = (part.Intent, part.Expects) switch
        {
            (Intent.WhoSaid or Intent.Source or Intent.ClaimStatus or Intent.IsItTrue, _) => told,
            (Intent.WhoDisputes, _) => [.. told.Where(record => record is Claim { Disputes.Count: > 0 })],
            (Intent.Fact, AnswerType.Where) => [.. told.OfType<Quote>()],
            (Intent.Fact, AnswerType.When) => [.. told.Where(record => record.Date is not null)],
            _ => [],
        };
        return asked.Count == 0
            ? null
            : new EvidenceSelection { Part = part, Records = [.. asked.Take(AntecedentLimit)], Confidence = 1, IsRestated = asked[0] is Claim };
    }

    // "The evidence supports this" must not stand before a record that merely shares words with the question.
    private static bool IsRestated(QuestionNeeds needs, Candidate best) =>
        best.Record is Claim claim
        && best.Coverage >= RestatedCoverage
        && needs.Restates(claim.Statement) >= (claim.Status == ClaimStatus.Supported ? RestatedSupported : RestatedOther);

    private static EvidenceSelection? FromPassages(QuestionPart part, QuestionNeeds needs, EvidenceSet evidence)
    {
        var passages = evidence.Hits.Where(hit => hit.Passage is { } passage && needs.CoverageOf(passage.Text) >= LeastWithoutThing).Take(2).Select(hit => hit.Passage!).ToList();
        return passages.Count > 0 && evidence.Answerability.Probability >= LeastProbability
            ? new EvidenceSelection { Part = part, Passages = passages, Confidence = evidence.Answerability.Probability }
            : null;
    }

    // A word that stands nowhere in the knowledge is the plainest reason; failing that, the question itself is.
    private string Missing(QuestionPart part, IReadOnlyList<Candidate> candidates)
    {
        var unknown = candidates.Take(1).SelectMany(candidate => candidate.Missing).FirstOrDefault(word => !Stems.Of(word).Any(profile.Knows));
        return unknown is null ? $"that question (\u201c{part.Text.Trim()}\u201d)" : $"\u201c{unknown}\u201d";
    }

    private static EvidenceSelection Declined(QuestionPart part, QuestionNeeds needs, string missing, IReadOnlyList<Candidate> candidates, EvidenceSet evidence) => new()
    {
        Part = part,
        Confidence = Math.Min(evidence.Answerability.Probability, candidates.Count > 0 ? candidates[0].Coverage : 0),
        Decline = new Decline(
            missing,
            [.. candidates
                .Where(candidate => candidate.Coverage > NearestCoverage && needs.IsNear(candidate.Profile) && candidate.Record.Review == ReviewState.Reviewed)
                .Take(NearestLimit)
                .Select(candidate => candidate.Record)]),
    };
}
