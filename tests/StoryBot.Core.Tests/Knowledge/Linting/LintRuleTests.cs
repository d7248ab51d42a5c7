using StoryBot.Core.Knowledge.Linting;

namespace StoryBot.Core.Tests.Knowledge.Linting;

public sealed class LintRuleTests
{
    private const string Opinion = "\n- {id: opinion, statement: S, claimant: C, about: [], status: editorial, topics: [], evidence: [{source: blog, gist: g}]}\n";

    [Fact]
    public void Ids_Twice_NamesBothLines()
    {
        using var pack = new TemporaryPack();
        pack.Append("claims.yaml", Opinion + Opinion);

        var finding = pack.LoadBad(LintId.DuplicateId);

        Assert.Equal(13, finding.Line);
        Assert.Contains("line 11", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ids_SameInTwoFiles_AreDifferentRecords()
    {
        using var pack = new TemporaryPack();
        pack.Write("quotes.yaml", "- {id: cost, speaker: A, text: T, evidence: [{source: blog, gist: g}]}\n");

        Assert.Equal(2, pack.LoadGood().Records.Count);
    }

    [Fact]
    public void SourceIds_Twice_IsAnError()
    {
        using var pack = new TemporaryPack();
        pack.Append("sources.yaml", "\n- {id: blog, title: T, publisher: P, grade: C}\n");

        Assert.Equal(("sources.yaml", 12), (pack.LoadBad(LintId.DuplicateId).Path, pack.LoadBad(LintId.DuplicateId).Line));
    }

    [Theory]
    [InlineData("The Bridge")]
    [InlineData("harbour bridge")]
    public void Alias_OfTwoEntities_IsAnError(string alias)
    {
        using var pack = new TemporaryPack();
        pack.Append("story.yaml", $"\n  - {{name: Other, kind: product, aliases: [{alias}]}}\n");

        Assert.Equal(8, pack.LoadBad(LintId.DuplicateAlias).Line);
    }

    [Fact]
    public void Source_Unknown_NamesTheNearest()
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "source: report", "source: reprot");

        var finding = pack.LoadBad(LintId.DanglingSource);

        Assert.Equal(10, finding.Line);
        Assert.Contains("'report'", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void AsPrinted_UnknownSource_IsAnError()
    {
        using var pack = new TemporaryPack();
        pack.Write("quotes.yaml", "- {id: q, speaker: A, text: T, as-printed: {source: nowhere, text: X}, evidence: [{source: blog, gist: g}]}\n");

        Assert.Equal("quotes.yaml", pack.LoadBad(LintId.DanglingSource).Path);
    }

    [Theory]
    [InlineData("  superseded-by: quotes/cost")]
    [InlineData("  superseded-by: nothing")]
    [InlineData("  disputes: [{by: B, source: blog, gist: g, claim: nothing}]")]
    public void Record_Unknown_IsAnError(string line)
    {
        using var pack = new TemporaryPack();
        pack.Append("claims.yaml", "\n" + line + "\n");

        Assert.Equal(11, pack.LoadBad(LintId.DanglingRecord).Line);
    }

    [Fact]
    public void SupersededBy_InACircle_NamesTheCircleOnce()
    {
        using var pack = new TemporaryPack();
        pack.Append("claims.yaml", "\n  superseded-by: opinion" + Opinion.Replace("id: opinion", "id: opinion, superseded-by: third", StringComparison.Ordinal)
            + Opinion.Replace("id: opinion", "id: third, superseded-by: opinion", StringComparison.Ordinal));

        var finding = pack.LoadBad(LintId.SupersededInCircle);

        Assert.Contains("opinion -> third -> opinion", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SupersededBy_Itself_IsACircle()
    {
        using var pack = new TemporaryPack();
        pack.Append("claims.yaml", "\n  superseded-by: cost\n");

        Assert.Equal(11, pack.LoadBad(LintId.SupersededInCircle).Line);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n  evidence: []")]
    [InlineData("\n  evidence:")]
    public void Record_WithoutEvidence_DoesNotLoad(string evidence)
    {
        using var pack = new TemporaryPack();
        pack.Append("claims.yaml", "\n- id: bare\n  statement: S\n  claimant: C\n  about: []\n  status: editorial\n  topics: []" + evidence + "\n");

        Assert.Equal(11, pack.LoadBad(LintId.NoEvidence).Line);
    }

    [Theory]
    [InlineData("{source: blog}")]
    [InlineData("{source: report, gist: g, excerpt: Work is under way.}")]
    public void Evidence_NeitherOrBothWordings_IsAnError(string evidence)
    {
        using var pack = new TemporaryPack();
        pack.Append("claims.yaml", $"\n    - {evidence}\n");

        Assert.Equal(11, pack.LoadBad(LintId.ExcerptOrGist).Line);
    }

    [Fact]
    public void Excerpt_OfUnreliableWording_IsAnError()
    {
        using var pack = new TemporaryPack();
        pack.Append("claims.yaml", "\n    - {source: blog, excerpt: So late it is.}\n");

        Assert.Equal(11, pack.LoadBad(LintId.UnreliableExcerpt).Line);
    }

    [Fact]
    public void Gist_OfReliableWording_IsFine()
    {
        using var pack = new TemporaryPack();
        pack.Append("claims.yaml", "\n    - {source: report, gist: \"40 million euros\"}\n");

        Assert.Empty(pack.Load().Report.Findings);
    }

    [Fact]
    public void Paragraph_OutOfRange_SaysWhichThereAre()
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "paragraph: 2", "paragraph: 3");

        Assert.Contains("1 to 2", pack.LoadBad(LintId.NoSuchParagraph).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Excerpt_InAnotherParagraph_SaysInWhich()
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "paragraph: 2", "paragraph: 1");

        Assert.Contains("paragraph: 2", pack.LoadBad(LintId.ExcerptNotInText).Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("will cost 41 million euros")]
    [InlineData("will cost 40 Million euros")]
    [InlineData("euros ... will cost")]
    public void Excerpt_NotWordForWord_IsAnError(string excerpt)
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "will cost 40 million euros\"", excerpt + "\"");

        Assert.Equal(10, pack.LoadBad(LintId.ExcerptNotInText).Line);
    }

    [Theory]
    [InlineData("will  cost\\n40 million\u00A0euros")]
    [InlineData("The bridge [...] 40 million euros")]
    [InlineData("The bridge \u2026 euros.")]
    public void Excerpt_OtherSpacesOrLeftOutWords_IsFine(string excerpt)
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "will cost 40 million euros\"", excerpt + "\"");

        pack.LoadGood();
    }

