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
            report.WriteLine($"| at {Passages:N0} passages | index s | search p50 ms | p99 ms | resident MB |");
            report.WriteLine("|---|---|---|---|---|");
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
        var watch = Stopwatch.StartNew();
        LuceneEvidenceSearch.Open(snapshot, options, CancellationToken.None).Dispose();
        var built = watch.Elapsed;
        GC.Collect();
        watch.Restart();
        using var search = LuceneEvidenceSearch.Open(snapshot, options, CancellationToken.None);
        var opened = watch.Elapsed;
        var scope = new ReaderScope(DateTimeOffset.MaxValue);
        var times = Time(queries, text => search.Search(new EvidenceQuery { Text = text, Scope = scope }, CancellationToken.None));
        Write(report, $"StoryBot (opened again in {opened.TotalSeconds:F2} s)", built, times);
    }

    private static void Lucene(KnowledgeSnapshot snapshot, List<string> queries, TextWriter report)
    {
        var watch = Stopwatch.StartNew();
        using var plain = new PlainLucene(snapshot, 1.2f, 0.75f);
        var built = watch.Elapsed;
        Write(report, "raw Lucene.NET `IndexSearcher`", built, Time(queries, text => plain.Search(text, 10)));
    }

    private static void Sqlite(KnowledgeSnapshot snapshot, List<string> queries, string work, TextWriter report)
    {
        var watch = Stopwatch.StartNew();
        using var sqlite = new FullTextSqlite(Path.Combine(work, "fts5.db"), snapshot.Passages.All());
        var built = watch.Elapsed;
        Write(report, "SQLite FTS5", built, Time(queries.Take(WarmUp + 200).ToList(), text => sqlite.Search(text, 10)));
    }

    private static List<double> Time(List<string> queries, Action<string> search)
    {
        var times = new List<double>();
        foreach (var query in queries)
        {
            var start = Stopwatch.GetTimestamp();
            search(query);
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        times.RemoveRange(0, WarmUp);
        times.Sort();
        return times;
    }

    private static void Write(TextWriter report, string name, TimeSpan built, List<double> times) =>
        report.WriteLine($"| {name} | {built.TotalSeconds:F1} | {times[times.Count / 2]:F2} | {times[times.Count * 99 / 100]:F2} | {Environment.WorkingSet / 1048576} |");
}
