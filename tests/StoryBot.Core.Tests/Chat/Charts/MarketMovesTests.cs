using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Chat.Charts;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Testing;

namespace StoryBot.Core.Tests.Chat.Charts;

public sealed class MarketMovesTests
{
    [Fact]
    public void Of_ATable_DrawsTheMovesOfOneMomentWithEveryFigureInWords()
    {
        var moves = MarketMoves.Of(Table(_ => true))!;

        Assert.Equal(["Veld 100", "Lumora"], moves.Bars.Select(bar => bar.Name));
        Assert.Equal(["+0.85%", "-12.4%"], moves.Bars.Select(bar => bar.Label));
        Assert.Equal("At the close, 14 April 2031", moves.Moment);
        Assert.All(moves.Bars, bar => Assert.Contains($"{bar.Name} {bar.Label}", moves.AltText, StringComparison.Ordinal));
    }

    [Fact]
    public void Of_ATable_DrawsNothingThatItsRowsDoNotState()
    {
        var table = Table(_ => true);

        Assert.All(MarketMoves.Of(table)!.Bars, bar => Assert.Contains(table.Sentences, row =>
            row.Text.Contains(bar.Name, StringComparison.Ordinal) && row.Text.Contains(bar.Label.TrimStart('+'), StringComparison.Ordinal)));
    }

    [Fact]
    public void Of_ASingleMove_IsNoChart() => Assert.Null(MarketMoves.Of(Table(fact => fact.Instrument == "Lumora")));

    private static VerifiedAnswer Table(Func<MarketFact, bool> which)
    {
        var snapshot = InventedPack.Build();
        var facts = snapshot.Records.OfType<MarketFact>().Where(which).ToList();
        return new AnswerVerifier(snapshot).Verify(MarketTable.Draft(facts, new Support(snapshot)), new ReaderScope(InventedPack.Now)).Answer!;
    }
}
