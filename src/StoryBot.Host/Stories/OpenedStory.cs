using System.Text.Json;
using StoryBot.Core.Answering;
using StoryBot.Core.Answering.Checking;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Selection;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Host.Contracts;

namespace StoryBot.Host.Stories;

/// <summary>One story, ready to be asked: what the verbs work with. Safe to share between threads.</summary>
internal sealed class OpenedStory(
    Lazy<AnswerVerifier> verifier,
    Lazy<AnswerPipeline> pipeline,
    Lazy<StatementChecker> checker,
    IEvidenceSearch search,
    TimeProvider clock) : IDisposable
{
    /// <summary>The id of a question that stands alone.</summary>
    public const string SingleId = "q1";

    private readonly QuestionSearch _questions = new(search);

    /// <summary>The knowledge that it answers from.</summary>
    public KnowledgeSnapshot Snapshot => search.Snapshot;

    /// <summary>The story as chats ask it.</summary>
    public ChatStory Chat { get; } = new(search.Snapshot, verifier, pipeline, checker);

    /// <summary>Answers a question; the turn is what its thread goes on from.</summary>
    public async Task<(AnswerObject Answer, Turn Turn)> AskAsync(JsonElement? id, Question question, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var result = await pipeline.Value.AnswerAsync(question, cancellationToken);
        return (AnswerObjects.Of(id, question, result, Snapshot.Story, clock.GetElapsedTime(start)), result.Turn);
    }

    /// <summary>Searches for evidence.</summary>
    public SearchObject Search(JsonElement? id, string text, ReaderScope scope, int top, CancellationToken cancellationToken) =>
        SearchObjects.Of(id, _questions.Search(text, scope, top, cancellationToken));

    /// <summary>Checks a statement.</summary>
    public CheckObject Check(JsonElement? id, string statement, ReaderScope scope, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        var outcome = checker.Value.Check(statement, scope, cancellationToken);
        return CheckObjects.Of(id, statement, outcome, Snapshot, scope, clock.GetElapsedTime(start));
    }

    /// <inheritdoc/>
    public void Dispose() => (search as IDisposable)?.Dispose();
}
