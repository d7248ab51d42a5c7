using FsCheck;
using FsCheck.Fluent;
using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Linting;

namespace StoryBot.Core.Tests.Knowledge.Files;

public sealed class YamlFileTests
{
    private static readonly Gen<string> Broken = Gen
        .Elements("- ", "id: ", "a", "[", "]", "{", "}", ", ", ": ", "\n", "\n  ", "\n\t", "&x ", "*x", "'", "\"", "|\n", ">\n", "# ", "---\n", "...\n", "? ", "%", "@", "!t ", "\u2028", "\ud83d\ude00")
        .ListOf()
        .Select(string.Concat);

    [Fact]
    public void ReadList_AnyText_EndsWithValuesOrAFinding()
    {
        Prop.ForAll(
            Broken.ToArbitrary(),
            text =>
            {
                var findings = new LintFindings();
                var count = new YamlFile("x.yaml", text, findings).ReadList().Count();
                return (count >= 0).Label(text);
            }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(2000));
    }

    [Fact]
    public void Quote_AnyText_IsReadBackAsItWas()
    {
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonNull<string>>(),
            text =>
            {
                var findings = new LintFindings();
                var map = new YamlFile("x.yaml", $"id: {YamlText.Quote(text.Get)}\n", findings).ReadMap();
                return findings.Errors == 0 && map?.Find("id") is YamlScalar { IsNull: false } scalar && scalar.Text == text.Get;
            }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(2000));
    }

    [Theory]
    [InlineData("null")]
    [InlineData("Yes")]
    [InlineData("~")]
    [InlineData("2025-01-27")]
    [InlineData("1e5")]
    [InlineData("a: b")]
    [InlineData("a #b")]
    [InlineData("- a")]
    [InlineData("")]
    [InlineData(" a ")]
    public void Quote_TextThatYamlTakesForSomethingElse_IsReadBackAsText(string text)
    {
        var scalar = (YamlScalar)new YamlFile("x.yaml", $"id: {YamlText.Quote(text)}\n", new LintFindings()).ReadMap()!.Find("id")!;

        Assert.Equal((text, false), (scalar.Text, scalar.IsNull));
    }
}
