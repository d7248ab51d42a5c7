using System.Text.Json;
using StoryBot.Testing.Knowledge;

namespace StoryBot.Host.Tests.Verbs;

public sealed class DigestVerbTests : IDisposable
{
    private readonly TemporaryKnowledge _knowledge = new TemporaryKnowledge().AddHarbour();

    public void Dispose() => _knowledge.Dispose();

    [Fact]
    public async Task Preview_WithoutMoment_IsAnOverviewInWhichEverySentenceCites()
    {
        var run = await CommandLineRun.Of(_knowledge, "digest", "preview", "--json");

        using var digest = JsonDocument.Parse(Assert.Single(run.Lines));
        var numbers = digest.RootElement.GetProperty("citations").EnumerateArray().Select(citation => citation.GetProperty("number").GetInt32()).ToList();
        var sentences = digest.RootElement.GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("sentences").EnumerateArray()).ToList();
        Assert.Equal(JsonValueKind.Null, digest.RootElement.GetProperty("since").ValueKind);
        Assert.NotEmpty(sentences);
        Assert.All(sentences, sentence => Assert.NotEmpty(sentence.GetProperty("citations").EnumerateArray()));
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers);
    }

    [Fact]
    public async Task Preview_WhenNothingChanged_SaysThatNothingWouldBePosted()
    {
        var run = await CommandLineRun.Of(_knowledge, "digest", "preview", "--since", "2099-01-01");

        Assert.Equal(0, run.Code);
        Assert.Contains("nothing has changed since 1 January 2099.", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_SinceNoDate_IsAPlainMistake()
    {
        var run = await CommandLineRun.Of(_knowledge, "digest", "preview", "--since", "yesterday");

        Assert.Equal(1, run.Code);
        Assert.Contains("--since is \"yesterday\"; write a date such as", run.Error, StringComparison.Ordinal);
    }
}
