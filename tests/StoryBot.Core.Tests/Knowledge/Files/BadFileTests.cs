using System.Text;
using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Linting;

namespace StoryBot.Core.Tests.Knowledge.Files;

public sealed class BadFileTests
{
    [Theory]
    [InlineData("no-such-folder")]
    [InlineData("harbour/story.yaml")]
    public void Load_NoFolder_SaysSo(string folder)
    {
        using var pack = new TemporaryPack();

        var load = new KnowledgePipeline(new KnowledgePipelineOptions()).Load(Path.Combine(pack.Parent, folder), TestContext.Current.CancellationToken);

        Assert.Null(load.Snapshot);
        Assert.Equal(LintId.FolderMissing, Assert.Single(load.Report.Findings).Id);
    }

    [Theory]
    [InlineData("story.yaml")]
    [InlineData("sources.yaml")]
    public void Load_RequiredFileMissing_NamesIt(string file)
    {
        using var pack = new TemporaryPack();
        pack.Delete(file);

        Assert.Equal(file, pack.LoadBad(LintId.FileMissing).Path);
    }

    [Theory]
    [InlineData("story.yaml", "")]
    [InlineData("sources.yaml", "# nothing yet\n---\n")]
    public void Load_RequiredFileEmpty_NamesIt(string file, string text)
    {
        using var pack = new TemporaryPack();
        pack.Write(file, text);

        Assert.Equal(file, pack.LoadBad(LintId.FileEmpty).Path);
    }

    [Fact]
    public void Load_ClaimsEmpty_LoadsWithAWarning()
    {
        using var pack = new TemporaryPack();
        pack.Write("claims.yaml", string.Empty);

        Assert.Equal("claims.yaml", pack.LoadWarned(LintId.FileEmpty).Path);
    }

    [Theory]
    [InlineData("# nothing\n")]
    [InlineData("[]\n")]
    [InlineData("---\n")]
    [InlineData("~\n")]
    public void Load_ClaimsWithoutAnEntry_Loads(string text)
    {
        using var pack = new TemporaryPack();
        pack.Write("claims.yaml", text);

        Assert.Empty(pack.LoadGood().Claims);
    }

    [Fact]
    public void Load_NotUtf8_NamesTheByteAndLine()
    {
        using var pack = new TemporaryPack();
        pack.Write("claims.yaml", [.. "# one\n# t"u8, 0xE9, .. "l\n"u8]);

        var finding = pack.LoadBad(LintId.NotUtf8);

        Assert.Equal(("claims.yaml", 2), (finding.Path, finding.Line));
        Assert.Contains("byte 10 (0xE9)", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_TextOfASourceNotUtf8_NamesTheFile()
    {
        using var pack = new TemporaryPack();
        pack.Write("sources/blog.md", [0x41, 0xFF]);

        Assert.Equal("sources/blog.md", pack.LoadBad(LintId.NotUtf8).Path);
    }

    [Fact]
    public void Load_Utf16_SaysSo()
    {
        using var pack = new TemporaryPack();
        pack.Write("story.yaml", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(TemporaryPack.Story)]);

        Assert.Contains("UTF-16", pack.LoadBad(LintId.NotUtf8).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NulInTheMiddle_IsNotTakenForTheEnd()
    {
        using var pack = new TemporaryPack();
        pack.Append("claims.yaml", "\n\0\n- id: lost\n");

        Assert.Equal(11, pack.LoadBad(LintId.NotUtf8).Line);
    }

    [Fact]
    public void Load_ByteOrderMarkAndCrlf_GivesTheSameSnapshot()
    {
        using var pack = new TemporaryPack();
        var expected = pack.LoadGood().Id;
        foreach (var file in new[] { "story.yaml", "sources.yaml", "claims.yaml", "sources/report.md" })
        {
            var text = File.ReadAllText(pack.PathOf(file)).Replace("\n", "\r\n", StringComparison.Ordinal);
            pack.Write(file, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(text)]);
        }

        Assert.Equal(expected, pack.LoadGood().Id);
    }

    [Fact]
    public void Load_TabIndentation_NamesTheLineAndTheFix()
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "  claimant:", "\tclaimant:");

        var finding = pack.LoadBad(LintId.TabIndentation);

        Assert.Equal(("claims.yaml", 4), (finding.Path, finding.Line));
        Assert.Contains("two spaces", finding.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_NotYaml_NamesTheLine()
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "[Harbour Bridge]", "[Harbour Bridge");

        Assert.InRange(pack.LoadBad(LintId.YamlSyntax).Line, 5, 6);
    }

    [Theory]
    [InlineData("claims.yaml", "claims:\n  - id: x\n", LintId.WrongFileShape)]
    [InlineData("claims.yaml", "just text\n", LintId.WrongFileShape)]
    [InlineData("claims.yaml", "- just text\n", LintId.WrongType)]
    [InlineData("claims.yaml", "[]\n---\n[]\n", LintId.WrongFileShape)]
    [InlineData("story.yaml", "- id: harbour\n", LintId.WrongFileShape)]
    [InlineData("claims.yaml", "- {id: *nobody}\n", LintId.YamlSyntax)]
    [InlineData("claims.yaml", "- {[a]: b}\n", LintId.YamlSyntax)]
    public void Load_OfAnotherShape_SaysSo(string file, string text, string id)
    {
        using var pack = new TemporaryPack();
        pack.Write(file, text);

        Assert.Equal(file, pack.LoadBad(id).Path);
    }

