using System.Text;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>
/// The file of a source's text: the source's id with the ending <c>.md</c>. What does not belong in a file name is
/// written as <c>%</c> and two hexadecimal digits for each UTF-8 byte, as in web addresses, so that every id has one
/// name and the name gives the id back.
/// </summary>
internal static class SourceFileName
{
    /// <summary>The longest name that common file systems take, in bytes.</summary>
    internal const int Limit = 240;

    private static readonly HashSet<string> Reserved = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(1, 9).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>The file name of a source's text.</summary>
    public static string Of(SourceId id)
    {
        var name = new StringBuilder();
        foreach (var unit in Encoding.UTF8.GetBytes(id.Value))
        {
            name = IsSafe((char)unit) ? name.Append((char)unit) : name.Append('%').Append(unit.ToString("X2"));
        }

        // A leading dot hides the file; some names are devices on Windows, whatever their ending.
        if (name.Length > 0 && (name[0] == '.' || Reserved.Contains(id.Value.Split('.')[0])))
        {
            name.Replace(name[0].ToString(), $"%{(int)name[0]:X2}", 0, 1);
        }

        return name.Append(PackFileNames.TextExtension).ToString();
    }

    /// <summary>The source whose text the file holds. A name that nobody encoded is taken as it is.</summary>
    public static SourceId Read(string fileName)
    {
        var name = fileName.EndsWith(PackFileNames.TextExtension, StringComparison.OrdinalIgnoreCase)
            ? fileName[..^PackFileNames.TextExtension.Length]
            : fileName;
        return new SourceId(name.Contains('%', StringComparison.Ordinal) ? Uri.UnescapeDataString(name) : name);
    }

    private static bool IsSafe(char character) => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.';
}
