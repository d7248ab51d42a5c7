using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Host.Rendering;
using StoryBot.Host.Stories;

namespace StoryBot.Host.Verbs;

/// <summary><c>knowledge</c>: check, count, import and start packs.</summary>
internal static class KnowledgeVerb
{
    public static Verb Create(StoryOptions stories, Terminal terminal) =>
        new("knowledge", "Checks, counts, imports and starts the files that the bot answers from.")
        {
            Lint(stories, terminal),
            Stats(stories, terminal),
            ImportVerb.Create(stories, terminal),
            NewVerb.Create(stories, terminal),
        };

    private static Verb Lint(StoryOptions stories, Terminal terminal)
    {
        var verb = new Verb("lint", "Checks the packs: every finding with its number, file, line and fix. Fails when one has errors.")
        {
            Examples = ["knowledge lint", "knowledge lint --story my-story"],
        };
        verb.SetAction((result, cancellationToken) =>
        {
            var loads = Load(stories.Read(result), terminal, cancellationToken);
            foreach (var (folder, load) in loads)
            {
                LintPage.Write(folder, load.Report, terminal.Out);
            }

            return Task.FromResult(loads.Any(load => load.Load.Report.HasErrors) ? 1 : 0);
        });
        return verb;
    }

    private static Verb Stats(StoryOptions stories, Terminal terminal)
    {
        var verb = new Verb("stats", "Counts what the packs hold.")
        {
            Examples = ["knowledge stats", "knowledge stats --story my-story"],
        };
        verb.SetAction((result, cancellationToken) =>
        {
            var loads = Load(stories.Read(result), terminal, cancellationToken);
            foreach (var (folder, load) in loads)
            {
                if (load.Snapshot is { } snapshot)
                {
                    StatsPage.Write(KnowledgeStatistics.Of(snapshot), terminal.Out);
                }
                else
                {
                    terminal.Error.WriteLine($"{folder} has {load.Report.ErrorCount} error(s) and cannot be counted; see knowledge lint.");
                }
            }

            return Task.FromResult(loads.Any(load => load.Load.Snapshot is null) ? 1 : 0);
        });
        return verb;
    }

    // The story that is named, otherwise all there are.
    private static List<(string Folder, KnowledgeLoad Load)> Load(KnowledgeArguments arguments, Terminal terminal, CancellationToken cancellationToken)
    {
        using var services = StoryBotBuilder.Build(arguments, terminal.Clock);
        var opener = services.GetRequiredService<StoryOpener>();
        return [.. opener.Folders(arguments.Story).Select(folder => (Path.GetRelativePath(Environment.CurrentDirectory, folder), opener.Load(folder, cancellationToken)))];
    }
}
