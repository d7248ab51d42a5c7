using StoryBot.Core.Answering;
using StoryBot.Core.Answering.Checking;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Testing.Chat;

/// <summary>Stories that are there from the start and do not change.</summary>
public sealed class FixedStories(params ChatStory[] stories) : IStories
{
    private static readonly Lazy<ChatStory> InventedStory = new(() => Open(InventedPack.Build()));

    /// <summary>The invented story alone; opened once for all tests.</summary>
    public static FixedStories Invented => new(InventedStory.Value);

    /// <inheritdoc/>
    public IReadOnlyList<ChatStory> All => stories;

    /// <inheritdoc/>
    public bool IsLoading { get; init; }

    /// <inheritdoc/>
    public StoryId? Default { get; init; }

    /// <summary>A story over a snapshot, without a model.</summary>
    public static ChatStory Open(KnowledgeSnapshot snapshot)
    {
        var search = LuceneEvidenceSearch.Open(snapshot, new EvidenceSearchOptions { CacheDirectory = null }, CancellationToken.None);
        var verifier = new Lazy<AnswerVerifier>(() => new AnswerVerifier(snapshot));
        return new ChatStory(
            snapshot,
            verifier,
            new Lazy<AnswerPipeline>(() => new AnswerPipeline(new QuestionReader(snapshot), search, verifier.Value)),
            new Lazy<StatementChecker>(() => new StatementChecker(search, verifier.Value)));
    }
}
