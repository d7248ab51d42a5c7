using System.Text.RegularExpressions;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Selection;

/// <summary>
/// Ranks the records that may answer a question part: by the search's order, by how much of the question they cover, and
/// by kind, date and figures. The weights are hand-set on the development questions and are the same for every story.
/// </summary>
public sealed partial class CandidateRanker(StoryProfile profile)
{
    private const double CoverageWeight = 2.0;
    private const double SearchWeight = 1.0;
    private const double KindWeight = 0.35;
    private const double DateWeight = 0.3;
    private const double FigureWeight = 0.4;
    private const double SubjectWeight = 0.2;
    private const double HearsayWeight = 0.4;
    private const double PersonWeight = 0.3;
    private const double LaterWeight = 0.7;
    private const double DefinitionWeight = 0.6;
    private const double UnaskedWeight = 0.5;
    private const double ReasonWeight = 0.4;

    private static readonly string LaterStem = Stems.OfWord("later");

    /// <summary>The candidates, best first.</summary>
    public IReadOnlyList<Candidate> Rank(QuestionPart part, QuestionNeeds needs, EvidenceSet evidence, ReaderScope scope)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(needs);
        ArgumentNullException.ThrowIfNull(evidence);
        var best = evidence.Hits.Count == 0 ? 1 : Math.Max(evidence.Hits[0].Score, 1e-9);
        var scores = new Dictionary<RecordId, double>();
        foreach (var hit in evidence.Hits)
        {
            if (hit.Record is { } record)
            {
                scores.TryAdd(record.Id, hit.Score / best);
            }
        }

        foreach (var record in AboutTheEntities(needs, scope))
        {
            scores.TryAdd(record.Id, 0);
        }

