using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge;

/// <summary>
/// From the files of a pack to the knowledge of a story: files, lint, snapshot. What is wrong with the files ends up in
/// the report, never in an exception. Holds no state; safe to share between threads.
/// </summary>
public sealed class KnowledgePipeline(KnowledgePipelineOptions options, TimeProvider? clock = null)
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;

    /// <summary>Loads the pack in the folder.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public KnowledgeLoad Load(string folder, CancellationToken cancellationToken)
    {
        var opened = _clock.GetUtcNow();
        var findings = new LintFindings();
        if (PackFolder.Open(folder, findings) is not { } pack)
        {
            return new KnowledgeLoad(null, findings.ToReport(folder));
        }

        var cache = options.CacheDirectory is { } directory ? new PackCache(directory, pack) : null;
        if (cache?.Read() is { } kept && LoadKept(pack, kept, folder) is { } load)
        {
            return load;
        }

        var contents = new PackReader(pack, findings, options.CacheDirectory).Read(cancellationToken);
        PackLinter.Check(contents, findings, cancellationToken);
        var report = findings.ToReport(folder);
        if (report.HasErrors)
        {
            return new KnowledgeLoad(null, report);
        }

        if (pack.IsSettled(opened))
        {
            cache?.Write(contents, report);
        }

        return new KnowledgeLoad(Snapshot(contents), report);
    }

    // The same files passed the linter before, so only what is quickly read is read again. Null where they have become
    // bad since they were listed.
    private static KnowledgeLoad? LoadKept(PackFolder pack, PackCache.Entry kept, string folder)
    {
        var errors = new LintFindings();
        var contents = new PackReader(pack, errors, null).Read(kept.Sources, kept.Texts);
        var findings = new LintFindings();
        findings.AddRange(kept.Warnings);
        return errors.Errors == 0 ? new KnowledgeLoad(Snapshot(contents), findings.ToReport(folder)) : null;
    }

    private static KnowledgeSnapshot Snapshot(PackContents contents)
    {
        var story = contents.Story ?? throw new InvalidOperationException("A pack without a story passed the linter.");
        var id = SnapshotHash.Of(story, contents.Sources, contents.Records, contents.Texts.Digest);
        return new KnowledgeSnapshot(id, story, contents.Sources, contents.Records, contents.Texts.Passages);
    }
}
