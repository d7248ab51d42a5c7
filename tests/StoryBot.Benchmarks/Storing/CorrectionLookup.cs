using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Storage;
using StoryBot.Storage.Access;

namespace StoryBot.Benchmarks.Storing;

/// <summary>How fast the store finds the answers that a changed record makes wrong, among very many.</summary>
internal static class CorrectionLookup
{
    private const int Answers = 1_000_000;
    private const int CitedByEach = 3;
    private const int Records = 100;
    private const int Channels = 2_000;
    private const int Most = 100;

    private static readonly StoryId Story = new("cells");

    public static async Task WriteAsync(TextWriter report)
    {
        report.WriteLine($"\n## Correction lookup among {Answers:N0} answers\n");
        report.WriteLine($"Each cites {CitedByEach} of {Records} records; they stand in {Channels:N0} channels. Each record is looked up once, up to {Most} places, the newest first: as all its answers still read, and again when all but one have been corrected.\n");
        report.WriteLine("| database | p50 ms | p99 ms | corrected before, p50 ms | corrected before, p99 ms |\n|---|---|---|---|---|");
        foreach (var create in StoreTarget.All)
        {
            await using var target = await create();
            await MeasureAsync(target, report);
        }
    }

    private static async Task MeasureAsync(StoreTarget target, TextWriter report)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(target.Settings).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddStorage(configuration).BuildServiceProvider();
        await services.GetServices<IHostedService>().OfType<StorePreparation>().Single().StartAsync(CancellationToken.None);
        await FillAsync(services.GetRequiredService<StoreAccess>());
        var log = services.GetRequiredService<IAnswerLog>();
        var (half, most) = await LookUpAsync(log);
        for (var record = 0; record < Records; record++)
        {
            await log.CorrectedAsync(Story, Record(record), "new", CancellationToken.None);
        }

        await log.AddAsync(Late(), CancellationToken.None);
        var (laterHalf, laterMost) = await LookUpAsync(log);
        report.WriteLine(FormattableString.Invariant($"| {target.Title} | {half:F1} | {most:F1} | {laterHalf:F1} | {laterMost:F1} |"));
    }

    // In bulk: how they came there is not measured.
    private static async Task FillAsync(StoreAccess store)
    {
        await StoreTarget.FillAsync(
            store,
            Answers,
            """
            "Answers" ("Id", "Platform", "Workspace", "Channel", "IsDirect", "Person", "SentTo", "Place", "IsForAsker", "Story", "Snapshot", "Content", "Suggestions", "At")
            """,
            $"""
            SELECT 'a' || (10000000 + n), 'slack', 'T1', 'C' || (n % {Channels}), FALSE, 'U' || (n % 5000),
                '{"{{"}"platform":{"{{"}"value":"slack"{"}}"},"channel":"C' || (n % {Channels}) || '"{"}}"}', 'slack/T1/C' || (n % {Channels}) || '//',
                FALSE, 'cells', 's1', '{"{{}}"}', '[]', 640000000000000000 + n
            """);
        for (var index = 0; index < CitedByEach; index++)
        {
            await StoreTarget.FillAsync(
                store,
                Answers,
                "\"Citations\" (\"AnswerId\", \"Story\", \"Record\", \"Hash\", \"Place\")",
                $"SELECT 'a' || (10000000 + n), 'cells', 'claims/r' || ((n * 7 + {index} * 31) % {Records}), 'old', 'slack/T1/C' || (n % {Channels}) || '//'");
        }

        await store.WriteAsync((context, token) => context.Database.ExecuteSqlRawAsync(context.Database.IsSqlite() ? "ANALYZE" : "VACUUM ANALYZE", token), CancellationToken.None);
    }

    private static async Task<(double Half, double Most)> LookUpAsync(IAnswerLog log)
    {
        var times = new List<double>();
        for (var record = 0; record < Records; record++)
        {
            var start = Stopwatch.GetTimestamp();
            await log.FindCitingAsync(Story, Record(record), "new", Most, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return (times[Records / 2], times[Records * 99 / 100]);
    }

    private static LoggedAnswer Late() => new(
        new AnswerId("a99999999"),
        new ConversationKey(new PlatformId("slack"), "T1", "C1", null),
        "U1",
        new ReplyAddress(new PlatformId("slack"), "C1"),
        ReplyAudience.Everyone,
        Story,
        new SnapshotId("s1"),
        null,
        "{}",
        [],
        [new CitedRecord(Record(0), "old")],
        DateTimeOffset.UnixEpoch);

    private static RecordId Record(int number) => new(RecordKind.Claim, $"r{number}");
}
