namespace StoryBot.Core.Chat.Charts;

/// <summary>Draws market moves. Optional: without one, tables stand alone. Safe to share between threads.</summary>
public interface IMarketChart
{
    /// <summary>The picture, PNG; null where it cannot be drawn on this machine, which the implementation logs.</summary>
    ReadOnlyMemory<byte>? Draw(MarketMoves moves);
}
