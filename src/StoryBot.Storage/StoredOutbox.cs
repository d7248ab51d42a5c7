using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Replies.Archive;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Storage.Access;
using StoryBot.Storage.Model;

namespace StoryBot.Storage;

/// <summary>The outbox, shared by all replicas. Safe to share between threads.</summary>
internal sealed class StoredOutbox(StoreAccess store, Replica replica, IOptions<StoreOptions> options) : IOutboxStore, IPersonalData
{
    // Entries that another replica is about to claim are passed over, not waited for. SQLite has one writer at a time anyway.
    private readonly string _claim = Claim(SkipLocked(options.Value));

    /// <inheritdoc/>
    public ValueTask<bool> AddAsync(OutboxEntry entry, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return store.WriteAsync(
            async (context, token) =>
            {
                await using var transaction = await context.Database.BeginTransactionAsync(token);
                var added = await InsertAsync(context, [entry], token);
                await transaction.CommitAsync(token);
                return added == 1;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<OutboxEntry>> ClaimAsync(DateTimeOffset now, int most, CancellationToken cancellationToken)
    {
        // A look costs no lock; most of the time there is nothing to claim.
        var isAny = await store.ReadAsync(
            (context, token) => context.Outbox.AnyAsync(
                row => row.State < (int)OutboxState.Posted
                    && ((row.State == (int)OutboxState.Pending && row.NextAttempt <= now)
                        || (row.State == (int)OutboxState.Sending && row.Owner != replica.Id && !context.Replicas.Any(known => known.Id == row.Owner))),
                token),
            cancellationToken);
        if (!isAny)
        {
            return [];
        }

        var claimed = await store.WriteAsync(
            async (context, token) =>
            {
                var rows = await context.Outbox.FromSqlRaw(_claim, replica.Id, now.UtcTicks, most).AsNoTracking().ToListAsync(token);
                var hashes = rows.Select(row => row.ContentHash).Distinct().ToList();
                var contents = await context.OutboxContents.Where(row => hashes.Contains(row.Hash)).ToDictionaryAsync(row => row.Hash, row => row.Content, token);
                return rows.OrderBy(row => row.Sequence).Select(row => EntryOf(row, contents.GetValueOrDefault(row.ContentHash, string.Empty))).ToList();
            },
            cancellationToken);
        return claimed;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> StillHasAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return await store.ReadAsync((context, token) => Mine(context, key).AnyAsync(token), cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            return true;
        }
    }

    /// <inheritdoc/>
    public ValueTask PostedAsync(string key, DateTimeOffset at, CancellationToken cancellationToken) => store.WriteSoonAsync(
        (context, token) => context.Outbox.Where(row => row.Key == key).ExecuteUpdateAsync(
            row => row
                .SetProperty(known => known.State, (int)OutboxState.Posted)
                .SetProperty(known => known.PostedAt, at)
                .SetProperty(known => known.Owner, (string?)null)
                .SetProperty(known => known.Problem, (string?)null),
            token),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask RetryAsync(string key, DateTimeOffset nextAttempt, string? problem, CancellationToken cancellationToken) => store.WriteSoonAsync(
        (context, token) => Mine(context, key).ExecuteUpdateAsync(
            row => row
                .SetProperty(known => known.State, (int)OutboxState.Pending)
                .SetProperty(known => known.NextAttempt, nextAttempt)
                .SetProperty(known => known.Owner, (string?)null)
                .SetProperty(known => known.Problem, problem),
            token),
        cancellationToken);

    /// <inheritdoc/>
    public ValueTask ParkAsync(string key, string problem, CancellationToken cancellationToken) => store.WriteSoonAsync(
        (context, token) => Mine(context, key).ExecuteUpdateAsync(
            row => row
                .SetProperty(known => known.State, (int)OutboxState.Failed)
                .SetProperty(known => known.Owner, (string?)null)
                .SetProperty(known => known.Problem, problem),
            token),
        cancellationToken);

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<OutboxEntry>> ListAsync(OutboxState state, int most, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(
            (context, token) => context.Outbox.AsNoTracking().Where(row => row.State == (int)state).OrderBy(row => row.Sequence).Take(most).ToListAsync(token),
            cancellationToken);
        return [.. rows.Select(row => EntryOf(row, string.Empty))];
    }

    /// <inheritdoc/>
    /// <remarks>
    /// What was told to the person alone, or repeats the person's question, goes; a correction that others read too stays without the person.
    /// A digest is its channel's: what it quotes goes when it is posted.
    /// </remarks>
    public ValueTask ForgetAsync(PlatformId platform, string person, CancellationToken cancellationToken) => store.WriteSoonAsync(
        async (context, token) =>
        {
            var (lanes, digest) = ($"{platform}/", nameof(PostKind.Digest));
            var rows = await context.Outbox
                .Where(row => row.Kind != digest && row.Lane.StartsWith(lanes) && row.SendTo.Contains(person))
                .Select(row => new { row.Sequence, row.Kind, row.SendTo, Content = context.OutboxContents.Where(known => known.Hash == row.ContentHash).Select(known => known.Content).FirstOrDefault() })
                .ToListAsync(token);
            foreach (var row in rows)
            {
                if (StoreJson.Read<ReplyAddress>(row.SendTo) is not { } to || to.Person != person)
                {
                    continue;
                }

                var entry = context.Outbox.Where(known => known.Sequence == row.Sequence);
                if (row.Kind == nameof(PostKind.Correction) && row.Content is not null && ReplyArchive.AudienceOf(row.Content) == ReplyAudience.Everyone)
                {
                    var others = StoreJson.Write(to with { Person = null });
                    await entry.ExecuteUpdateAsync(known => known.SetProperty(changed => changed.SendTo, others), token);
                }
                else
                {
                    await entry.ExecuteDeleteAsync(token);
                }
            }

            await RetentionSweep.DeleteContentsAsync(context, token);
        },
        cancellationToken);

    /// <summary>What a statement that claims says so that it passes over what another one has locked.</summary>
    internal static string SkipLocked(StoreOptions options) => options.Provider == StoreProvider.Postgres ? "FOR UPDATE SKIP LOCKED" : string.Empty;

    /// <summary>
    /// Adds entries within the transaction that the context is in; returns how many keys were not known. The entries come before what they say:
    /// <see cref="RetentionSweep"/> locks in the same order, so that it never takes away what a new entry says.
    /// </summary>
    internal static async Task<int> InsertAsync(StoryBotContext context, IReadOnlyList<OutboxEntry> entries, CancellationToken cancellationToken)
    {
        if (entries.Count == 0)
        {
            return 0;
        }

        var contents = new SortedDictionary<string, string>(StringComparer.Ordinal);
        var rows = new List<object?[]>(entries.Count);
        foreach (var entry in entries)
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.Content)));
            contents[hash] = entry.Content;
            rows.Add([entry.Key, entry.Kind.ToString(), entry.Lane, StoreJson.Write(entry.To), hash, entry.NextAttempt.UtcTicks, entry.CreatedAt.UtcTicks]);
        }

        var added = await context.Database.ExecuteSqlRawAsync(Insert(context), [RowList.Write(rows)], cancellationToken);

        // In the same order on every replica: two that wrote the same two the other way round would wait for each other.
        foreach (var (hash, content) in added == 0 ? [] : contents)
        {
            await context.Database.ExecuteSqlInterpolatedAsync(
                $"""INSERT INTO "OutboxContents" ("Hash", "Content") VALUES ({hash}, {content}) ON CONFLICT DO NOTHING""",
                cancellationToken);
        }

        return added;
    }

