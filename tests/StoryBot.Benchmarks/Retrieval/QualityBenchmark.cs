using System.Text.Json;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Selection;
using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Benchmarks.Retrieval;

/// <summary>Ranking quality beside plain Lucene on the same corpora and queries, and plain-chat paraphrases on the shipped story.</summary>
internal static class QualityBenchmark
{
    private static readonly ReaderScope Scope = new(DateTimeOffset.MaxValue);

    /// <summary>Runs it and writes its section of the report.</summary>
    public static void Run(string folder, string repository, TextWriter report)
    {
        report.WriteLine("| ranking | queries | plain Lucene BM25 | StoryBot |");
        report.WriteLine("|---|---|---|---|");
        Compare(RetrievalSet.SciFact(folder), "SciFact training claims, nDCG@10", RankMetrics.Gain, _ => true, report);
        var squad = RetrievalSet.Squad(folder);
        Compare(squad, "SQuAD2, MRR@10", RankMetrics.ReciprocalRank, _ => true, report);
        Compare(squad, "SQuAD2, articles A to H, MRR@10", RankMetrics.ReciprocalRank, query => query.Group![0] <= 'H', report);
        Compare(squad, "SQuAD2, articles I to Z, MRR@10", RankMetrics.ReciprocalRank, query => query.Group![0] > 'H', report);
        Compare(RetrievalSet.News(folder), "MultiHop news facts, MRR@10", RankMetrics.ReciprocalRank, _ => true, report);
        report.WriteLine();
        report.WriteLine("| paraphrases on the shipped story | questions | right record first | among three | among ten |");
        report.WriteLine("|---|---|---|---|---|");
        Paraphrases(repository, "paraphrases", "for development", report);
        Paraphrases(repository, "paraphrases-heldout", "held out", report);
        Paraphrases(repository, "paraphrases-d", "held out, d", report);
    }

    private static void Compare(
        RetrievalSet set,
        string name,
        Func<IReadOnlyList<string>, IReadOnlySet<string>, double> metric,
        Func<RetrievalQuery, bool> chosen,
        TextWriter report)
    {
        var queries = set.Queries.Where(query => !query.IsUnanswerable && query.Relevant.Count > 0 && chosen(query)).ToList();
        using var plain = new PlainLucene(set.Snapshot, 1.2f, 0.75f);
        using var search = Open(set.Snapshot);
        var before = queries.Average(query => metric(plain.Search(query.Text, 10), query.Relevant));
        var after = queries.Average(query => metric([.. Hits(search, query.Text).Select(hit => hit.Passage!.Id.Source.Value)], query.Relevant));
        report.WriteLine($"| {name} | {queries.Count} | {before:F4} | {after:F4} |");
    }

    private static void Paraphrases(string repository, string file, string name, TextWriter report)
    {
        var pack = Path.Combine(repository, "knowledge", "deepseek-r1");
        var snapshot = new KnowledgePipeline(new KnowledgePipelineOptions()).Load(pack, CancellationToken.None).Snapshot
            ?? throw new InvalidOperationException($"The pack {pack} does not load.");
        using var search = Open(snapshot);
        var questions = new QuestionSearch(search);
        var ranks = File.ReadLines(Path.Combine(repository, "tests", "StoryBot.Testing", "Data", $"{file}.jsonl"))
            .Where(line => line.Length > 0)
            .Select(line => Rank(questions, JsonDocument.Parse(line).RootElement))
            .ToList();
        report.WriteLine($"| {name} | {ranks.Count} | {ranks.Count(r => r == 0)} | {ranks.Count(r => r is >= 0 and < 3)} | {ranks.Count(r => r >= 0)} |");
    }

    private static int Rank(QuestionSearch search, JsonElement line)
    {
        var refs = line.GetProperty("refs").EnumerateArray().Select(id => id.GetString()!).ToHashSet();
        var hits = search.Search(line.GetProperty("q").GetString()!, Scope, 10, CancellationToken.None).Hits;
        return hits.ToList().FindIndex(hit => hit.Record is { } record && record.Refs.Any(refs.Contains));
    }

    private static IReadOnlyList<EvidenceHit> Hits(LuceneEvidenceSearch search, string text) =>
        search.Search(new EvidenceQuery { Text = text, Scope = Scope }, CancellationToken.None).Hits;

    private static LuceneEvidenceSearch Open(KnowledgeSnapshot snapshot) =>
        LuceneEvidenceSearch.Open(snapshot, new EvidenceSearchOptions { CacheDirectory = null }, CancellationToken.None);
}
