using System.CommandLine;
using System.Text.Json;
using StoryBot.Core.Answering;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Host.Batches;
using StoryBot.Host.Contracts;
using StoryBot.Host.Rendering;
using StoryBot.Host.Stories;

namespace StoryBot.Host.Verbs;

/// <summary><c>ask</c>: one answer, or a file of questions.</summary>
internal static class AskVerb
{
    public static Verb Create(StoryOptions stories, Terminal terminal)
    {
        var question = Words.Create("question", "The question");
        var json = new Option<bool>("--json") { Description = "Print the answer object instead of text" };
        var batch = new BatchOptions();
        var reader = new ReaderOptions();
        var verb = new Verb("ask", "Answers a question, every sentence with its source.")
        {
            Examples =
            [
                "ask \"How much did it cost to train R1?\"",
                "ask \"Who disputes it?\" --json",
                "ask --batch questions.jsonl --out answers.jsonl",
                "ask \"What was known?\" --as-of 2025-01-27",
            ],
        };
        verb.Add(question);
        verb.Add(json);
        batch.AddTo(verb);
        reader.AddTo(verb);
        verb.SetAction(async (result, cancellationToken) =>
        {
            var words = result.GetValue(question) ?? [];
            await using var files = batch.Open(result, words.Length > 0, terminal);
            if (files is null && words.Length == 0)
            {
                throw new UserMistake("There is no question: write ask \"your question\", or ask --batch questions.jsonl --out answers.jsonl");
            }

            var scope = reader.Read(result, terminal.Clock);
            using var services = StoryBotBuilder.Build(stories.Read(result), terminal.Clock);
            using var story = services.GetRequiredService<StoryOpener>().Open(id: null, cancellationToken);
            if (files is not null)
            {
                return await AskAllAsync(story, files, scope, terminal, cancellationToken);
            }

            var asked = new Question { Id = OpenedStory.SingleId, Text = string.Join(' ', words), Scope = scope };
            var (answer, _) = await story.AskAsync(HostJson.TextId(asked.Id), asked, cancellationToken);
            Show(answer, result.GetValue(json), terminal);
            return answer.Verdict == Verdict.Unavailable ? 1 : 0;
        });
        return verb;
    }

    private static void Show(AnswerObject answer, bool asJson, Terminal terminal)
    {
        if (asJson)
        {
            terminal.Out.Write(JsonSerializer.Serialize(answer, HostJson.Written.AnswerObject) + "\n");
        }
        else
        {
            AnswerPage.Write(answer, terminal);
        }
    }

    private static async Task<int> AskAllAsync(
        OpenedStory story,
        BatchFiles files,
        ReaderScope scope,
        Terminal terminal,
        CancellationToken cancellationToken)
    {
        var runner = new BatchRunner<Conversation>(
            async (line, before, stop) =>
            {
                var asked = new Question
                {
                    Id = line.Id?.ToString() ?? string.Empty,
                    Text = line.Query ?? string.Empty,
                    Scope = scope,
                    Conversation = before ?? Conversation.Empty,
                };
                var (answer, turn) = await story.AskAsync(line.Id, asked, stop);
                return (JsonSerializer.Serialize(answer, HostJson.Written.AnswerObject), asked.Conversation.With(turn));
            },
            Environment.ProcessorCount);
        return await runner.RunFilesAsync(files, terminal, cancellationToken);
    }
}