    private IQueryable<OutboxRow> Mine(StoryBotContext context, string key) =>
        context.Outbox.Where(row => row.Key == key && row.State == (int)OutboxState.Sending && row.Owner == replica.Id);

    // Without the condition SQLite would take ON CONFLICT for a join's.
    private static string Insert(StoryBotContext context) =>
        $"""
        INSERT INTO "Outbox" ("Key", "Kind", "Lane", "SendTo", "ContentHash", "NextAttempt", "CreatedAt", "State", "Attempts")
        SELECT entry.*, {(int)OutboxState.Pending}, 0
        FROM ({RowList.Select(context, 0, ("Key", "text"), ("Kind", "text"), ("Lane", "text"), ("SendTo", "text"), ("ContentHash", "text"), ("NextAttempt", "bigint"), ("CreatedAt", "bigint"))}) AS entry
        WHERE TRUE ON CONFLICT DO NOTHING
        """;

    // Of each lane the oldest unfinished entry, if its time has come or whoever was sending it is dead. What this process is sending it is
    // sending, whoever took it off the list. Chosen once, before anything is changed: a plain subquery may run once per row.
    private static string Claim(string locking) =>
        $$"""
        WITH chosen AS MATERIALIZED (
            SELECT due."Sequence" FROM "Outbox" AS due
            WHERE due."State" < 2
              AND ((due."State" = 0 AND due."NextAttempt" <= {1})
                OR (due."State" = 1 AND due."Owner" <> {0} AND NOT EXISTS (SELECT 1 FROM "Replicas" AS alive WHERE alive."Id" = due."Owner")))
              AND NOT EXISTS (
                SELECT 1 FROM "Outbox" AS earlier
                WHERE earlier."Lane" = due."Lane" AND earlier."Sequence" < due."Sequence" AND earlier."State" < 2)
            ORDER BY due."Sequence" LIMIT {2} {{locking}})
        UPDATE "Outbox" SET "State" = 1, "Owner" = {0}, "Attempts" = "Attempts" + 1
        WHERE "Sequence" IN (SELECT "Sequence" FROM chosen)
        RETURNING *
        """;

    private static OutboxEntry EntryOf(OutboxRow row, string content) => new(
        row.Key,
        Enum.TryParse<PostKind>(row.Kind, out var kind) ? kind : PostKind.Digest,
        StoreJson.Read<ReplyAddress>(row.SendTo) ?? new ReplyAddress(default, string.Empty),
        content,
        row.CreatedAt)
    {
        Attempts = row.Attempts,
        NextAttempt = row.NextAttempt,
        State = (OutboxState)row.State,
        Problem = row.Problem,
    };
}
