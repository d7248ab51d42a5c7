using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Memory;

/// <summary>An answer that was given, as its buttons need it. Immutable.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Conversation">Where it was given: its buttons work in that channel alone.</param>
/// <param name="Story">The story.</param>
/// <param name="Snapshot">The knowledge that it was verified against.</param>
/// <param name="Asked">What was asked, in the asker's words.</param>
/// <param name="Blocks">What it said.</param>
/// <param name="Suggestions">The questions that it suggested.</param>
internal sealed record StoredAnswer(
    AnswerId Id,
    ConversationKey Conversation,
    StoryId Story,
    SnapshotId Snapshot,
    string Asked,
    IReadOnlyList<ReplyBlock> Blocks,
    IReadOnlyList<string> Suggestions)
{
    /// <summary>Who asked: the platform's id. Default: nobody in particular.</summary>
    public string Person { get; init; } = string.Empty;

    /// <summary>Who saw it. Default: the asker alone.</summary>
    public ReplyAudience Audience { get; init; } = ReplyAudience.Asker;

    /// <summary>The records that it cited, each once, as they were.</summary>
    public IReadOnlyList<KnowledgeRecord> Cited { get; } =
    [
        .. Blocks.OfType<ReplyBlock.Sources>().SelectMany(block => block.Citations).Select(citation => citation.Record).OfType<KnowledgeRecord>().DistinctBy(record => record.Id),
    ];

    /// <summary>The ids of the records that it cited, each once.</summary>
    public IReadOnlyList<RecordId> Records => [.. Cited.Select(record => record.Id)];
}