        return [.. scores
            .Select(pair => Weigh(part, needs, pair.Key, pair.Value))
            .OfType<Candidate>()
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Record.Id.ToString(), StringComparer.Ordinal)];
    }

    private IEnumerable<KnowledgeRecord> AboutTheEntities(QuestionNeeds needs, ReaderScope scope)
    {
        var wanted = needs.Entities.ToHashSet(StringComparer.OrdinalIgnoreCase);
        return wanted.Count == 0
            ? []
            : profile.Snapshot.Records.Where(record => scope.Sees(record) && RecordWords.Subjects(record).Any(wanted.Contains));
    }

    private Candidate? Weigh(QuestionPart part, QuestionNeeds needs, RecordId id, double search)
    {
        if (profile.Of(id) is not { } record)
        {
            return null;
        }

        var (coverage, missing) = needs.Measure(record);
        var score = (CoverageWeight * coverage)
            + (SearchWeight * search)
            + (KindWeight * Kind(part, record.Record))
            + (DateWeight * Date(part, record.Record))
            + (FigureWeight * Figures(part, record))
            + (SubjectWeight * Subject(part, record.Record))
            + (LaterWeight * Later(part, record))
            + (PersonWeight * Person(part, record))
            + (ReasonWeight * (part.Expects == AnswerType.Why && TellsReason(record.Record) ? 1 : 0))
            - (UnaskedWeight * Unasked(part, needs, record.Record))
            + (DefinitionWeight * (Defines(part, record.Record) ? 1 : 0))
            - (HearsayWeight * (IsHearsay(record.Record) ? 1 : 0));
        return new Candidate(record, score, coverage, missing);
    }

    private static double Kind(QuestionPart part, KnowledgeRecord record) => (part.Intent, record) switch
    {
        (Intent.Quote or Intent.WhoSaid, Quote) => 1,
        (Intent.MarketMove, MarketFact { Basis: MarketBasis.Close }) => 1.3,
        (Intent.MarketMove, MarketFact) => 1,
        (Intent.WhoDisputes, Claim { Disputes.Count: > 0 }) => 1.5,
        (Intent.WhoDisputes, Claim { Status: ClaimStatus.Disputed or ClaimStatus.Contradicted }) => 1,
        (Intent.ClaimStatus or Intent.IsItTrue or Intent.Definition, Claim) => 0.4,
        (Intent.Fact, Claim) when part.Expects is not (AnswerType.Amount or AnswerType.Count) => 0.3,
        (Intent.Fact, MarketFact) when part.Expects is AnswerType.Amount or AnswerType.Count => 0.3,
        _ => 0,
    };

    /// <summary>Whether the record says why something was so.</summary>
    internal static bool TellsReason(KnowledgeRecord record) => record is Claim claim && Reason().IsMatch(claim.Statement);

    [GeneratedRegex(@"\b(because|after|since|due to|led to|leads to|so that|in response|following|caused?|prompt(s|ed)|trigger(s|ed)|rais(es|ed) concern|made|makes|drove|driving|explain(s|ed)?|reason|fear(s|ed)?|worr(y|ies|ied))\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reason();

    // "The training cost" is not the cost of post-training: a figure whose measure says more than the question is another one.
    private static double Unasked(QuestionPart part, QuestionNeeds needs, KnowledgeRecord record) =>
        part.Expects == AnswerType.Amount && record is MarketFact fact ? 1 - needs.Restates(fact.Measure) : 0;

    /// <summary>Whether the record says what that is which the question asks to be explained: "Sputnik was a satellite".</summary>
    internal static bool Defines(QuestionPart part, KnowledgeRecord record) =>
        record is Claim claim && (part.Intent == Intent.Definition || AsksWhoIs().IsMatch(part.Text))
        && part.Entities.Any(mention => claim.Statement.StartsWith(mention.Entity.Name, StringComparison.OrdinalIgnoreCase)
            && Being().IsMatch(claim.Statement.AsSpan(mention.Entity.Name.Length)));

    [GeneratedRegex(@"^(and |so |ok |but )?who('s|’s| is| was| are| were)\b", RegexOptions.IgnoreCase)]
    private static partial Regex AsksWhoIs();

    [GeneratedRegex(@"^ (is|are|was|were) (a|an|the)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Being();

    // "Is there a later figure?" wants what came after the story; whether something is true is about what was said in it.
    private double Later(QuestionPart part, RecordProfile record)
    {
        var isLater = profile.IsLater(record.Record);
        if (AsksLater(part))
        {
            return isLater || record.Words.Contains(LaterStem) ? 1 : 0;
        }

        return isLater && part.Intent is Intent.IsItTrue or Intent.ClaimStatus ? -1 : 0;
    }

    private static double Date(QuestionPart part, KnowledgeRecord record) => (part.When, record.Date) switch
    {
        ({ } when, { } date) => when.Contains(date.Day) ? 1 : -0.7,
        (null, not null) when part.Expects == AnswerType.When => 1,
        _ => 0,
    };

    private static double Figures(QuestionPart part, RecordProfile record) => part.Quantities.Any(record.Has) ? 1 : 0;

    // A bare figure that only a source of unreliable wording prints; the claim that carries it says how it stands.
    private bool IsHearsay(KnowledgeRecord record) =>
        record is MarketFact && record.Evidence.All(evidence => profile.Snapshot.Find(evidence.Source)?.WordingUnreliable == true);

    // "Who at the bank doubts it?" wants a person, where one is known.
    private double Person(QuestionPart part, RecordProfile record) =>
        part.Expects == AnswerType.Who && part.Text.Contains(" at ", StringComparison.OrdinalIgnoreCase)
        && !part.Entities.Any(mention => profile.IsPerson(mention.Entity.Name)) && record.Entities.Any(profile.IsPerson)
            ? 1
            : 0;

    [GeneratedRegex(@"\b(later|newer|newest|updated|revised|since then|more recent|most recent|afterwards)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LaterWords();

    /// <summary>Whether the question wants what came after the story.</summary>
    internal static bool AsksLater(QuestionPart part) => LaterWords().IsMatch(part.Text);

    // What a record is first and foremost about is its first subject.
    private static double Subject(QuestionPart part, KnowledgeRecord record) =>
        part.Entities.Count > 0 && RecordWords.Subjects(record).FirstOrDefault() is { } subject
        && part.Entities.Any(mention => string.Equals(mention.Entity.Name, subject, StringComparison.OrdinalIgnoreCase))
            ? 1
            : 0;
}
