using System.Globalization;
using System.Text.RegularExpressions;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>
/// Reads the numbers of <c>market.yaml</c>. A comma is taken only where it separates thousands: "1,5" is refused rather
/// than read as fifteen or guessed to be one and a half.
/// </summary>
internal static partial class FigureFormat
{
    /// <summary>Reads a number; false when it is not one or is out of a decimal's range.</summary>
    public static bool TryParse(string text, out decimal value)
    {
        value = 0;
        return Form().IsMatch(text)
            && decimal.TryParse(
                text.Replace("\u2212", "-", StringComparison.Ordinal).Replace(",", string.Empty, StringComparison.Ordinal),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
                CultureInfo.InvariantCulture,
                out value);
    }

    [GeneratedRegex(@"^[-+\u2212]?([0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.[0-9]+)?([eE][-+]?[0-9]{1,2})?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
