using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Storage.Access;
using StoryBot.Storage.Model;

namespace StoryBot.Storage;

/// <summary>What readers found wrong, by all replicas. Safe to share between threads.</summary>
internal sealed class StoredFeedbackLog(StoreAccess store, IOptions<PrivacyOptions> privacy) : IFeedbackLog, IPersonalData
{
    /// <inheritdoc/>
    public ValueTask AddAsync(FeedbackEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return store.WriteSoonAsync(
            (context, token) =>
            {
                context.Feedback.Add(RowOf(entry));
                return context.SaveChangesAsync(token);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<FeedbackEntry>> ListAsync(StoryId story, int most, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(
            (context, token) => context.Feedback.AsNoTracking().Where(row => row.Story == story.Value).OrderByDescending(row => row.Id).Take(most).ToListAsync(token),
            cancellationToken);
        return [.. rows.Select(EntryOf)];
    }

    /// <inheritdoc/>
    public ValueTask ForgetAsync(PlatformId platform, string person, CancellationToken cancellationToken) => store.WriteSoonAsync(
        (context, token) => context.Feedback.Where(row => row.Platform == platform.Value && row.Person == person).ExecuteDeleteAsync(token),
        cancellationToken);

    private FeedbackRow RowOf(FeedbackEntry entry) => new()
    {
        AnswerId = entry.Answer.Value,
        Story = entry.Story.Value,
        Snapshot = entry.Snapshot.Value,
        Records = RecordNames.Join(entry.Records),
        Reason = entry.Reason.ToString(),
        Note = privacy.Value.StoreQuestions ? StoreText.Clean(entry.Note) : string.Empty,
        Platform = entry.Conversation.Platform.Value,
        Workspace = entry.Conversation.Workspace,
        Channel = entry.Conversation.Channel,
        Thread = entry.Conversation.Thread,
        IsDirect = entry.Conversation.IsDirect,
        Person = entry.Person.Id,
        At = entry.At,
    };

    private static FeedbackEntry EntryOf(FeedbackRow row) => new(
        new AnswerId(row.AnswerId),
        new StoryId(row.Story),
        new SnapshotId(row.Snapshot),
        RecordNames.Split(row.Records),
        Enum.TryParse<FeedbackReason>(row.Reason, out var reason) ? reason : default,
        row.Note,
        new ConversationKey(new PlatformId(row.Platform), row.Workspace, row.Channel, row.Thread) { IsDirect = row.IsDirect },
        new ChatPerson(row.Person),
        row.At);
}
