using System.Text;
using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Knowledge;

/// <summary>A pack in a folder of its own, good unless a test spoils it; removed with the test.</summary>
internal sealed class TemporaryPack : IDisposable
{
    public const string Story = """
        id: harbour
        title: The harbour bridge
        summary: A bridge is late.
        as-of: 2024-06-30
        entities:
          - {name: Harbour Bridge, kind: product, aliases: [the bridge]}
          - {name: Port Authority, kind: organisation}
        """;

    public const string Sources = """
        - id: report
          title: Progress report
          publisher: Port Authority
          published: 2024-05-02
          url: https://example.org/report
          grade: A
        - id: blog
          title: A reader's blog
          publisher: Quayside Blog
          grade: C
          wording: unreliable
        """;

    public const string Claims = """
        - id: cost
          refs: [C1]
          statement: The bridge will cost 40 million euros.
          claimant: Port Authority
          about: [Harbour Bridge]
          status: supported
          date: 2024-05-02
          topics: [cost]
          evidence:
            - {source: report, paragraph: 2, excerpt: "will cost 40 million euros"}
        """;

    public const string Text = "# Progress report\n\nWork is under way.\n\nThe bridge will cost 40 million euros.\n";

    public TemporaryPack(string name = "harbour")
    {
        Parent = Directory.CreateTempSubdirectory("storybot-tests-").FullName;
        Folder = Path.Combine(Parent, name);
        Directory.CreateDirectory(Folder);
        Write("story.yaml", Story);
        Write("sources.yaml", Sources);
        Write("claims.yaml", Claims);
        Write("sources/report.md", Text);
        Write("sources/blog.md", "So late it is.\n");
    }

    public string Parent { get; }

    public string Folder { get; }

    public string Cache => Path.Combine(Parent, ".cache");

    public string PathOf(string file) => Path.Combine(Folder, file);

    public void Write(string file, string text) => Write(file, Encoding.UTF8.GetBytes(text));

    public void Write(string file, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathOf(file))!);
        File.WriteAllBytes(PathOf(file), bytes);
    }

    public void Append(string file, string text) => File.AppendAllText(PathOf(file), text);

    public void Replace(string file, string old, string replacement)
    {
        var text = File.ReadAllText(PathOf(file));
        Assert.Contains(old, text, StringComparison.Ordinal);
        Write(file, text.Replace(old, replacement, StringComparison.Ordinal));
    }

    public void Delete(string file) => File.Delete(PathOf(file));

    public KnowledgeLoad Load() =>
        new KnowledgePipeline(new KnowledgePipelineOptions { CacheDirectory = Cache }).Load(Folder, TestContext.Current.CancellationToken);

    public KnowledgeSnapshot LoadGood()
    {
        var load = Load();
        Assert.Equal([], load.Report.Findings.Where(finding => finding.Severity == LintSeverity.Error));
        return load.Snapshot!;
    }

    /// <summary>Loads the pack, which must not give a snapshot, and gives the one finding of this id.</summary>
    public LintFinding LoadBad(string id)
    {
        var load = Load();
        Assert.Null(load.Snapshot);
        return Single(load, id, LintSeverity.Error);
    }

    /// <summary>Loads the pack, which must give a snapshot, and gives the one finding of this id.</summary>
    public LintFinding LoadWarned(string id)
    {
        var load = Load();
        Assert.NotNull(load.Snapshot);
        return Single(load, id, LintSeverity.Warning);
    }

    public void Dispose() => Directory.Delete(Parent, recursive: true);

    private static LintFinding Single(KnowledgeLoad load, string id, LintSeverity severity)
    {
        var finding = Assert.Single(load.Report.Findings, finding => finding.Id == id);
        Assert.Equal(severity, finding.Severity);
        Assert.NotEmpty(finding.Message);
        Assert.NotEmpty(finding.Fix);
        return finding;
    }
}
