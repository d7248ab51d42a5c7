using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Selection;

/// <summary>Chooses the records that stand for a story as a whole.</summary>
internal static class Overview
{
    private const int TimelineLimit = 12;
    private const int SummaryLimit = 6;

    /// <summary>Dated records in order of date: on a day with many, those that are best supported.</summary>
    public static IReadOnlyList<KnowledgeRecord> Timeline(IEnumerable<KnowledgeRecord> all, DateRange? when)
    {
        var records = all.ToList();
        var dated = records
            .Where(record => record.Date is { } date && (when is not { } range || range.Contains(date.Day)))
            .Where(record => record is not MarketFact)
            .ToList();
        if (dated.Count == 0 && when is { } asked)
        {
            var day = DateWords.InWords(StoryDate.OfDay(asked.First.Year, asked.First.Month, asked.First.Day));
            return [.. records.OfType<Claim>().Where(claim => claim.Statement.Contains(day, StringComparison.OrdinalIgnoreCase)).Take(TimelineLimit)];
        }

        var days = dated.GroupBy(record => record.Date!.Value.Day).OrderBy(day => day.Key).ToList();
        var perDay = Math.Max(1, TimelineLimit / Math.Max(1, days.Count));
        return [.. days
            .SelectMany(day => day.OrderByDescending(Standing).Take(day.Count() > 6 ? perDay + 1 : perDay))
            .OrderBy(record => record.Date!.Value)
            .Take(TimelineLimit)];
    }

    /// <summary>The best supported claim of each of the story's most frequent topics.</summary>
    public static IReadOnlyList<KnowledgeRecord> Summary(IEnumerable<KnowledgeRecord> records)
    {
        var claims = records.OfType<Claim>().ToList();
        var topics = claims.SelectMany(claim => claim.Topics).CountBy(topic => topic).OrderByDescending(pair => pair.Value).Select(pair => pair.Key);
        var chosen = new List<KnowledgeRecord>();
        foreach (var topic in topics)
        {
            var best = claims.Where(claim => claim.Topics.Contains(topic) && !chosen.Contains(claim)).MaxBy(Standing);
            if (best is not null)
            {
                chosen.Add(best);
            }

            if (chosen.Count == SummaryLimit)
            {
                break;
            }
        }

        return chosen.Count > 0 ? chosen : [.. claims.Take(SummaryLimit)];
    }

    private static int Standing(KnowledgeRecord record) => record switch
    {
        Claim { Status: ClaimStatus.Supported } claim => 4 + Math.Min(claim.Evidence.Count, 3),
        Claim { Status: ClaimStatus.Partly or ClaimStatus.Contradicted or ClaimStatus.Disputed } claim => 2 + Math.Min(claim.Evidence.Count, 3),
        Quote { IsParaphrase: false } => 3,
        _ => 1,
    };
}