    [Fact]
    public void Load_AnchorsThatExpandWithoutBound_AreRefused()
    {
        using var pack = new TemporaryPack();
        var bomb = new StringBuilder("- &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i <= 9; i++)
        {
            bomb.Append("- &a").Append(i).Append(" [").AppendJoin(", ", Enumerable.Repeat($"*a{i - 1}", 10)).Append("]\n");
        }

        pack.Write("claims.yaml", bomb.ToString());

        Assert.InRange(pack.LoadBad(LintId.YamlTooLarge).Line, 2, 10);
    }

    [Fact]
    public void Load_AnchorThatHoldsItself_IsRefused()
    {
        using var pack = new TemporaryPack();
        pack.Write("claims.yaml", "- &a\n  topics: [*a]\n");

        Assert.Equal(2, pack.LoadBad(LintId.YamlTooLarge).Line);
    }

    [Fact]
    public void Load_NestedWithoutBound_IsRefused()
    {
        using var pack = new TemporaryPack();
        pack.Write("claims.yaml", "- " + new string('[', 20_000));

        pack.LoadBad(LintId.YamlTooLarge);
    }

    [Fact]
    public void Load_OrdinaryAlias_IsTheSameValue()
    {
        using var pack = new TemporaryPack();
        pack.Replace("claims.yaml", "topics: [cost]", "topics: &t [cost]");
        pack.Append("claims.yaml", "\n- {id: b, statement: S, claimant: C, about: [], status: editorial, topics: *t, evidence: [{source: blog, gist: g}]}\n");

        Assert.Equal(["cost"], pack.LoadGood().Claims[1].Topics);
    }

    [Fact]
    public void Load_FileOf100Megabytes_IsNotRead()
    {
        using var pack = new TemporaryPack();
        using (var file = File.Create(pack.PathOf("claims.yaml")))
        {
            file.SetLength(100L * 1024 * 1024);
        }

        var before = GC.GetTotalAllocatedBytes(precise: true);
        var finding = pack.LoadBad(LintId.FileTooLarge);

        Assert.Contains("64 MB", finding.Message, StringComparison.Ordinal);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, PackFolder.YamlLimit);
    }

    [Fact]
    public void Load_FileThatCannotBeOpened_IsNamed()
    {
        using var pack = new TemporaryPack();
        pack.Delete("claims.yaml");
        File.CreateSymbolicLink(pack.PathOf("claims.yaml"), "gone.txt");

        Assert.Equal("claims.yaml", pack.LoadBad(LintId.FileUnreadable).Path);
    }

    [Theory]
    [InlineData("claims.yaml")]
    [InlineData("sources/report.md")]
    public void Load_LinkOutOfTheFolder_IsNotFollowed(string file)
    {
        using var pack = new TemporaryPack();
        var outside = Path.Combine(pack.Parent, "outside");
        File.Move(pack.PathOf(file), outside);
        File.CreateSymbolicLink(pack.PathOf(file), outside);

        Assert.Equal(file, pack.LoadBad(LintId.LinkLeavesPack).Path);
    }

    [Fact]
    public void Load_FolderOfTextsIsALinkOut_IsNotFollowed()
    {
        using var pack = new TemporaryPack();
        var outside = Path.Combine(pack.Parent, "texts");
        Directory.Move(pack.PathOf("sources"), outside);
        Directory.CreateSymbolicLink(pack.PathOf("sources"), outside);

        var report = pack.Load().Report;

        Assert.Equal(2, report.Findings.Count(finding => finding.Id == LintId.LinkLeavesPack));
    }

    [Fact]
    public void Load_LinkInsideTheFolder_IsFollowed()
    {
        using var pack = new TemporaryPack();
        Directory.CreateDirectory(pack.PathOf("..data"));
        File.Move(pack.PathOf("claims.yaml"), pack.PathOf("..data/claims.yaml"));
        File.CreateSymbolicLink(pack.PathOf("claims.yaml"), Path.Combine("..data", "claims.yaml"));

        Assert.Single(pack.LoadGood().Claims);
    }

    [Fact]
    public void Load_LinkToItself_IsReported()
    {
        using var pack = new TemporaryPack();
        pack.Delete("claims.yaml");
        File.CreateSymbolicLink(pack.PathOf("claims.yaml"), "claims.yaml");

        Assert.Null(pack.Load().Snapshot);
    }

    [Fact]
    public void Load_VeryManyFindings_KeepsTheErrorsAndCountsTheRest()
    {
        using var pack = new TemporaryPack();
        pack.Append("sources.yaml", "\n" + string.Concat(Enumerable.Range(0, 2000).Select(i => $"- {{id: s{i}, title: T, publisher: P, grade: C}}\n")));
        pack.Replace("claims.yaml", "status: supported", "status: sported");

        var report = pack.Load().Report;

        Assert.Equal(2000, report.WarningCount + report.Findings.Count(finding => finding.Id == LintId.UnknownWord) - report.ErrorCount);
        Assert.Contains(report.Findings, finding => finding.Id == LintId.UnknownWord);
        Assert.True(report.Omitted > 0);
    }
}
