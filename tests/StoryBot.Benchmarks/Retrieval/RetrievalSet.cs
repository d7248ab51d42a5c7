using System.Text.Json;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Benchmarks.Retrieval;

/// <summary>A corpus and the queries to ask of it.</summary>
/// <param name="Name">What it is called in the report.</param>
/// <param name="Snapshot">The corpus as a pack: each text a source of one paragraph.</param>
/// <param name="Queries">The queries.</param>
internal sealed record RetrievalSet(string Name, KnowledgeSnapshot Snapshot, IReadOnlyList<RetrievalQuery> Queries)
{
    /// <summary>The 5,183 SciFact abstracts and 809 training claims.</summary>
    public static RetrievalSet SciFact(string folder) => Read(
        "SciFact", Path.Combine(folder, "scifact", "corpus.jsonl"), Path.Combine(folder, "scifact", "train.jsonl"), _ => null);

    /// <summary>The 646 SQuAD2 paragraphs and all questions, each with its article as the group.</summary>
    public static RetrievalSet Squad(string folder)
    {
        var corpus = Path.Combine(folder, "squad2", "corpus.jsonl");
        var articles = Lines(corpus).ToDictionary(line => Text(line, "id"), line => Text(line, "title"));
        return Read("SQuAD2", corpus, Path.Combine(folder, "squad2", "questions.jsonl"), relevant => articles[relevant]);
    }

    /// <summary>The news facts of MultiHop-RAG: each fact a text, each question looking for all of its facts.</summary>
    public static RetrievalSet News(string folder)
    {
        var facts = Lines(Path.Combine(folder, "multihop", "facts.jsonl")).ToList();
        var ids = new Dictionary<string, string>();
        var texts = new List<CorpusText>();
        foreach (var fact in facts)
        {
            if (ids.TryAdd(Text(fact, "fact"), $"f{ids.Count}"))
            {
                texts.Add(new CorpusText(ids[Text(fact, "fact")], Text(fact, "title"), Text(fact, "fact"), Published(fact)));
            }
        }

        var queries = Lines(Path.Combine(folder, "multihop", "dev.jsonl"))
            .Select(line => new RetrievalQuery(
                Text(line, "id"),
                Text(line, "query"),
                line.GetProperty("evidence_list").EnumerateArray().Select(e => ids.GetValueOrDefault(Text(e, "fact"))).OfType<string>().ToHashSet(),
                null,
                line.GetProperty("evidence_list").GetArrayLength() == 0))
            .ToList();
        return new RetrievalSet("MultiHop news", CorpusSnapshot.Of("news", texts), queries);
    }

    private static RetrievalSet Read(string name, string corpus, string queries, Func<string, string?> group) => new(
        name,
        CorpusSnapshot.Of(name, Lines(corpus).Select(line => new CorpusText(Text(line, "id"), Text(line, "title"), Text(line, "text"), null))),
        [.. Lines(queries).Select(line => Query(line, group))]);

    private static RetrievalQuery Query(JsonElement line, Func<string, string?> group)
    {
        var relevant = line.GetProperty("relevant").EnumerateArray().Select(id => id.GetString()!).ToHashSet();
        var abstain = line.TryGetProperty("abstain", out var value) && value.GetBoolean();
        return new RetrievalQuery(Text(line, "id"), Text(line, "q"), relevant, group(relevant.First()), abstain);
    }

    private static StoryDate? Published(JsonElement line) =>
        line.TryGetProperty("published_at", out var value) && value.TryGetDateTimeOffset(out var at)
            ? new StoryDate(at, DatePrecision.Instant)
            : null;

    private static IEnumerable<JsonElement> Lines(string path) =>
        File.ReadLines(path).Where(line => line.Length > 0).Select(line => JsonDocument.Parse(line).RootElement);

    private static string Text(JsonElement line, string property) => line.GetProperty(property).GetString()!;
}

/// <summary>A query.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Its words.</param>
/// <param name="Relevant">The ids of the texts that answer it; for an unanswerable one, of the text that it was written on.</param>
/// <param name="Group">What must not be split between tuning and testing, where there is such a thing.</param>
/// <param name="IsUnanswerable">Whether no text answers it.</param>
internal sealed record RetrievalQuery(string Id, string Text, HashSet<string> Relevant, string? Group, bool IsUnanswerable);
