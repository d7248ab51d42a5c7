using Microsoft.SemanticKernel;
using StoryBot.Core.Answering;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Testing;

namespace StoryBot.Core.Tests.Answering;

/// <summary>The story as a model calls it.</summary>
public sealed class StoryPluginTests : IDisposable
{
    private readonly LuceneEvidenceSearch _search = LuceneEvidenceSearch.Open(InventedPack.Build(), new EvidenceSearchOptions(), TestContext.Current.CancellationToken);

    public void Dispose() => _search.Dispose();

    [Theory]
    [InlineData("The Q7 contains no cobalt.", "Supported", "claims/no-cobalt")]
    [InlineData("The Q7 contains cobalt.", "Contradicted", "claims/no-cobalt")]
    public void CheckStatement_KnownThing_GivesVerdictAndEvidenceToCite(string statement, string verdict, string record)
    {
        var (plugin, kernel, context) = Begin();

        var finding = plugin.CheckStatement(kernel, statement, TestContext.Current.CancellationToken);

        Assert.Equal(verdict, finding.Verdict);
        Assert.NotNull(Assert.Single(finding.Parts).Explanation);
        Assert.Contains(finding.Evidence, entry => context.Ledger.Find(entry.Number)?.Record?.Id.ToString() == record);
    }

    [Fact]
    public void CheckStatement_UnknownThing_HasNoEvidence()
    {
        var (plugin, kernel, _) = Begin();

        var finding = plugin.CheckStatement(kernel, "The moon is made of cheese.", TestContext.Current.CancellationToken);

        Assert.Equal("NotInKnowledge", finding.Verdict);
        Assert.Empty(finding.Evidence);
    }

    private (StoryPlugin Plugin, Kernel Kernel, AnswerContext Context) Begin()
    {
        var kernel = new Kernel();
        var context = new AnswerContext { Scope = new ReaderScope(InventedPack.Now) };
        context.Enter(kernel);
        return (new StoryPlugin(_search, new AnswerVerifier(_search.Snapshot)), kernel, context);
    }
}
