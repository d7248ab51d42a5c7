using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Host.Rendering;

/// <summary>What a pack holds, in numbers.</summary>
internal static class StatsPage
{
    /// <summary>Writes the counts.</summary>
    public static void Write(KnowledgeStatistics statistics, TextWriter output)
    {
        output.WriteLine($"{statistics.Story.Id}: {statistics.Story.Title}");
        Row(output, "as of", statistics.Story.AsOf.ToString());
        Row(output, "snapshot", statistics.Snapshot.ToString());
        Row(output, "records", Counts(statistics.Records, kind => kind == RecordKind.MarketFact ? "market facts" : $"{kind.ToString().ToLowerInvariant()}s"));
        Row(output, "claims", Counts(statistics.Claims, status => status.ToString().ToLowerInvariant()));
        Row(output, "reviews", Counts(statistics.Reviews, review => review.ToString().ToLowerInvariant()));
        Row(output, "disputed", $"{statistics.DisputedBySomebody} claims by somebody, {statistics.Superseded} superseded");
        Row(output, "embargoes", statistics.Embargoed.ToString());
        Row(output, "dates", statistics.Dates is var (first, last) ? $"{first} to {last}" : "none");
        Row(output, "entities", statistics.Story.Entities.Count.ToString());
        Row(output, "sources", $"{Counts(statistics.Sources, grade => $"grade {grade}")}; {statistics.SourcesWithAddress} with a link, {statistics.SourcesNotQuoted} not to be quoted");
        Row(output, "evidence", statistics.Evidence.ToString());
        Row(output, "passages", statistics.Passages.ToString());
    }

    private static string Counts<T>(IReadOnlyDictionary<T, int> counts, Func<T, string> name) =>
        $"{counts.Values.Sum()} ({string.Join(", ", counts.Select(pair => $"{pair.Value} {name(pair.Key)}"))})";

    private static void Row(TextWriter output, string name, string value) => output.WriteLine($"  {name,-10} {value}");
}
