using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch.Ranking;

/// <summary>What an understood question adds to a record's score: the kind of record, its entities and its date.</summary>
internal static class PlanSignals
{
    private const double Kind = 0.12;
    private const double Entity = 0.1;
    private const double Date = 0.1;
    private const double Direction = 0.04;

    /// <summary>The sum of the signals; 0 for a plain search.</summary>
    public static double Of(KnowledgeRecord record, QuestionPart? part)
    {
        if (part is null)
        {
            return 0;
        }

        var score = MatchesKind(record, part) ? Kind : 0;
        if (part.Entities.Count > 0)
        {
            score += Entity * part.Entities.Count(mention => IsAbout(record, mention.Entity)) / part.Entities.Count;
        }

        if (part.When is { } when && record.Date is { Precision: not DatePrecision.Year } date)
        {
            score += when.Contains(date.Day) ? Date : 0;
        }

        return score + (MatchesDirection(record, part.Direction) ? Direction : 0);
    }

    private static bool MatchesKind(KnowledgeRecord record, QuestionPart part) => part.Intent switch
    {
        Intent.Quote => record is Quote,
        Intent.MarketMove => record is MarketFact,
        Intent.WhoDisputes => record is Claim { Disputes.Count: > 0 },
        Intent.ClaimStatus or Intent.IsItTrue or Intent.WhoSaid => record is Claim or Quote,
        _ => part.Expects == AnswerType.Amount && record is MarketFact,
    };

    private static bool IsAbout(KnowledgeRecord record, Entity entity) => record switch
    {
        Claim claim => Is(entity, claim.Claimant) || claim.About.Any(name => Is(entity, name)),
        Quote quote => Is(entity, quote.Speaker) || Is(entity, quote.Organisation),
        MarketFact fact => Is(entity, fact.Instrument) || Is(entity, fact.Symbol),
        _ => false,
    };

    private static bool Is(Entity entity, string? name) =>
        name is not null
        && (string.Equals(entity.Name, name, StringComparison.OrdinalIgnoreCase)
            || entity.Aliases.Contains(name, StringComparer.OrdinalIgnoreCase));

    private static bool MatchesDirection(KnowledgeRecord record, Understanding.Direction direction) => direction switch
    {
        Understanding.Direction.Up => record is MarketFact { Value: > 0 },
        Understanding.Direction.Down => record is MarketFact { Value: < 0 },
        _ => false,
    };
}
