using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Storage.Access;
using StoryBot.Storage.Model;

namespace StoryBot.Storage;

/// <summary>The answers that were given, by all replicas. Safe to share between threads.</summary>
internal sealed class StoredAnswerLog(StoreAccess store, IOptions<PrivacyOptions> privacy) : IAnswerLog, IPersonalData
{
    // Many answers may stand in one place, and few of many places be wanted: counted from the index alone, and only then read.
    private const string Citing =
        """
        SELECT MAX("AnswerId") AS "Value" FROM (
            SELECT "Place", MAX("AnswerId") AS "AnswerId" FROM "Citations" WHERE "Story" = {0} AND "Record" = {1} AND "Hash" < {2} GROUP BY "Hash", "Place"
            UNION ALL
            SELECT "Place", MAX("AnswerId") AS "AnswerId" FROM "Citations" WHERE "Story" = {0} AND "Record" = {1} AND "Hash" > {2} GROUP BY "Hash", "Place") AS found
        GROUP BY "Place" ORDER BY 1 DESC LIMIT {3}
        """;

    /// <inheritdoc/>
    public bool KeepsQuestions => privacy.Value.StoreQuestions;

    /// <inheritdoc/>
    public ValueTask AddAsync(LoggedAnswer answer, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return store.WriteSoonAsync(
            (context, token) =>
            {
                context.Answers.Add(RowOf(answer));
                return context.SaveChangesAsync(token);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<LoggedAnswer?> FindAsync(AnswerId id, CancellationToken cancellationToken)
    {
        try
        {
            var row = await store.ReadAsync(
                (context, token) => context.Answers.AsNoTracking().Include(known => known.Citations).FirstOrDefaultAsync(known => known.Id == id.Value, token),
                cancellationToken);
            return row is null ? null : AnswerOf(row);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<CitingAnswer>> FindCitingAsync(StoryId story, RecordId record, string hash, int most, CancellationToken cancellationToken)
    {
        var rows = await store.ReadAsync(
            async (context, token) =>
            {
                var ids = await context.Database.SqlQueryRaw<string>(Citing, story.Value, record.ToString(), hash, most).ToListAsync(token);
                return await context.Answers
                    .Where(row => ids.Contains(row.Id))
                    .Select(row => new { row.Id, row.SentTo, row.IsForAsker, row.Snapshot, row.At })
                    .ToListAsync(token);
            },
            cancellationToken);
        return
        [
            .. from row in rows
               let to = StoreJson.Read<ReplyAddress>(row.SentTo)
               where to is not null
               orderby row.Id descending
               select new CitingAnswer(new AnswerId(row.Id), to, AudienceOf(row.IsForAsker), new SnapshotId(row.Snapshot), row.At),
        ];
    }

    /// <inheritdoc/>
    public ValueTask CorrectedAsync(StoryId story, RecordId record, string hash, CancellationToken cancellationToken)
    {
        var name = record.ToString();
        return store.WriteSoonAsync(
            (context, token) => context.Citations
                .Where(row => row.Story == story.Value && row.Record == name && row.Hash != hash)
                .ExecuteUpdateAsync(row => row.SetProperty(known => known.Hash, hash), token),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask ForgetAsync(PlatformId platform, string person, CancellationToken cancellationToken) => store.WriteSoonAsync(
        (context, token) => context.Answers.Where(row => row.Platform == platform.Value && row.Person == person).ExecuteDeleteAsync(token),
        cancellationToken);

    /// <summary>The audience that a row names.</summary>
    internal static ReplyAudience AudienceOf(bool isForAsker) => isForAsker ? ReplyAudience.Asker : ReplyAudience.Everyone;

    private AnswerRow RowOf(LoggedAnswer answer)
    {
        var isKept = privacy.Value.StoreQuestions;
        var isForAsker = answer.Audience == ReplyAudience.Asker;
        var row = new AnswerRow
        {
            Id = answer.Id.Value,
            Platform = answer.Conversation.Platform.Value,
            Workspace = answer.Conversation.Workspace,
            Channel = answer.Conversation.Channel,
            Thread = answer.Conversation.Thread,
            IsDirect = answer.Conversation.IsDirect,
            Person = answer.Person,
            SentTo = StoreJson.Write(answer.To),
            Place = answer.To.PlaceFor(answer.Audience),
            IsForAsker = isForAsker,
            Story = answer.Story.Value,
            Snapshot = answer.Snapshot.Value,
            Asked = isKept && answer.Asked is not null ? StoreText.Clean(answer.Asked) : null,
            AskedWords = isKept && !string.IsNullOrWhiteSpace(answer.Asked) ? QuestionWords.Of(StoreText.Clean(answer.Asked)) : null,
            Content = answer.Content,
            Suggestions = JsonSerializer.Serialize(answer.Suggestions),
            At = answer.At,
        };
        row.Citations.AddRange(answer.Cited.Select(cited => new CitationRow
        {
            AnswerId = row.Id,
            Story = row.Story,
            Record = cited.Record.ToString(),
            Hash = cited.Hash,
            Place = row.Place,
        }));
        return row;
    }

    private static LoggedAnswer? AnswerOf(AnswerRow row) => StoreJson.Read<ReplyAddress>(row.SentTo) is not { } to ? null : new LoggedAnswer(
        new AnswerId(row.Id),
        new ConversationKey(new PlatformId(row.Platform), row.Workspace, row.Channel, row.Thread) { IsDirect = row.IsDirect },
        row.Person,
        to,
        AudienceOf(row.IsForAsker),
        new StoryId(row.Story),
        new SnapshotId(row.Snapshot),
        row.Asked,
        row.Content,
        JsonSerializer.Deserialize<string[]>(row.Suggestions) ?? [],
        [.. row.Citations.Select(cited => (Id: RecordId.TryParse(cited.Record, out var id) ? id : (RecordId?)null, cited.Hash)).Where(cited => cited.Id is not null).Select(cited => new CitedRecord(cited.Id!.Value, cited.Hash))],
        row.At);
}
