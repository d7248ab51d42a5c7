using Microsoft.EntityFrameworkCore;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Storage.Access;
using StoryBot.Storage.Model;

namespace StoryBot.Storage;

/// <summary>The questions that were asked where others saw them, by all replicas: those of the answers that are kept. Safe to share between threads.</summary>
internal sealed class StoredAskedQuestions(StoreAccess store) : IAskedQuestions
{
    /// <inheritdoc/>
    /// <remarks>Nothing is to be done: the answer is kept with its question, where questions are kept.</remarks>
    public ValueTask AddAsync(StoryId story, ConversationKey channel, string person, string question, DateTimeOffset at, CancellationToken cancellationToken) =>
        ValueTask.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<IReadOnlyList<AskedQuestion>>> MostAskedAsync(
        StoryId story, IReadOnlyList<AskedIn> places, int most, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(places);
        if (places.Count == 0)
        {
            return [];
        }

        var list = RowList.Write(places.Select(ValuesOf));
        var rows = await store.ReadAsync(
            (context, token) => context.Database.SqlQueryRaw<AskedRow>(Sql(context), story.Value, most, list).ToListAsync(token),
            cancellationToken);
        var byPlace = rows.ToLookup(row => row.Place);
        return [.. places.Select((_, index) => byPlace[index].OrderByDescending(row => row.Count).Select(row => new AskedQuestion(row.Asked, row.Count)).ToList())];
    }

    // Many channels may be due in the same minute: a statement for each would take longer than their digests. A cross join, because SQLite
    // then goes from the places to their answers, by the index, and not the other way round.
    private static string Sql(StoryBotContext context) =>
        $$"""
        WITH place AS ({{RowList.Select(context, 2, ("Place", "integer"), ("Platform", "text"), ("Workspace", "text"), ("Channel", "text"), ("Since", "bigint"))}}),
        counted AS (
            SELECT place."Place", COUNT(*) AS "Count", MAX(answer."Id") AS "Last",
                ROW_NUMBER() OVER (PARTITION BY place."Place" ORDER BY COUNT(*) DESC, MAX(answer."Id") DESC) AS "Rank"
            FROM place CROSS JOIN "Answers" AS answer
            WHERE answer."Platform" = place."Platform" AND answer."Workspace" = place."Workspace" AND answer."Channel" = place."Channel" AND answer."At" >= place."Since"
              AND answer."AskedWords" IS NOT NULL AND answer."Story" = {0} AND answer."IsForAsker" = FALSE AND answer."IsDirect" = FALSE
            GROUP BY place."Place", answer."AskedWords")
        SELECT counted."Place", last."Asked", CAST(counted."Count" AS integer) AS "Count"
        FROM counted JOIN "Answers" AS last ON last."Id" = counted."Last" WHERE counted."Rank" <= {1}
        """;

    private static object?[] ValuesOf(AskedIn place, int index) =>
        [index, place.Channel.Platform.Value, place.Channel.Workspace, place.Channel.Channel, (place.Since ?? DateTimeOffset.MinValue).UtcTicks];

    private sealed record AskedRow(int Place, string Asked, int Count);
}
