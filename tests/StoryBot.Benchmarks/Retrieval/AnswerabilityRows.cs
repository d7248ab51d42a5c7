using System.Text.Json;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.EvidenceSearch.Calibration;
using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Benchmarks.Retrieval;

/// <summary>The questions on which answerability is fitted and measured.</summary>
internal static class AnswerabilityRows
{
    /// <summary>The set of SQuAD2 questions.</summary>
    public const string SquadSet = "SQuAD2";

    // A question without its article is easy and there are as many as answerable ones: together they count for less.
    private const double AbsentWeight = 0.3;
    private const double StoryWeight = 3;

    private static readonly ReaderScope Scope = new(DateTimeOffset.MaxValue);

    /// <summary>SQuAD2's questions, and its answerable ones once more over a corpus without their article.</summary>
    public static IEnumerable<TrainingRow> Squad(RetrievalSet squad)
    {
        using (var search = Open(squad.Snapshot))
        {
            foreach (var query in squad.Queries)
            {
                if (Values(search, query.Text) is { } values)
                {
                    yield return new TrainingRow(SquadSet, query.Group!, query.IsUnanswerable ? Answerable.Altered : Answerable.Yes, 1, values);
                }
            }
        }

        foreach (var article in squad.Queries.Where(query => !query.IsUnanswerable).GroupBy(query => query.Group!))
        {
            using var search = Open(Without(squad.Snapshot, article.Key));
            foreach (var query in article)
            {
                if (Values(search, query.Text) is { } values)
                {
                    yield return new TrainingRow(SquadSet, article.Key, Answerable.Absent, AbsentWeight, values);
                }
            }
        }
    }

    /// <summary>The single questions of a question file, over a pack.</summary>
    public static IEnumerable<TrainingRow> Story(string pack, string questions)
    {
        var snapshot = new KnowledgePipeline(new KnowledgePipelineOptions()).Load(pack, CancellationToken.None).Snapshot
            ?? throw new InvalidOperationException($"The pack {pack} does not load.");
        using var search = Open(snapshot);
        foreach (var line in File.ReadLines(questions).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement))
        {
            // A follow-up is not a question by itself.
            if (!line.TryGetProperty("thread", out _) && Values(search, line.GetProperty("q").GetString()!) is { } values)
            {
                var kind = line.GetProperty("abstain").GetBoolean() ? Answerable.Absent : Answerable.Yes;
                yield return new TrainingRow(Path.GetFileNameWithoutExtension(questions), string.Empty, kind, StoryWeight, values);
            }
        }
    }

    /// <summary>The names of the features.</summary>
    public static IReadOnlyList<string> Names(RetrievalSet set)
    {
        using var search = Open(set.Snapshot);
        return Features(search, set.Queries[0].Text)!.Names;
    }

    private static LuceneEvidenceSearch Open(KnowledgeSnapshot snapshot) =>
        LuceneEvidenceSearch.Open(snapshot, new EvidenceSearchOptions { CacheDirectory = null }, CancellationToken.None);

    private static float[]? Values(LuceneEvidenceSearch search, string text) => Features(search, text)?.Values.ToArray();

    private static AnswerabilityFeatures? Features(LuceneEvidenceSearch search, string text) =>
        search.Ranker.Rank(new EvidenceQuery { Text = text, Scope = Scope }, CancellationToken.None) is { Best.Count: > 0 } ranked
            ? AnswerabilityFeatures.Of(search.Index, ranked)
            : null;

    private static KnowledgeSnapshot Without(KnowledgeSnapshot snapshot, string article)
    {
        var kept = snapshot.Sources.Where(source => source.Title != article).ToList();
        var ids = kept.Select(source => source.Id).ToHashSet();
        var passages = snapshot.Passages.All().Where(passage => ids.Contains(passage.Id.Source));
        return new KnowledgeSnapshot(snapshot.Id, snapshot.Story, kept, [], new InMemoryPassageCatalog(passages));
    }
}
