using Microsoft.EntityFrameworkCore;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Storage.Access;
using StoryBot.Storage.Model;

namespace StoryBot.Storage;

/// <summary>
/// What was asked in each conversation, by all replicas; added where questions are kept. With the store away a conversation is what this
/// process remembers. Safe to share between threads.
/// </summary>
internal sealed class StoredConversationLog(StoreAccess store) : IConversationLog, IPersonalData
{
    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<LoggedTurn>> ReadAsync(string conversation, int most, CancellationToken cancellationToken)
    {
        try
        {
            var rows = await store.ReadAsync(
                (context, token) => context.Turns.AsNoTracking()
                    .Where(row => row.Conversation == conversation)
                    .OrderByDescending(row => row.Id)
                    .Take(most)
                    .ToListAsync(token),
                cancellationToken);
            rows.Reverse();
            return [.. rows.Select(TurnOf)];
        }
        catch (StoreUnavailableException)
        {
            return [];
        }
    }

    /// <inheritdoc/>
    public ValueTask AddAsync(string conversation, LoggedTurn turn, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(turn);
        return store.WriteSoonAsync(
            (context, token) =>
            {
                context.Turns.Add(new TurnRow
                {
                    Id = turn.Id,
                    Conversation = conversation,
                    Story = turn.Story.Value,
                    Platform = turn.Platform.Value,
                    Person = turn.Person,
                    Question = StoreText.Clean(turn.Question),
                    Cited = RecordNames.Join(turn.Cited),
                    At = turn.At,
                });
                return context.SaveChangesAsync(token);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask RemoveAsync(string conversation, CancellationToken cancellationToken) => store.WriteSoonAsync(
        (context, token) => context.Turns.Where(row => row.Conversation == conversation).ExecuteDeleteAsync(token),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask ForgetAsync(PlatformId platform, string person, CancellationToken cancellationToken) => store.WriteSoonAsync(
        (context, token) => context.Turns.Where(row => row.Platform == platform.Value && row.Person == person).ExecuteDeleteAsync(token),
        cancellationToken);

    private static LoggedTurn TurnOf(TurnRow row) =>
        new(row.Id, new StoryId(row.Story), new PlatformId(row.Platform), row.Person, row.Question, RecordNames.Split(row.Cited), row.At);
}
