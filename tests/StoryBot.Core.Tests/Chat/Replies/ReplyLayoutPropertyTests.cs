using FsCheck;
using FsCheck.Fluent;
using StoryBot.Testing.Chat.Layout;

namespace StoryBot.Core.Tests.Chat.Replies;

/// <summary>Random replies in every script at random limits; a million of them with <c>StoryBot.Benchmarks layout</c>.</summary>
public sealed class ReplyLayoutPropertyTests
{
    [Fact]
    public void Lay_AnyReply_KeepsEveryLimitAndEveryCitation()
    {
        var property = Prop.ForAll(
            Gen.Choose(0, int.MaxValue - 1).ToArbitrary(),
            seed =>
            {
                var faults = LayoutFaults.Of(LayoutCase.Of(seed));
                return (faults.Count == 0).Label($"seed {seed}: {string.Join("; ", faults)}");
            });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithReplay(20310501, 7), property);
    }

    [Fact]
    public void Cases_Many_CoverWhatTheyAreFor()
    {
        // Guards the property above: it would hold as well if nothing were ever cut, split or left out.
        var cases = Enumerable.Range(0, 500).Select(LayoutCase.Of).ToList();
        var laid = cases.Select(layoutCase => layoutCase.Lay()).ToList();

        Assert.Contains(laid, pages => pages.Count == 1);
        Assert.Contains(laid, pages => pages.Count > 3);
        Assert.Contains(laid, pages => pages.SelectMany(page => page.Sections).Any(section => section.Text.Contains("no room for", StringComparison.Ordinal)));
        Assert.Contains(cases, layoutCase => layoutCase.Sentences.Any(sentence => sentence.Text.Length > layoutCase.Limits.MessageLength));
        Assert.Equal(3, cases.Select(layoutCase => layoutCase.Markup).Distinct().Count());
    }
}