    [Fact]
    public void Excerpt_OtherQuotationMarks_IsFine()
    {
        using var pack = new TemporaryPack();
        pack.Append("sources/report.md", "\nIt\u2019s \u201Cdone\u201D \u2013 soon.\n");
        pack.Append("claims.yaml", "\n    - {source: report, excerpt: \"It's \\\"done\\\" - soon\"}\n");

        pack.LoadGood();
    }

    [Fact]
    public void Excerpt_OfASourceWithoutText_IsNotChecked()
    {
        using var pack = new TemporaryPack();
        pack.Delete("sources/report.md");
        pack.Replace("claims.yaml", "will cost 40 million euros\"", "whatever it says about 40 million\"");

        pack.LoadGood();
    }

    [Theory]
    [InlineData("40 million euros", "41 million euros", "41 million")]
    [InlineData("40 million euros", "40 million euros, 12 percent more", "12 percent")]
    public void Number_InNoEvidence_IsAWarning(string old, string replacement, string number)
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", $"cost {old}.", $"cost {replacement}.");

        var finding = pack.LoadWarned(LintId.NumberWithoutEvidence);

        Assert.Equal(3, finding.Line);
        Assert.Contains(number, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("The bridge will cost EUR 40m.")]
    [InlineData("On 2 May 2024 the sum was 40 million euros.")]
    public void Number_WrittenOtherwiseOrADate_IsFine(string statement)
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "The bridge will cost 40 million euros.", statement);

        Assert.Empty(pack.Load().Report.Findings);
    }

    [Fact]
    public void Number_InADispute_IsFine()
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "cost 40 million euros.", "cost 40 million euros, not 52 million.");
        pack.Append("claims.yaml", "\n  disputes: [{by: B, source: blog, gist: 52 million}]\n");

        Assert.Empty(pack.Load().Report.Findings);
    }

    [Theory]
    [InlineData("The bridge will cost 40 million euros.", "", false)]
    [InlineData("will cost 40 million", "", false)]
    [InlineData("will cost 40 million pounds", "", true)]
    [InlineData("will cost 40 million pounds", ", wording: paraphrase", false)]
    public void Quotation_AgainstItsExcerpt_MustAgree(string text, string wording, bool isBad)
    {
        using var pack = new TemporaryPack();
        pack.Write("quotes.yaml", $"- {{id: q, speaker: A, text: \"{text}\"{wording}, evidence: [{{source: report, excerpt: will cost 40 million euros}}]}}\n");

        var findings = pack.Load().Report.Findings;

        Assert.Equal(isBad, findings.Any(finding => finding.Id == LintId.QuotationDiffers));
        Assert.Equal(isBad ? 1 : 0, findings.Count);
    }

    [Theory]
    [InlineData("  review: retracted")]
    [InlineData("  review: retracted\n  retracted: {on: 2024-06-01}")]
    public void Retracted_WithoutReason_IsAWarning(string lines)
    {
        using var pack = new TemporaryPack();
        pack.Append("claims.yaml", "\n" + lines + "\n");

        Assert.Equal(11, pack.LoadWarned(LintId.RetractedWithoutReason).Line);
    }

    [Fact]
    public void Retraction_OfARecordInService_IsAnError()
    {
        using var pack = new TemporaryPack();
        pack.Append("claims.yaml", "\n  retracted: {on: 2024-06-01, because: B}\n");

        pack.LoadBad(LintId.RetractionWithoutReview);
    }

    [Theory]
    [InlineData("2024-07-01", true)]
    [InlineData("2024-06-30T23:59Z", false)]
    [InlineData("2024-07-01T00:00Z", true)]
    [InlineData("2024-07", true)]
    [InlineData("2024", false)]
    public void Date_AfterAsOf_IsAWarning(string date, bool isLate)
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "date: 2024-05-02", $"date: {date}");

        var findings = pack.Load().Report.Findings;

        Assert.Equal(isLate ? [LintId.DatedAfterAsOf] : [], findings.Select(finding => finding.Id));
    }

    [Fact]
    public void Source_NeitherCitedNorRead_IsAWarning()
    {
        using var pack = new TemporaryPack();
        pack.Delete("sources/blog.md");

        Assert.Equal(("sources.yaml", 7), (pack.LoadWarned(LintId.UnusedSource).Path, pack.LoadWarned(LintId.UnusedSource).Line));
    }

    [Fact]
    public void Text_OfNoSource_IsAWarning()
    {
        using var pack = new TemporaryPack();
        pack.Write("sources/stray.md", "Nobody's.\n");

        Assert.Equal("sources/stray.md", pack.LoadWarned(LintId.TextWithoutSource).Path);
    }

    [Fact]
    public void Text_InTwoFiles_IsAnError()
    {
        using var pack = new TemporaryPack();
        pack.Write("sources/%72eport.md", "Twice.\n");

        pack.LoadBad(LintId.TwoTexts);
    }

    [Theory]
    [InlineData("claim.yml", "'claims.yaml'")]
    [InlineData("sources/notes.txt", "notes.md")]
    public void File_ThatLooksLikeAPart_IsAWarning(string file, string fix)
    {
        using var pack = new TemporaryPack();
        pack.Write(file, "x\n");

        Assert.Contains(fix, pack.LoadWarned(LintId.UnknownFile).Fix, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData(".hidden.yaml")]
    [InlineData("sources/.keep")]
    public void File_ThatIsNoPart_IsLeftAlone(string file)
    {
        using var pack = new TemporaryPack();
        pack.Write(file, "x\n");

        Assert.Empty(pack.Load().Report.Findings);
    }

    [Fact]
    public void Story_OtherThanItsFolder_IsAWarning()
    {
        using var pack = new TemporaryPack("other");

        Assert.Equal(("story.yaml", 1), (pack.LoadWarned(LintId.StoryIdIsNotFolder).Path, pack.LoadWarned(LintId.StoryIdIsNotFolder).Line));
    }
}
