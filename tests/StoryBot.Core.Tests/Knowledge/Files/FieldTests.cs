using StoryBot.Core.Knowledge.Linting;

namespace StoryBot.Core.Tests.Knowledge.Files;

public sealed class FieldTests
{
    [Theory]
    [InlineData("claimant:", "claiment:", "claimant")]
    [InlineData("topics:", "topic:", "topics")]
    [InlineData("status:", "Status:", "status")]
    public void UnknownKey_NearAKnownOne_NamesThatAndTheLine(string key, string written, string near)
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "  " + key, "  " + written);

        var finding = pack.LoadBad(LintId.UnknownKey);

        Assert.Equal("claims.yaml", finding.Path);
        Assert.InRange(finding.Line, 4, 8);
        Assert.Contains($"'{near}'", finding.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("as_of", "as-of")]
    [InlineData("asOf", "as-of")]
    public void UnknownKey_WrittenByAnotherHabit_NamesTheKey(string written, string near)
    {
        using var pack = new TemporaryPack();
        pack.Replace("story.yaml", "as-of:", written + ":");

        Assert.Contains($"'{near}'", pack.LoadBad(LintId.UnknownKey).Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void UnknownKey_NearNone_ListsTheKeys()
    {
        using var pack = new TemporaryPack();
        pack.Append("sources.yaml", "\n  colour: blue\n");

        var finding = pack.LoadBad(LintId.UnknownKey);

        Assert.Equal(12, finding.Line);
        Assert.Contains("publisher", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void DuplicateKey_IsReportedOnItsLine()
    {
        using var pack = new TemporaryPack();
        pack.Append("claims.yaml", "\n  status: disputed\n");

        Assert.Equal(11, pack.LoadBad(LintId.DuplicateKey).Line);
    }

    [Theory]
    [InlineData("claims.yaml", "  statement: The bridge will cost 40 million euros.\n", "", "statement")]
    [InlineData("claims.yaml", "claimant: Port Authority", "claimant:", "claimant")]
    [InlineData("claims.yaml", "claimant: Port Authority", "claimant: \"\"", "claimant")]
    [InlineData("sources.yaml", "  grade: A\n", "", "grade")]
    [InlineData("story.yaml", "as-of: 2024-06-30\n", "", "as-of")]
    public void RequiredKey_MissingOrWithoutValue_IsNamed(string file, string old, string replacement, string key)
    {
        using var pack = new TemporaryPack();
        pack.Replace(file, old, replacement);

        Assert.Contains($"'{key}'", pack.LoadBad(LintId.MissingKey).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("topics: [cost]", "topics: cost", 8)]
    [InlineData("topics: [cost]", "topics: [[cost]]", 8)]
    [InlineData("topics: [cost]", "topics: {cost: 1}", 8)]
    [InlineData("claimant: Port Authority", "claimant: [Port Authority]", 4)]
    [InlineData("  evidence:\n    - {source: report, paragraph: 2, excerpt: \"will cost 40 million euros\"}", "  evidence: {source: report}", 9)]
    [InlineData("- {source: report, paragraph: 2, excerpt: \"will cost 40 million euros\"}", "- report", 10)]
    public void WrongType_IsNamedWithItsLine(string old, string replacement, int line)
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", old, replacement);

        Assert.Equal(line, pack.LoadBad(LintId.WrongType).Line);
    }

    [Fact]
    public void Word_NotAllowed_NamesTheNearestAndAll()
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "status: supported", "status: suported");

        var finding = pack.LoadBad(LintId.UnknownWord);

        Assert.Equal(6, finding.Line);
        Assert.Contains("'supported'", finding.Fix, StringComparison.Ordinal);
        Assert.Contains("editorial", finding.Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2025-02-30")]
    [InlineData("2025-13")]
    [InlineData("27 January 2025")]
    [InlineData("2025-1-7")]
    [InlineData("2025-01-27T25:00Z")]
    [InlineData("2025-01-27T10:00+15:00")]
    [InlineData("0001-01-01T00:00+05:00")]
    [InlineData("٢٠٢٥-01-01")]
    public void Date_ThatCannotBe_IsReported(string date)
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "date: 2024-05-02", $"date: {date}");

        Assert.Equal(7, pack.LoadBad(LintId.BadDate).Line);
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("about 5")]
    [InlineData("5%")]
    [InlineData("1e99")]
    [InlineData(".inf")]
    public void Number_ThatIsNone_IsReported(string value)
    {
        using var pack = new TemporaryPack();
        pack.Write("market.yaml", $"- {{id: a, instrument: I, measure: price, value: \"{value}\", unit: USD, precision: exact, evidence: [{{source: blog, gist: g}}]}}\n");

        Assert.Equal(1, pack.LoadBad(LintId.BadNumber).Line);
    }

    [Theory]
    [InlineData("19,341.83", "19341.83")]
    [InlineData("-88.96", "-88.96")]
    [InlineData("+0.65", "0.65")]
    [InlineData("\u22123.07", "-3.07")]
    [InlineData("5.576e6", "5576000")]
    public void Number_HoweverWritten_IsRead(string value, string expected)
    {
        using var pack = new TemporaryPack();
        pack.Write("market.yaml", $"- {{id: a, instrument: I, measure: price, value: \"{value}\", unit: USD, precision: exact, evidence: [{{source: blog, gist: g}}]}}\n");

        Assert.Equal(decimal.Parse(expected), pack.LoadGood().MarketFacts[0].Value);
    }

    [Theory]
    [InlineData("value: 1, ", LintId.MissingKey)]
    [InlineData("unit: USD, ", LintId.MissingKey)]
    public void MarketFact_WithoutValueOrUnit_IsReported(string part, string id)
    {
        using var pack = new TemporaryPack();
        pack.Write("market.yaml", "- {id: a, instrument: I, measure: price, value: 1, unit: USD, precision: exact, evidence: [{source: blog, gist: g}]}\n");
        pack.Replace("market.yaml", part, string.Empty);

        Assert.Equal("market.yaml", pack.LoadBad(id).Path);
    }

    [Theory]
    [InlineData("example.org/report")]
    [InlineData("ftp://example.org/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://somebody@example.org/")]
    public void Url_NotAbsoluteWeb_IsReported(string url)
    {
        using var pack = new TemporaryPack();
        pack.Replace("sources.yaml", "https://example.org/report", url);

        Assert.Equal(5, pack.LoadBad(LintId.BadUrl).Line);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("two")]
    [InlineData("-1")]
    [InlineData("99999999999")]
    public void Paragraph_NoWholeNumber_IsReported(string paragraph)
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "paragraph: 2", $"paragraph: {paragraph}");

        Assert.Equal(10, pack.LoadBad(LintId.BadNumber).Line);
    }

    [Fact]
    public void Id_OverSeveralLines_IsReported()
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "- id: cost", "- id: \"co\\nst\"");

        Assert.Equal(1, pack.LoadBad(LintId.BadId).Line);
    }

    [Fact]
    public void OptionalKey_Null_CountsAsMissing()
    {
        using var pack = new TemporaryPack();
        pack.Replace("sources.yaml", "url: https://example.org/report", "url: null\n  author: ~\n  note:");

        var source = pack.LoadGood().Sources[0];

        Assert.Equal((null, null, null), (source.Url, source.Author, source.Note));
    }
}
