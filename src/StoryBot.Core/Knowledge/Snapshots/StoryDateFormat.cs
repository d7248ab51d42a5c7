using System.Globalization;
using System.Text.RegularExpressions;

namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>
/// Reads the ISO 8601 forms that knowledge files use: a year, a month, a day, or an instant with or without seconds and
/// with or without <c>Z</c> or an offset. Without an offset it is UTC.
/// </summary>
internal static partial class StoryDateFormat
{
    // A year more on either side leaves room for the end of a date and for its offset.
    private const int FirstYear = 2;
    private const int LastYear = 9998;

    /// <summary>Reads a date; false when the text has another form or the date does not exist.</summary>
    public static bool TryParse(string text, out StoryDate date)
    {
        date = default;
        var match = Form().Match(text);
        if (!match.Success)
        {
            return false;
        }

        var year = Number(match, "year");
        var month = Number(match, "month") ?? 1;
        var day = Number(match, "day") ?? 1;
        var offset = Offset(match);
        if (year is not (>= FirstYear and <= LastYear) || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year.Value, month)
            || Number(match, "hour") > 23 || Number(match, "minute") > 59 || Number(match, "second") > 59
            || offset.Duration() > TimeSpan.FromHours(14))
        {
            return false;
        }

        var start = new DateTimeOffset(
            year.Value, month, day, Number(match, "hour") ?? 0, Number(match, "minute") ?? 0, Number(match, "second") ?? 0, offset);
        date = new StoryDate(start + Fraction(match), Precision(match));
        return true;
    }

    private static DatePrecision Precision(Match match) => (match.Groups["hour"].Success, match.Groups["day"].Success, match.Groups["month"].Success) switch
    {
        (true, _, _) => DatePrecision.Instant,
        (_, true, _) => DatePrecision.Day,
        (_, _, true) => DatePrecision.Month,
        _ => DatePrecision.Year,
    };

    private static TimeSpan Offset(Match match)
    {
        var offset = new TimeSpan(Number(match, "oh") ?? 0, Number(match, "om") ?? 0, 0);
        return match.Groups["sign"].Value == "-" ? -offset : offset;
    }

    private static TimeSpan Fraction(Match match) => match.Groups["fraction"].Success
        ? TimeSpan.FromSeconds((double)decimal.Parse("0." + match.Groups["fraction"].Value, CultureInfo.InvariantCulture))
        : TimeSpan.Zero;

    private static int? Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(
        @"^(?<year>[0-9]{4})(-(?<month>[0-9]{2})(-(?<day>[0-9]{2})(T(?<hour>[0-9]{2}):(?<minute>[0-9]{2})(:(?<second>[0-9]{2})(\.(?<fraction>[0-9]{1,7}))?)?(Z|(?<sign>[+-])(?<oh>[0-9]{2})(:(?<om>[0-5][0-9]))?)?)?)?)?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
