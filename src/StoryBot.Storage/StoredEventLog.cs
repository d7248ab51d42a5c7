using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Storage.Access;
using StoryBot.Storage.Model;

namespace StoryBot.Storage;

/// <summary>
/// The events that were taken in, by all replicas. With the store away an event is taken in all the same, and known by this process alone
/// until the store is back. Safe to share between threads.
/// </summary>
internal sealed class StoredEventLog(StoreAccess store, Replica replica, IOptions<PrivacyOptions> privacy, TimeProvider clock) : IEventLog
{
    // An acknowledgement is due within a second; beyond this the store counts as away.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(700);

    private readonly MemoryEventLog _recent = new(clock);

    /// <inheritdoc/>
    public async ValueTask<bool> TryAddAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(chatEvent);
        if (!await _recent.TryAddAsync(chatEvent, cancellationToken))
        {
            return false;
        }

        try
        {
            return await NoteAsync(RowOf(chatEvent), cancellationToken);
        }
        catch
        {
            // It was not taken in: when the platform delivers it again it is no repetition.
            _recent.Remove(chatEvent.Id);
            throw;
        }
    }

    /// <inheritdoc/>
    public ValueTask FinishAsync(ChatEventId id, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return store.WriteSoonAsync(
            (context, token) => context.Events
                .Where(row => row.Platform == id.Platform.Value && row.EventId == id.Value)
                .ExecuteUpdateAsync(
                    // Of an event that is over nothing is kept but its id.
                    row => row
                        .SetProperty(known => known.FinishedAt, now)
                        .SetProperty(known => known.Content, (string?)null)
                        .SetProperty(known => known.Person, string.Empty),
                    token),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<ChatEvent>> TakeOverAsync(int most, CancellationToken cancellationToken)
    {
        var taken = await store.WriteAsync(
            async (context, token) =>
            {
                var left = await context.Events
                    .Where(row => row.FinishedAt == null && row.Owner != replica.Id && !context.Replicas.Any(known => known.Id == row.Owner))
                    .OrderBy(row => row.ReceivedAt)
                    .Take(most)
                    .AsNoTracking()
                    .ToListAsync(token);
                var mine = new List<EventRow>();
                foreach (var row in left)
                {
                    // Whoever changes the owner first has it.
                    var isMine = await context.Events
                        .Where(known => known.Platform == row.Platform && known.EventId == row.EventId && known.Owner == row.Owner && known.FinishedAt == null)
                        .ExecuteUpdateAsync(known => known.SetProperty(entry => entry.Owner, replica.Id), token);
                    if (isMine == 1)
                    {
                        mine.Add(row);
                    }
                }

                return mine;
            },
            cancellationToken);
        var events = new List<ChatEvent>();
        foreach (var row in taken)
        {
            if (row.Content is not null && StoreJson.Read<ChatEvent>(row.Content) is { } chatEvent)
            {
                await _recent.TryAddAsync(chatEvent, cancellationToken);
                events.Add(chatEvent with { ReplyTo = chatEvent.ReplyTo with { MayHaveBeenSent = true } });
            }
            else
            {
                // Nothing can be answered without the address; what another version wrote is at its end.
                await FinishAsync(new ChatEventId(new PlatformId(row.Platform), row.EventId), cancellationToken);
            }
        }

        return events;
    }

    private async ValueTask<bool> NoteAsync(EventRow row, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            return await store.WriteAsync((context, token) => InsertAsync(context, row, token), either.Token) == 1;
        }
        catch (Exception fault) when (fault is StoreUnavailableException || (limit.IsCancellationRequested && !cancellationToken.IsCancellationRequested))
        {
            store.WriteLater((context, token) => InsertAsync(context, row, token));
            return true;
        }
    }

    private EventRow RowOf(ChatEvent chatEvent) => new()
    {
        Platform = chatEvent.Id.Platform.Value,
        EventId = chatEvent.Id.Value,
        Person = chatEvent.Person.Id,
        Owner = replica.Id,
        Content = StoreJson.Write(privacy.Value.StoreQuestions ? chatEvent : chatEvent with { Request = new ChatRequest.Forgotten(chatEvent.Request.Audience) }),
        ReceivedAt = chatEvent.ReceivedAt,
    };

    private static Task<int> InsertAsync(StoryBotContext context, EventRow row, CancellationToken cancellationToken) => context.Database.ExecuteSqlInterpolatedAsync(
        $"""
        INSERT INTO "Events" ("Platform", "EventId", "Person", "Owner", "Content", "ReceivedAt")
        VALUES ({row.Platform}, {row.EventId}, {row.Person}, {row.Owner}, {row.Content}, {row.ReceivedAt.UtcTicks})
        ON CONFLICT DO NOTHING
        """,
        cancellationToken);
}
