namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>At which point of the trading day a figure was taken.</summary>
public enum MarketBasis
{
    /// <summary>At the opening of trading.</summary>
    Open,

    /// <summary>At the close of trading.</summary>
    Close,

    /// <summary>At some moment between the two, or before the opening.</summary>
    Intraday,
}
