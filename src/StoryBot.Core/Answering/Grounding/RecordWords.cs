using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Grounding;

/// <summary>The words of a record: those that say what it is about.</summary>
public static class RecordWords
{
    private const string MarketWords = "shares stock price market trading day session move fell rose figure reaction happened";

    /// <summary>Every text field of the record, its evidence and its disputes, and its date in words.</summary>
    public static IEnumerable<string> Of(KnowledgeRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var fields = record switch
        {
            Claim claim => OfClaim(claim),
            Quote quote => [quote.Speaker, quote.Role, quote.Organisation, quote.Text, quote.Venue],
            MarketFact fact => [fact.Instrument, fact.Symbol, fact.Measure, fact.Unit, fact.Basis?.ToString(), fact.Value.ToString()],
            _ => [],
        };
        return fields
            .Concat(record.Evidence.Select(evidence => evidence.Text))
            .Append(record.Date is { } date ? DateWords.InWords(date) : null)
            .OfType<string>();
    }

    /// <summary>The text fields that an answer tells.</summary>
    public static IEnumerable<string> Told(KnowledgeRecord record) => record switch
    {
        Claim claim => [claim.Statement, claim.Claimant],
        Quote quote => new[] { quote.Speaker, quote.Role, quote.Organisation, quote.Text, quote.Venue }.OfType<string>(),
        MarketFact fact => [fact.Instrument, fact.Measure, fact.Unit],
        _ => [],
    };

    /// <summary>Words that people use for such a record without their standing in it: a price move "fell", a quotation "said".</summary>
    public static string Implied(KnowledgeRecord record) => record switch
    {
        Claim { Disputes.Count: > 0 } => "claims says doubts disputes disagrees contradicts true",
        Claim { Status: ClaimStatus.Contradicted or ClaimStatus.Disputed } => "claims says doubts disputes contradicts wrong true",
        Claim => "claims says true",
        Quote quote => "says statement words quotation comment view opinion reaction response reporters press public"
            + (quote.Role is null && quote.Organisation is null ? string.Empty : " role job work works living title position employer"),
        MarketFact { Basis: MarketBasis.Open } => MarketWords + " open opening bell start early",
        MarketFact { Basis: MarketBasis.Close } => MarketWords + " close closing end finish",
        MarketFact { Basis: MarketBasis.Intraday } => MarketWords + " intraday during low",
        MarketFact fact when fact.Measure.Contains("premarket", StringComparison.OrdinalIgnoreCase) => MarketWords + " before opening bell open start early",
        MarketFact fact when fact.Measure.Contains("change", StringComparison.OrdinalIgnoreCase) =>
            MarketWords,
        _ => "figure",
    };

    /// <summary>The names in the record's own fields: who claims or says it, and what it is about.</summary>
    public static IEnumerable<string> Subjects(KnowledgeRecord record) => record switch
    {
        Claim claim => claim.About.Append(claim.Claimant),
        Quote quote => quote.Organisation is { } organisation ? [quote.Speaker, organisation] : [quote.Speaker],
        MarketFact fact => [fact.Instrument],
        _ => [],
    };

    private static IEnumerable<string?> OfClaim(Claim claim) =>
        new[] { claim.Statement, claim.Claimant }
            .Concat(claim.About)
            .Concat(claim.Topics)
            .Concat(claim.Disputes.SelectMany(dispute => new[] { dispute.By, dispute.Evidence.Text }));
}
