using System.CommandLine;
using StoryBot.Core.Knowledge.Importing;
using StoryBot.Host.Rendering;
using StoryBot.Host.Stories;

namespace StoryBot.Host.Verbs;

/// <summary><c>knowledge import</c>: documents into a pack, one source each.</summary>
internal static class ImportVerb
{
    private const int ShownProblems = 20;

    public static Verb Create(StoryOptions stories, Terminal terminal)
    {
        var documents = new Argument<string>("documents.jsonl")
        {
            Description = "Lines of {\"id\",\"title\",\"text\",\"url\"?,\"published\"?,\"publisher\"?}",
        };
        var title = new Option<string?>("--title") { Description = "The title of a new story [default: its id]", HelpName = "text" };
        var verb = new Verb("import", "Imports documents into a pack, one source each; starts the pack where there is none.")
        {
            Examples = ["knowledge import documents.jsonl --story my-story", "knowledge import documents.jsonl --story my-story --title \"My story\""],
        };
        verb.Add(documents);
        verb.Add(title);
        verb.SetAction((result, cancellationToken) =>
        {
            using var services = StoryBotBuilder.Build(stories.Read(result), terminal.Clock);
            var request = new ImportRequest
            {
                Documents = result.GetValue(documents)!,
                Folder = services.GetRequiredService<StoryOpener>().FolderToWrite(),
                Title = result.GetValue(title),
            };
            var imported = ProgressBar.Show(
                terminal,
                "Importing",
                progress => new KnowledgeImporter(terminal.Clock).Import(request, progress, cancellationToken));
            return Task.FromResult(Report(request, imported, terminal));
        });
        return verb;
    }

    private static int Report(ImportRequest request, ImportResult result, Terminal terminal)
    {
        foreach (var problem in result.Problems.Take(ShownProblems))
        {
            terminal.Error.WriteLine($"{request.Documents}:{problem.Line}: {(problem.IsRejected ? "left out" : "taken")}: {problem.Message}");
        }

        if (result.Problems.Count > ShownProblems)
        {
            terminal.Error.WriteLine($"{request.Documents}: {result.Problems.Count - ShownProblems} more problems are not shown.");
        }

        if (result.Failure is { } failure)
        {
            throw new UserMistake(failure);
        }

        terminal.Out.WriteLine($"{request.Folder}: {result.Added} documents added, {result.Replaced} replaced, {result.Rejected} left out");
        return 0;
    }
}
