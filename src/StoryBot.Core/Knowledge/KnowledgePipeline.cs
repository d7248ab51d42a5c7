using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge;

/// <summary>
/// From the files of a pack to the knowledge of a story: files, lint, snapshot. What is wrong with the files ends up in
/// the report, never in an exception. Holds no state; safe to share between threads.
/// </summary>
public sealed class KnowledgePipeline(KnowledgePipelineOptions options)
{
    /// <summary>Loads the pack in the folder.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public KnowledgeLoad Load(string folder, CancellationToken cancellationToken)
    {
        var findings = new LintFindings();
        if (PackFolder.Open(folder, findings) is not { } pack)
        {
            return new KnowledgeLoad(null, findings.ToReport(folder));
        }

        var contents = new PackReader(pack, findings, options.CacheDirectory).Read(cancellationToken);
        PackLinter.Check(contents, findings, cancellationToken);
        var report = findings.ToReport(folder);
        return new KnowledgeLoad(report.HasErrors ? null : Snapshot(contents), report);
    }

    private static KnowledgeSnapshot Snapshot(PackContents contents)
    {
        var story = contents.Story ?? throw new InvalidOperationException("A pack without a story passed the linter.");
        var id = SnapshotHash.Of(story, contents.Sources, contents.Records, contents.Texts.Digest);
        return new KnowledgeSnapshot(id, story, contents.Sources, contents.Records, contents.Texts.Passages);
    }
}
