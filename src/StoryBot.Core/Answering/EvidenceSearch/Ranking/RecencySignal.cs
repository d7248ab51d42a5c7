using StoryBot.Core.Answering.EvidenceSearch.Indexing;
using StoryBot.Core.Answering.EvidenceSearch.Querying;

namespace StoryBot.Core.Answering.EvidenceSearch.Ranking;

/// <summary>
/// Prefers what is dated near the day that a question is about: the last day of its dates, or, where it says "latest"
/// or "this week", the newest day of the pack up to now. A question without a date is left alone.
/// </summary>
internal sealed class RecencySignal(EvidenceIndex index)
{
    private readonly int _newest = index.Documents.Length == 0 ? 0 : index.Documents.Max(document => document.Day);

    /// <summary>The preference for one query.</summary>
    public Preference For(EvidenceQuery query, SearchTerms terms)
    {
        if (query.Part?.When is { } when)
        {
            return new Preference(when.Last.DayNumber);
        }

        return _newest > 0 && SaysNow(terms.Words)
            ? new Preference(Math.Min(_newest, DateOnly.FromDateTime(query.Scope.Now.UtcDateTime).DayNumber))
            : default;
    }

    private static bool SaysNow(IReadOnlyList<string> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] is "today" or "yesterday" or "latest" or "newest" or "currently" or "recently" or "nowadays"
                || (i > 0 && words[i] is "week" or "month" && words[i - 1] is "this" or "last" or "past"))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>How much more a document counts by its age: up to half, halved every three weeks. Later documents count less.</summary>
    /// <param name="Day">The day number that is preferred; 0 for none.</param>
    internal readonly record struct Preference(int Day)
    {
        private const double Gain = 0.5;
        private const double Days = 30;

        /// <summary>The factor for a document of this day number, 0 for one without a date.</summary>
        public double Factor(int day) => Day == 0 || day == 0 ? 1 : 1 + (Gain * Math.Exp(-Math.Abs(Day - day) / Days));
    }
}
