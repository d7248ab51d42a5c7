using System.CommandLine;
using System.Text.Json;
using StoryBot.Core.Answering;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Host.Batches;
using StoryBot.Host.Contracts;
using StoryBot.Host.Evaluation;
using StoryBot.Host.Stories;

namespace StoryBot.Host.Verbs;

/// <summary><c>eval</c>: scores a file of questions with what their answers must look like.</summary>
internal static class EvalVerb
{
    public static Verb Create(StoryOptions stories, Terminal terminal)
    {
        var file = new Argument<string>("questions.jsonl")
        {
            Description = "Lines of {\"id\",\"q\",\"thread\"?,\"kind\",\"must\",\"must_not\",\"paras\",\"abstain\"}",
        };
        var require = new Option<string?>("--require")
        {
            Description = "Fail below these: right, cited and abstained are shares of 1, uncited the most sentences without a citation",
            HelpName = "right=0.97,cited=0.97,abstained=0.97,uncited=0",
        };
        var verb = new Verb("eval", "Scores a file of questions: answered right, cited right, abstained right, each with its failures.")
        {
            Examples = ["eval questions.jsonl", "eval questions.jsonl --require right=0.97,cited=0.97,abstained=0.97,uncited=0"],
        };
        verb.Add(file);
        verb.Add(require);
        verb.SetAction(async (result, cancellationToken) =>
        {
            var requirement = EvalRequirement.Parse(result.GetValue(require) ?? string.Empty);
            var questions = await ReadAsync(result.GetValue(file)!, cancellationToken);
            using var services = StoryBotBuilder.Build(stories.Read(result), terminal.Clock);
            using var story = services.GetRequiredService<StoryOpener>().Open(id: null, cancellationToken);
            var report = await AskAllAsync(story, questions, terminal.Clock, cancellationToken);
            report.Write(terminal.Out);
            var shortfalls = requirement.Shortfalls(report).ToList();
            foreach (var shortfall in shortfalls)
            {
                terminal.Error.WriteLine(shortfall);
            }

            return shortfalls.Count == 0 ? 0 : 1;
        });
        return verb;
    }

    private static async Task<EvalReport> AskAllAsync(
        OpenedStory story,
        IReadOnlyList<EvalQuestion> questions,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var scope = new ReaderScope(clock.GetUtcNow());
        var threads = new Dictionary<string, Conversation>();
        var scores = new List<EvalScore>(questions.Count);
        foreach (var question in questions)
        {
            var before = question.Thread is { } thread ? threads.GetValueOrDefault(thread, Conversation.Empty) : Conversation.Empty;
            var asked = new Question { Id = question.Id, Text = question.Text, Scope = scope, Conversation = before };
            var (answer, turn) = await story.AskAsync(HostJson.TextId(question.Id), asked, cancellationToken);
            scores.Add(EvalScorer.Score(question, answer));
            if (question.Thread is not null)
            {
                threads[question.Thread] = before.With(turn);
            }
        }

        return new EvalReport(scores);
    }

    // A question file with a fault is mended, not scored in part: a missing line would flatter the figures.
    private static async Task<IReadOnlyList<EvalQuestion>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        await using var file = BatchFiles.OpenOr(path, "read", File.OpenRead);
        var questions = new List<EvalQuestion>();
        await foreach (var (number, text) in LineReader.ReadAsync(file, cancellationToken))
        {
            try
            {
                questions.Add(JsonSerializer.Deserialize(text ?? throw new JsonException("it is not UTF-8"), HostJson.Written.EvalQuestion)
                    ?? throw new JsonException("it is null"));
            }
            catch (JsonException exception)
            {
                throw new UserMistake($"{path}, line {number}: not a question: {exception.Message}");
            }
        }

        return questions.Count > 0 ? questions : throw new UserMistake($"{path} holds no question");
    }
}
