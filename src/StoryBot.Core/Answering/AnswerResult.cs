using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering;

/// <summary>What came of a question: its outcome, and the turn that the thread goes on from.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Turn">The question as understood and the records that were cited, for follow-ups.</param>
/// <param name="Snapshot">The snapshot that it was answered from.</param>
/// <param name="Composer">Which service wrote it: <c>extractive</c>, or a model's name.</param>
public sealed record AnswerResult(AnswerOutcome Outcome, Turn Turn, SnapshotId Snapshot, string Composer);
