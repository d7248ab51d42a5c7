using System.Text.Json;
using StoryBot.Core.Answering;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Testing;

namespace StoryBot.Core.Tests.Answering.Understanding;

/// <summary>The shipped pack and the development questions beside the project, where both are there.</summary>
public sealed class StoryDevTests
{
    private static readonly ReaderScope Scope = new(new DateTimeOffset(2025, 2, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void Read_AnswerableQuestions_AreNeitherRefusedNorNameStrangers()
    {
        foreach (var (question, plan) in ReadAll().Where(pair => !pair.Question.GetProperty("abstain").GetBoolean()))
        {
            Assert.All(plan.Parts, part => Assert.True(part.Refusal is null && part.UnknownNames.Count == 0, question.GetProperty("q").GetString()));
        }
    }

    [Theory]
    [InlineData("injection", Refusal.Instruction)]
    public void Read_Injections_AreRefused(string kind, Refusal refusal)
    {
        var plans = ReadAll().Where(pair => pair.Question.GetProperty("kind").GetString() == kind).ToList();

        Assert.NotEmpty(plans);
        Assert.All(plans, pair => Assert.Equal(refusal, Assert.Single(pair.Plan.Parts).Refusal));
    }

    [Fact]
    public void Read_Threads_AreCarriedOn()
    {
        var followUps = ReadAll().Where(pair => pair.Question.TryGetProperty("thread", out _)).GroupBy(pair => pair.Question.GetProperty("thread").GetString())
            .SelectMany(thread => thread.Skip(1)).ToList();

        Assert.NotEmpty(followUps);
        Assert.All(followUps, pair => Assert.True(pair.Plan.Parts[0] is { IsFollowUp: true, Entities.Count: > 0 }));
    }

    private static List<(JsonElement Question, QuestionPlan Plan)> ReadAll()
    {
        var questions = Path.Combine(Repository.Root.FullName, "..", "shared", "eval", "story-dev.jsonl");
        if (!File.Exists(questions))
        {
            Assert.Skip($"The development questions are not at {questions}.");
        }

        var pack = Path.Combine(Repository.Root.FullName, "knowledge", "deepseek-r1");
        var load = new KnowledgePipeline(new KnowledgePipelineOptions { CacheDirectory = null }).Load(pack, TestContext.Current.CancellationToken);
        var reader = new QuestionReader(load.Snapshot ?? throw new InvalidOperationException("The shipped pack does not load."));
        var threads = new Dictionary<string, Conversation>();
        var plans = new List<(JsonElement, QuestionPlan)>();
        foreach (var line in File.ReadLines(questions))
        {
            var question = JsonElement.Parse(line);
            var thread = question.TryGetProperty("thread", out var name) ? name.GetString()! : Guid.NewGuid().ToString();
            var conversation = threads.GetValueOrDefault(thread, Conversation.Empty);
            var plan = reader.Read(new Question { Text = question.GetProperty("q").GetString()!, Scope = Scope, Conversation = conversation });
            threads[thread] = conversation.With(new Turn(plan, []));
            plans.Add((question, plan));
        }

        return plans;
    }
}
