namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>Which of the three record files a record stands in.</summary>
public enum RecordKind
{
    /// <summary>Somebody's claim, in <c>claims.yaml</c>.</summary>
    Claim,

    /// <summary>Somebody's words, in <c>quotes.yaml</c>.</summary>
    Quote,

    /// <summary>A figure, in <c>market.yaml</c>.</summary>
    MarketFact,
}
