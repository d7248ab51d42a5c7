using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Digests;
using StoryBot.Core.Digests.Composition;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Testing;

namespace StoryBot.Core.Tests.Digests;

public sealed class DigestComposerTests
{
    private static readonly ReaderScope Scope = new(InventedPack.Now);

    private readonly DigestComposer _composer = new(new AnswerVerifier(InventedPack.Build()));

    [Fact]
    public void Overview_OfStory_HasSectionsWhoseSentencesAllCite()
    {
        var digest = _composer.Overview(Scope);

        Assert.Equal(["At a glance", "Disputed or contradicted", "Markets at the close"], digest.Sections.Select(section => section.Heading));
        Assert.All(digest.Sections.SelectMany(section => section.Now!.Sentences), sentence => Assert.NotEmpty(sentence.Citations));
        Assert.Contains("-12.4%", TextOf(digest), StringComparison.Ordinal);
    }

    [Fact]
    public void Overview_ForChannelThatIsNotCleared_KeepsTheEmbargo()
    {
        Assert.DoesNotContain("contract", TextOf(_composer.Overview(Scope)), StringComparison.Ordinal);
        Assert.DoesNotContain("contract", TextOf(_composer.Since(new(2031, 4, 1, 0, 0, 0, TimeSpan.Zero), Scope)), StringComparison.Ordinal);
    }

    [Fact]
    public void Since_MomentInTheStory_TellsWhatIsDatedAfterIt()
    {
        var text = TextOf(_composer.Since(new(2031, 4, 14, 12, 0, 0, TimeSpan.Zero), Scope));

        Assert.Contains("overvalued", text, StringComparison.Ordinal);
        Assert.DoesNotContain("five minutes", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Since_MomentAfterEverything_IsEmpty() =>
        Assert.True(_composer.Since(new(2031, 5, 1, 0, 0, 0, TimeSpan.Zero), Scope).IsEmpty);

    [Fact]
    public void Since_ScopeThatLooksBack_IsRefused() =>
        Assert.Throws<ArgumentException>(() => _composer.Since(InventedPack.Now, Scope with { AsOf = InventedPack.Now }));

    [Fact]
    public void Changes_ChangedFigure_ShowsBeforeAndNow()
    {
        var before = InventedPack.Build();
        var after = new KnowledgeSnapshot(
            new SnapshotId("abcdefabcdefabcd"),
            before.Story,
            before.Sources,
            [.. before.Records.Select(record => record is MarketFact { Id.Value: "veld-close-change" } fact
                ? fact with { Value = 0.95m, Evidence = [PackBuilder.Gist("wire", "The Veld 100 closed 0.95% higher on 14 April 2031")] }
                : record)],
            before.Passages);

        var digest = new DigestComposer(new AnswerVerifier(after)).Changes(new AnswerVerifier(before), Scope, InventedPack.Now.AddDays(-1), Scope);

        var section = Assert.Single(digest.Sections);
        Assert.Equal("Changed: value", section.Heading);
        Assert.Contains("0.85%", section.Before!.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Contains("0.95%", section.Now!.Sentences[0].Text, StringComparison.Ordinal);
    }

    private static string TextOf(Digest digest) =>
        string.Join('\n', digest.Sections.SelectMany(section => section.Now!.Sentences).Select(sentence => sentence.Text));
}
