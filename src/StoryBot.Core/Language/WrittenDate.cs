namespace StoryBot.Core.Language;

/// <summary>
/// A date as a text gives it, with only the parts that it gives: "27 January" has no year, "January 2025" no day. At
/// least one part is set; a day always has its month.
/// </summary>
/// <param name="Start">Where it starts in the text, in UTF-16 units.</param>
/// <param name="Length">How long it is there.</param>
/// <param name="Year">The year, when given; for a decade its first.</param>
/// <param name="Month">The month, 1 to 12, when given.</param>
/// <param name="Day">The day of the month, when given.</param>
/// <param name="IsDecade">Whether it names ten years: the 1950s.</param>
internal readonly record struct WrittenDate(int Start, int Length, int? Year, int? Month, int? Day, bool IsDecade = false)
{
    /// <summary>The first position after it.</summary>
    public int End => Start + Length;

    /// <summary>Whether everything that it gives is so of the other date, which may give more.</summary>
    public bool IsContainedIn(WrittenDate other)
    {
        if (IsDecade)
        {
            return other.Year / 10 * 10 == Year;
        }

        return !other.IsDecade
            && (Year is null || Year == other.Year)
            && (Month is null || Month == other.Month)
            && (Day is null || Day == other.Day);
    }
}
