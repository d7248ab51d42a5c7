using FsCheck;
using FsCheck.Fluent;
using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Importing;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Knowledge.Files;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("One.\n\nTwo.", 1, "One.|Two.")]
    [InlineData("One\nline.\n \t \n\n\nTwo.\n", 1, "One line.|Two.")]
    [InlineData("One.\r\n\r\nTwo.\r\n", 1, "One.|Two.")]
    [InlineData("# Title\n\nOne.", 1, "One.")]
    [InlineData("# Title\nOne.", 1, "# Title One.")]
    [InlineData("One.\n\n# Not a title", 1, "One.|# Not a title")]
    [InlineData("", 1, "")]
    [InlineData("# Title\n", 1, "")]
    [InlineData("1. One.\n\n2. Two.", 1, "One.|Two.")]
    [InlineData("[4] Four.\n\n[5] Five.", 4, "Four.|Five.")]
    [InlineData("\u00b61 One.\n\n\u00b62 Two.", 1, "One.|Two.")]
    [InlineData("(1) One.\n\n(2) Two.", 1, "One.|Two.")]
    [InlineData("# Title\n\n1) One.\n\n2) Two.", 1, "One.|Two.")]
    [InlineData("1. One.\n2. Two.\n3. Three.", 1, "One.|Two.|Three.")]
    [InlineData("1. One.\n\n3. Three.", 1, "1. One.|3. Three.")]
    [InlineData("1. One.\n\n[2] Two.", 1, "1. One.|[2] Two.")]
    [InlineData("1. One.\n\nTwo.", 1, "1. One.|Two.")]
    [InlineData("1. One:\n1. a\n2. b\n\n2. Two.", 1, "One: 1. a 2. b|Two.")]
    [InlineData("2025. A year.", 1, "2025. A year.")]
    [InlineData("[7] Alone.", 7, "Alone.")]
    [InlineData("5.6 million\n\n6.7 million", 1, "5.6 million|6.7 million")]
    public void Split_Text_GivesItsParagraphs(string text, int first, string paragraphs)
    {
        var split = SourceText.Split(text);

        Assert.Equal(first, split.First);
        Assert.Equal(paragraphs, string.Join('|', split.Texts));
    }

    [Fact]
    public void Text_WrittenByTheImport_GivesTheSameParagraphsBack()
    {
        var piece = Gen.Elements("word", "1. ", "2. ", "[1] ", "(3) ", "\u00b64 ", "# ", " ", "\n", "\n\n", "\r\n\r\n", "\u2028", "A sentence.", "\u00e9\u6f22");

        Prop.ForAll(
            piece.ListOf().Select(string.Concat).ToArbitrary(),
            text =>
            {
                var expected = SourceText.Blocks(text).Select(lines => string.Join(' ', lines)).ToList();
                var read = SourceText.Split(SourceEntryText.Text(text));
                return expected.Count == 0 ? read.Texts.Count == 0 : read.First == 1 && read.Texts.SequenceEqual(expected);
            }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(3000));
    }

    [Fact]
    public void FileName_OfAnyId_GivesTheIdBackAndIsAPlainName()
    {
        Prop.ForAll(
            ArbMap.Default.ArbFor<NonEmptyString>(),
            id =>
            {
                var name = SourceFileName.Of(new SourceId(id.Get));
                return SourceFileName.Read(name).Value == id.Get && name.All(c => char.IsAsciiLetterOrDigit(c) || "-_.%".Contains(c, StringComparison.Ordinal)) && name[0] != '.';
            }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(2000));
    }

    [Theory]
    [InlineData("v3-report", "v3-report.md")]
    [InlineData("a/b c", "a%2Fb%20c.md")]
    [InlineData("100%", "100%25.md")]
    [InlineData("..", "%2E..md")]
    [InlineData("con", "%63on.md")]
    [InlineData("\u00e9", "%C3%A9.md")]
    public void FileName_OfAnId_IsReadable(string id, string name) => Assert.Equal(name, SourceFileName.Of(new SourceId(id)));

    [Theory]
    [InlineData("100%.md", "100%")]
    [InlineData("my text.md", "my text")]
    public void FileName_ThatNobodyEncoded_IsTakenAsItIs(string name, string id) => Assert.Equal(id, SourceFileName.Read(name).Value);
}
