using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Grounding;

/// <summary>Dates in the words of an answer.</summary>
public static class DateWords
{
    /// <summary>"27 January 2025", "January 2025" or "2025"; for an instant, its calendar day where it happened.</summary>
    public static string InWords(StoryDate date) => date.Precision switch
    {
        DatePrecision.Year => date.Start.ToString("yyyy"),
        DatePrecision.Month => date.Start.ToString("MMMM yyyy"),
        _ => date.Start.ToString("d MMMM yyyy"),
    };

    /// <summary>The same with its preposition: "on 27 January 2025", "in January 2025".</summary>
    public static string When(StoryDate date) =>
        (date.Precision is DatePrecision.Year or DatePrecision.Month ? "in " : "on ") + InWords(date);
}
