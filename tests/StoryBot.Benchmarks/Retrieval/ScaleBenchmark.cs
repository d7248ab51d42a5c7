using System.Diagnostics;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Benchmarks.Retrieval;

/// <summary>Index time, search time and memory at 100,000 passages, beside raw Lucene and SQLite FTS5 on the same texts and queries.</summary>
internal static class ScaleBenchmark
{
    private const int Passages = 100_000;
    private const int WarmUp = 100;
    private const int Queries = 1000;

    /// <summary>Runs it and writes its section of the report.</summary>
    public static void Run(string folder, TextWriter report)
    {
        RetrievalSet[] sets = [RetrievalSet.Squad(folder), RetrievalSet.SciFact(folder)];
        var queries = sets.SelectMany(set => set.Queries.Take((WarmUp + Queries) / 2)).Select(query => query.Text).ToList();
        var snapshot = CorpusSnapshot.Of("scale", ScaleCorpus.Texts(sets, Passages));
        var work = Directory.CreateTempSubdirectory("storybot-scale-");
        try
        {
            report.WriteLine($"| at {Passages:N0} passages | index s | of processor | search p50 ms | p99 ms | processor ms a query | resident MB |");
            report.WriteLine("|---|---|---|---|---|---|---|");
            Ours(snapshot, queries, work.FullName, report);
            Lucene(snapshot, queries, report);
            Sqlite(snapshot, queries, work.FullName, report);
        }
        finally
        {
            work.Delete(recursive: true);
        }
    }

    private static void Ours(KnowledgeSnapshot snapshot, List<string> queries, string work, TextWriter report)
    {
        var options = new EvidenceSearchOptions { CacheDirectory = Path.Combine(work, "cache") };
        var watch = Lap.Start();
        LuceneEvidenceSearch.Open(snapshot, options, CancellationToken.None).Dispose();
        var built = watch.Stop();
        GC.Collect();
        var again = Stopwatch.StartNew();
        using var search = LuceneEvidenceSearch.Open(snapshot, options, CancellationToken.None);
        var opened = again.Elapsed;
        var scope = new ReaderScope(DateTimeOffset.MaxValue);
        var times = Time(queries, text => search.Search(new EvidenceQuery { Text = text, Scope = scope }, CancellationToken.None));
        Write(report, $"StoryBot (opened again in {opened.TotalSeconds:F2} s)", built, times);
    }

    private static void Lucene(KnowledgeSnapshot snapshot, List<string> queries, TextWriter report)
    {
        var watch = Lap.Start();
        using var plain = new PlainLucene(snapshot, 1.2f, 0.75f);
        var built = watch.Stop();
        Write(report, "raw Lucene.NET `IndexSearcher`", built, Time(queries, text => plain.Search(text, 10)));
    }

    private static void Sqlite(KnowledgeSnapshot snapshot, List<string> queries, string work, TextWriter report)
    {
        var watch = Lap.Start();
        using var sqlite = new FullTextSqlite(Path.Combine(work, "fts5.db"), snapshot.Passages.All());
        var built = watch.Stop();
        Write(report, "SQLite FTS5", built, Time(queries.Take(WarmUp + 200).ToList(), text => sqlite.Search(text, 10)));
    }

    private static Timing Time(List<string> queries, Action<string> search)
    {
        foreach (var query in queries.Take(WarmUp))
        {
            search(query);
        }

        var times = new List<double>();
        var lap = Lap.Start();
        foreach (var query in queries.Skip(WarmUp))
        {
            var start = Stopwatch.GetTimestamp();
            search(query);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.Sort();
        return new Timing(times, lap.Stop().Processor.TotalMilliseconds / times.Count);
    }

    private static void Write(TextWriter report, string name, (TimeSpan Elapsed, TimeSpan Processor) built, Timing timing)
    {
        var (p50, p99) = (timing.Times[timing.Times.Count / 2], timing.Times[timing.Times.Count * 99 / 100]);
        report.WriteLine(
            $"| {name} | {built.Elapsed.TotalSeconds:F1} | {built.Processor.TotalSeconds:F1} | {p50:F2} | {p99:F2} | {timing.Processor:F2} | {Environment.WorkingSet / 1048576} |");
    }

    private sealed record Timing(List<double> Times, double Processor);

    // Elapsed time tells little on a machine that others use at once; the processor's time beside it does.
    private readonly record struct Lap(long Started, TimeSpan Used)
    {
        public static Lap Start() => new(Stopwatch.GetTimestamp(), Environment.CpuUsage.TotalTime);

        public (TimeSpan Elapsed, TimeSpan Processor) Stop() => (Stopwatch.GetElapsedTime(Started), Environment.CpuUsage.TotalTime - Used);
    }
}
