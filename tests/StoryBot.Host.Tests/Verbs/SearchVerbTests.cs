using System.Text.Json;
using StoryBot.Testing.Knowledge;

namespace StoryBot.Host.Tests.Verbs;

public sealed class SearchVerbTests : IDisposable
{
    private readonly TemporaryKnowledge _knowledge = new TemporaryKnowledge().AddHarbour();

    public void Dispose() => _knowledge.Dispose();

    [Fact]
    public async Task Search_WithJson_RanksFromOne()
    {
        var run = await CommandLineRun.Of(_knowledge, "search", "harbour cost", "--top", "2", "--json");

        using var found = JsonDocument.Parse(Assert.Single(run.Lines));
        var hits = found.RootElement.GetProperty("hits").EnumerateArray().ToList();
        Assert.Equal([1, 2], hits.Select(hit => hit.GetProperty("rank").GetInt32()));
        Assert.Equal("claims/cost", hits[0].GetProperty("record").GetString());
        Assert.Equal("H1", hits[0].GetProperty("refs")[0].GetString());
        Assert.Equal("gazette", hits[0].GetProperty("source").GetString());
        Assert.Equal(2, hits[0].GetProperty("paragraph").GetInt32());
        Assert.True(hits[0].GetProperty("score").GetDouble() >= hits[1].GetProperty("score").GetDouble());
    }

    [Fact]
    public async Task Search_ForPeople_ShowsPlaceAndText()
    {
        var run = await CommandLineRun.Of(_knowledge, "search", "sea high street");

        Assert.StartsWith("1. quotes/opening, gazette, paragraph 1  ", run.Out, StringComparison.Ordinal);
        Assert.Contains("Mira Okafor: \"The sea is our high street.\"", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Search_InPassages_GivesSourceAndParagraph()
    {
        _knowledge.Write("harbour/sources/gazette.md", "The sea is our high street.\n\nMira Okafor said that the ferry harbour cost $42 million; the harbour has 12 berths.\n\nBut the Dockworkers Union put the cost at $60 million.\n\nTallow Bay plans a second pier, and lanterns of whale glass.\n");

        var run = await CommandLineRun.Of(_knowledge, "search", "lanterns of whale glass", "--json", "--top", "1");

        using var found = JsonDocument.Parse(Assert.Single(run.Lines));
        var hit = found.RootElement.GetProperty("hits")[0];
        Assert.False(hit.TryGetProperty("record", out _));
        Assert.Equal("gazette", hit.GetProperty("source").GetString());
        Assert.Equal(4, hit.GetProperty("paragraph").GetInt32());
    }

    [Fact]
    public async Task Batch_OfQueries_KeepsTheOrder()
    {
        var queries = _knowledge.Write("in.jsonl", "{\"id\":\"a\",\"q\":\"cost\"}\n{\"id\":\"b\",\"q\":\"berths\"}\n{\"id\":\"c\",\"q\":\"\"}\n");

        var run = await CommandLineRun.Of(_knowledge, "search", "--batch", queries, "--top", "1");

        Assert.Equal(["a", "b", "c"], run.Lines.Select(line => JsonDocument.Parse(line).RootElement.GetProperty("id").GetString()));
        Assert.Contains("claims/cost", run.Lines[0], StringComparison.Ordinal);
        Assert.Contains("market/berths", run.Lines[1], StringComparison.Ordinal);
        Assert.Equal("{\"id\":\"c\",\"hits\":[]}", run.Lines[2]);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    public async Task Top_OutsideItsBounds_IsAMistake(string top)
    {
        var run = await CommandLineRun.Of(_knowledge, "search", "cost", "--top", top);

        Assert.Equal(1, run.Code);
        Assert.Contains("between 1 and 1000", run.Error, StringComparison.Ordinal);
    }
}
