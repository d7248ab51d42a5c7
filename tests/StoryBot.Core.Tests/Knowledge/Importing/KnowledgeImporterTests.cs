using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Time.Testing;
using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Importing;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Knowledge.Importing;

public sealed class KnowledgeImporterTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("storybot-tests-").FullName;

    private string Documents => Path.Combine(_root, "documents.jsonl");

    private string Knowledge => Path.Combine(_root, "knowledge");

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public void Import_NewPack_LoadsWithEverythingTheDocumentsSay()
    {
        var result = Import(
            """{"id":"a","title":"First","text":"One.\n\nTwo\nlines.","url":"https://example.org/a","published":"2024-05-02","publisher":"Wire"}""",
            """{"id":4983,"title":"Second","text":"Alone."}""");

        var snapshot = Load();
        Assert.Equal((2, 0, 0, null), (result.Added, result.Replaced, result.Rejected, result.Failure));
        Assert.Equal("pack", snapshot.Story.Id.Value);
        Assert.Equal(StoryDate.OfDay(2024, 5, 2), snapshot.Story.AsOf);
        var first = snapshot.Sources[0];
        Assert.Equal(("First", "Wire", SourceGrade.C), (first.Title, first.Publisher, first.Grade));
        Assert.Equal((new Uri("https://example.org/a"), StoryDate.OfDay(2024, 5, 2)), (first.Url, first.Published));
        Assert.Equal("unknown", snapshot.Sources[1].Publisher);
        Assert.Equal(["a#1 One.", "a#2 Two lines.", "4983#1 Alone."], snapshot.Passages.All().Select(passage => $"{passage.Id} {passage.Text}"));
    }

    [Fact]
    public void Import_BadLines_AreToldWithTheirNumberAndTheRestGoesOn()
    {
        File.WriteAllBytes(Documents, [
            .. "\uFEFF{\"id\":\"a\",\"title\":\"T\",\"text\":\"One.\"}\r\n"u8,
            .. "{not json\n"u8,
            .. "\n"u8,
            .. "[1]\n"u8,
            .. "{\"title\":\"T\",\"text\":\"x\"}\n"u8,
            .. "{\"id\":\"b\",\"title\":\"T\",\"text\":7}\n"u8,
            .. "{\"id\":\"c\",\"title\":\"T\",\"text\":\"\\ud800\"}\n"u8,
            .. "{\"id\":\"d\",\"title\":\"T\",\"text\":\""u8, 0xFF, .. "\"}\n"u8,
            .. "{\"id\":\"e\",\"title\":\"\",\"text\":\" \"}\n"u8,
            .. "{\"id\":\"f\",\"title\":\"T\",\"text\":\"Last\"}"u8]);

        var result = Import();

        Assert.Equal([2, 4, 5, 6, 7, 8, 9], result.Problems.Select(problem => problem.Line));
        Assert.All(result.Problems, problem => Assert.True(problem.IsRejected));
        Assert.Equal((2, 7), (result.Added, result.Rejected));
        Assert.Equal(["a", "f"], Load().Sources.Select(source => source.Id.Value));
    }

    [Fact]
    public void Import_BadOptionalField_TakesTheDocumentWithoutIt()
    {
        var result = Import("""{"id":"a","title":"T","text":"One.","url":"nowhere","published":"May 2, 2024","publisher":3}""");

        var source = Assert.Single(Load().Sources);
        Assert.Equal((null, null, "unknown"), (source.Url, source.Published, source.Publisher));
        Assert.Equal([1, 1, 1], result.Problems.Where(problem => !problem.IsRejected).Select(problem => problem.Line));
        Assert.Equal(0, result.Rejected);
    }

    [Fact]
    public void Import_WithoutTitle_TakesTheFirstWords()
    {
        Import(JsonSerializer.Serialize(new { id = "a", title = "", text = string.Join(' ', Enumerable.Repeat("word", 40)) }));

        Assert.Matches("^(word )+\\.\\.\\.$", Load().Sources[0].Title);
    }

    [Fact]
    public void Import_IntoAnExistingPack_KeepsWhatPeopleWroteAndReplacesRepeatedIds()
    {
        using var pack = new TemporaryPack();
        pack.Write("sources.yaml", "# Ours.\n- id: report # kept\n  title: Progress report\n  publisher: Port Authority\n  grade: A\n\n# The blog.\n- id: blog\n  title: >\n    A reader's\n    blog\n  publisher: B\n  grade: C\n# End.\n");
        var folder = pack.Folder;

        var result = Import(new ImportRequest { Documents = Documents, Folder = folder },
            """{"id":"new","title":"New","text":"New text."}""",
            """{"id":"blog","title":"Blog, again","text":"Never late."}""",
            """{"id":"new","title":"Newer","text":"Newer text."}""");

        Assert.Equal((1, 2), (result.Added, result.Replaced));
        var snapshot = pack.LoadGood();
        Assert.Equal(["Progress report", "Blog, again", "Newer"], snapshot.Sources.Select(source => source.Title));
        Assert.Equal("Never late.", snapshot.Passages.Find(new PassageId(new SourceId("blog"), 1))?.Text);
        Assert.Equal("Newer text.", snapshot.Passages.Find(new PassageId(new SourceId("new"), 1))?.Text);
        var text = File.ReadAllText(pack.PathOf("sources.yaml"));
        Assert.StartsWith("# Ours.\n- id: report # kept\n", text, StringComparison.Ordinal);
        Assert.Contains("# The blog.\n", text, StringComparison.Ordinal);
        Assert.Contains("# End.\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("A reader's", text, StringComparison.Ordinal);
        Assert.Single(snapshot.Claims);
    }

    [Fact]
    public void Import_Again_GivesTheSameSnapshot()
    {
        var line = """{"id":"a/b","title":"T: x # y","text":"1. One.\n\n2. Two."}""";
        Import(line);
        var first = Load();

        Import(line);

        Assert.Equal(first.Id, Load().Id);
        Assert.Equal(["1. One.", "2. Two."], first.Passages.All().Select(passage => passage.Text));
        Assert.Equal([Path.Combine(Knowledge, "pack")], Directory.EnumerateFileSystemEntries(Knowledge));
    }

    [Fact]
    public void Import_SourcesInBrackets_LeavesThePackAsItWas()
    {
        using var pack = new TemporaryPack();
        pack.Write("sources.yaml", "[{id: report, title: T, publisher: P, grade: A}, {id: blog, title: T, publisher: P, grade: C}]\n");
        var before = pack.LoadGood().Id;

        var result = Import(new ImportRequest { Documents = Documents, Folder = pack.Folder }, """{"id":"new","title":"New","text":"x"}""");

        Assert.Contains("brackets", result.Failure, StringComparison.Ordinal);
        Assert.Equal(before, pack.LoadGood().Id);
    }

    [Fact]
    public void Import_IntoAPackWithBadSources_SaysWhatToMend()
    {
        using var pack = new TemporaryPack();
        pack.Write("sources.yaml", "- id: [\n");

        var result = Import(new ImportRequest { Documents = Documents, Folder = pack.Folder }, """{"id":"new","title":"New","text":"x"}""");

        Assert.Contains("SB008", result.Failure, StringComparison.Ordinal);
        Assert.Equal("- id: [\n", File.ReadAllText(pack.PathOf("sources.yaml")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    public void Import_NothingUsable_MakesNoPack(string line)
    {
        var result = Import(line);

        Assert.NotNull(result.Failure);
        Assert.False(Directory.Exists(Path.Combine(Knowledge, "pack")));
    }

    [Fact]
    public void Import_NoSuchFile_SaysSo()
    {
        var result = Importer().Import(new ImportRequest { Documents = Documents, Folder = Path.Combine(Knowledge, "pack") }, null, TestContext.Current.CancellationToken);

        Assert.Contains("documents.jsonl", result.Failure, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_Cancelled_LeavesNothingBehind()
    {
        File.WriteAllLines(Documents, Enumerable.Range(0, 1000).Select(i => $$"""{"id":"{{i}}","title":"T","text":"x"}"""));
        using var cancel = new CancellationTokenSource();
        var progress = new Reports(_ => cancel.Cancel());

        Assert.Throws<OperationCanceledException>(() => Importer().Import(new ImportRequest { Documents = Documents, Folder = Path.Combine(Knowledge, "pack") }, progress, cancel.Token));

        Assert.Empty(Directory.EnumerateFileSystemEntries(Knowledge));
    }

    [Fact]
    public void Import_ManyLines_ReportsHowFarItIs()
    {
        File.WriteAllLines(Documents, Enumerable.Range(0, 1000).Select(i => $$"""{"id":"{{i}}","title":"T","text":"x"}"""));
        var reports = new List<ImportProgress>();

        Importer().Import(new ImportRequest { Documents = Documents, Folder = Path.Combine(Knowledge, "pack") }, new Reports(reports.Add), TestContext.Current.CancellationToken);

        Assert.True(reports.Count > 3);
        Assert.Equal(reports.Order(Comparer<ImportProgress>.Create((x, y) => x.BytesRead.CompareTo(y.BytesRead))), reports);
        Assert.Equal(new ImportProgress(new FileInfo(Documents).Length, new FileInfo(Documents).Length, 1000), reports[^1]);
    }

    [Fact]
    public void Import_AnyIdAndTitle_IsReadBackAsItWas()
    {
        var word = Gen.Elements("a", "B7", " ", ":", "#", "-", "'", "\"", "\\", "\n", "\t", "/", "%", ".", "null", "{", "\u00e9", "\ud83d\ude00", "\u2028").ListOf().Select(string.Concat);
        var number = 0;

        Prop.ForAll(
            word.Zip(word).ToArbitrary(),
            pair =>
            {
                var id = $"x{pair.Item1.Replace("\n", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal)}x";
                var folder = Path.Combine(Knowledge, $"p{number++}");
                var result = Import(new ImportRequest { Documents = Documents, Folder = folder }, JsonSerializer.Serialize(new { id, title = "t" + pair.Item2, text = pair.Item2 }));
                var source = Load(folder).Sources[0];
                return result.Failure is null && source.Id.Value == id
                    && source.Title == string.Join(' ', ("t" + pair.Item2).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(100).WithEndSize(12));
    }

    private static KnowledgeImporter Importer() => new(new FakeTimeProvider());

    private ImportResult Import(params string[] lines) => Import(new ImportRequest { Documents = Documents, Folder = Path.Combine(Knowledge, "pack") }, lines);

    private ImportResult Import(ImportRequest request, params string[] lines)
    {
        if (lines.Length > 0)
        {
            File.WriteAllText(Documents, string.Join('\n', lines), new UTF8Encoding(false));
        }

        return Importer().Import(request, null, TestContext.Current.CancellationToken);
    }

    private KnowledgeSnapshot Load(string? folder = null)
    {
        var load = new KnowledgePipeline(new KnowledgePipelineOptions { CacheDirectory = null }).Load(folder ?? Path.Combine(Knowledge, "pack"), TestContext.Current.CancellationToken);
        Assert.Empty(load.Report.Findings);
        return load.Snapshot!;
    }

    private sealed class Reports(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value) => report(value);
    }
}
