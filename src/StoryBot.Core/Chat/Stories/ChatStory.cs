using StoryBot.Core.Answering;
using StoryBot.Core.Answering.Checking;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Chat.Lists;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Stories;

/// <summary>A story that can be asked in a chat: everything in it is over one snapshot. Safe to share between threads.</summary>
public sealed class ChatStory
{
    private readonly Lazy<AnswerVerifier> _verifier;
    private readonly Lazy<AnswerPipeline> _pipeline;
    private readonly Lazy<StatementChecker> _checker;
    private readonly Lazy<StoryLists> _lists;

    /// <summary>A story over the verifier's snapshot; what is not used is not made.</summary>
    public ChatStory(KnowledgeSnapshot snapshot, Lazy<AnswerVerifier> verifier, Lazy<AnswerPipeline> pipeline, Lazy<StatementChecker> checker)
    {
        ArgumentNullException.ThrowIfNull(verifier);
        Snapshot = snapshot;
        _verifier = verifier;
        _pipeline = pipeline;
        _checker = checker;
        _lists = new Lazy<StoryLists>(() => new StoryLists(verifier.Value));
    }

    /// <summary>The knowledge that it answers from.</summary>
    public KnowledgeSnapshot Snapshot { get; }

    /// <summary>The story's id.</summary>
    public StoryId Id => Snapshot.Story.Id;

    /// <summary>The story's title.</summary>
    public string Title => Snapshot.Story.Title;

    /// <summary>Verifies against <see cref="Snapshot"/>.</summary>
    internal AnswerVerifier Verifier => _verifier.Value;

    /// <summary>Lists of verified statements.</summary>
    internal StoryLists Lists => _lists.Value;

    /// <summary>How a question is understood, without answering it.</summary>
    internal QuestionPlan Understand(Question question) => _pipeline.Value.Understand(question);

    /// <summary>The line that says what an answer to this reader is as of.</summary>
    internal ReplyBlock.AsOf AsOf(ReaderScope scope) => new(Snapshot.Story.AsOfFor(scope).ToString(), Id.Value, Snapshot.Id.Value);

    /// <summary>Answers a question.</summary>
    public Task<AnswerResult> AnswerAsync(Question question, CancellationToken cancellationToken) => _pipeline.Value.AnswerAsync(question, cancellationToken);

    /// <summary>Checks a statement.</summary>
    public CheckOutcome Check(string statement, ReaderScope scope, CancellationToken cancellationToken) => _checker.Value.Check(statement, scope, cancellationToken);
}
