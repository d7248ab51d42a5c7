using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Chat.Charts;

/// <summary>Makes the picture that goes with a table, where there is something to draw and something to draw it with. Safe to share between threads.</summary>
internal sealed class MarketPictures(IEnumerable<IMarketChart> charts)
{
    private const string FileName = "market.png";

    private readonly IMarketChart? _chart = charts.FirstOrDefault();

    /// <summary>The picture of a table's moves; null where there is none.</summary>
    public ReplyBlock.Image? Of(VerifiedAnswer? table) =>
        _chart is not null && table is not null && MarketMoves.Of(table) is { } moves && _chart.Draw(moves) is { } png
            ? new ReplyBlock.Image(png, FileName, moves.AltText)
            : null;
}
