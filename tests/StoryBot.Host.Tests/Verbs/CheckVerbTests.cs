using System.Text.Json;
using StoryBot.Testing.Knowledge;

namespace StoryBot.Host.Tests.Verbs;

public sealed class CheckVerbTests : IDisposable
{
    private readonly TemporaryKnowledge _knowledge = new TemporaryKnowledge().AddHarbour();

    public void Dispose() => _knowledge.Dispose();

    [Theory]
    [InlineData("Tallow Bay harbour has 12 berths.", "supported")]
    [InlineData("Tallow Bay harbour has 14 berths.", "contradicted")]
    [InlineData("Mira Okafor said that the ferry harbour cost $42 million.", "disputed")]
    [InlineData("An airline flies to the moon.", "not-in-knowledge")]
    public async Task Check_OfAStatement_GivesTheVerdict(string statement, string verdict)
    {
        var run = await CommandLineRun.Of(_knowledge, "check", statement, "--json");

        using var check = JsonDocument.Parse(Assert.Single(run.Lines));
        Assert.Equal(verdict, check.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(statement, check.RootElement.GetProperty("statement").GetString());
        Assert.Equal(verdict == "not-in-knowledge", check.RootElement.GetProperty("citations").GetArrayLength() == 0);
    }

    [Fact]
    public async Task Check_OfSeveralThings_NumbersTheCitationsThrough()
    {
        var run = await CommandLineRun.Of(
            _knowledge, "check", "--json", "Tallow Bay harbour has 12 berths. Mira Okafor said that the ferry harbour cost $42 million.");

        using var check = JsonDocument.Parse(Assert.Single(run.Lines));
        var numbers = check.RootElement.GetProperty("citations").EnumerateArray().Select(citation => citation.GetProperty("number").GetInt32()).ToList();
        var parts = check.RootElement.GetProperty("parts").EnumerateArray().ToList();
        Assert.Equal(2, parts.Count);
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
        Assert.All(
            parts.SelectMany(part => part.GetProperty("sentences").EnumerateArray()).SelectMany(sentence => sentence.GetProperty("citations").EnumerateArray()),
            number => Assert.Contains(number.GetInt32(), numbers));
        Assert.Contains($"[{numbers[^1]}]", check.RootElement.GetProperty("text").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_FromStandardInput_ShowsVerdictAndSources()
    {
        var run = await CommandLineRun.OfInput("Tallow Bay harbour has 14 berths.\n", _knowledge, "check", "-");

        Assert.Equal(0, run.Code);
        Assert.StartsWith("Contradicted:", run.Out, StringComparison.Ordinal);
        Assert.Contains("Sources\n[1] Tallow Gazette", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_WithoutAStatement_SaysHow()
    {
        var run = await CommandLineRun.Of(_knowledge, "check");

        Assert.Equal(1, run.Code);
        Assert.Contains("There is no statement", run.Error, StringComparison.Ordinal);
    }
}
