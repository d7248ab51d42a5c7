using System.CommandLine;
using System.Text.Json;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Host.Batches;
using StoryBot.Host.Contracts;
using StoryBot.Host.Rendering;
using StoryBot.Host.Stories;

namespace StoryBot.Host.Verbs;

/// <summary><c>search</c>: the evidence that bears on some words, best first.</summary>
internal static class SearchVerb
{
    private const int MostHits = 1000;

    public static Verb Create(StoryOptions stories, Terminal terminal)
    {
        var query = Words.Create("query", "The words to look for");
        var top = new Option<int>("--top") { Description = $"How many hits at the most, 1 to {MostHits}", DefaultValueFactory = _ => 10, HelpName = "n" };
        var json = new Option<bool>("--json") { Description = "Print the hits as JSON instead of text" };
        var batch = new BatchOptions();
        var reader = new ReaderOptions();
        var verb = new Verb("search", "Finds the records and passages that bear on some words, best first.")
        {
            Examples = ["search \"training cost\" --top 5", "search \"training cost\" --json", "search --batch queries.jsonl --out hits.jsonl --top 10"],
        };
        verb.Add(query);
        verb.Add(top);
        verb.Add(json);
        batch.AddTo(verb);
        reader.AddTo(verb);
        verb.SetAction(async (result, cancellationToken) =>
        {
            var words = result.GetValue(query) ?? [];
            var most = result.GetValue(top);
            if (most is < 1 or > MostHits)
            {
                throw new UserMistake($"--top is {most}; it must be between 1 and {MostHits}");
            }

            await using var files = batch.Open(result, words.Length > 0, terminal);
            if (files is null && words.Length == 0)
            {
                throw new UserMistake("There is nothing to look for: write search \"some words\", or search --batch queries.jsonl --out hits.jsonl");
            }

            var scope = reader.Read(result, terminal.Clock);
            using var services = StoryBotBuilder.Build(stories.Read(result), terminal.Clock);
            using var story = services.GetRequiredService<StoryOpener>().Open(id: null, cancellationToken);
            if (files is not null)
            {
                return await SearchAllAsync(story, files, scope, most, terminal, cancellationToken);
            }

            var hits = story.Search(HostJson.TextId(OpenedStory.SingleId), string.Join(' ', words), scope, most, cancellationToken);
            if (result.GetValue(json))
            {
                terminal.Out.Write(JsonSerializer.Serialize(hits, HostJson.Written.SearchObject) + "\n");
            }
            else
            {
                HitPage.Write(hits.Hits, terminal);
            }

            return 0;
        });
        return verb;
    }

    private static async Task<int> SearchAllAsync(
        OpenedStory story,
        BatchFiles files,
        ReaderScope scope,
        int top,
        Terminal terminal,
        CancellationToken cancellationToken)
    {
        var runner = new BatchRunner<object>(
            (line, _, stop) =>
            {
                var hits = story.Search(line.Id, line.Query ?? string.Empty, scope, top, stop);
                return Task.FromResult((JsonSerializer.Serialize(hits, HostJson.Written.SearchObject), new object()));
            },
            Environment.ProcessorCount);
        return await runner.RunFilesAsync(files, terminal, cancellationToken);
    }
}
