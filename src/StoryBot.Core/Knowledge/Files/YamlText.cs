using System.Text;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>Writes texts into YAML files.</summary>
internal static class YamlText
{
    /// <summary>The text as a value: as it is where that is safe, else in double quotation marks.</summary>
    public static string Quote(string text) => IsPlain(text) ? text : Escape(text);

    // Letters, digits and single spaces that cannot be taken for a number, a date, true, null or a piece of syntax.
    private static bool IsPlain(string text) =>
        text.Length > 0
        && char.IsAsciiLetter(text[0])
        && text[^1] != ' '
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is ' ' or '-' or '_' or '.' or '/')
        && text.ToLowerInvariant() is not ("null" or "true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n");

    private static string Escape(string text)
    {
        var quoted = new StringBuilder(text.Length + 2).Append('"');
        foreach (var character in text)
        {
            quoted = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                '\r' => quoted.Append("\\r"),
                '\t' => quoted.Append("\\t"),
                _ when char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF' =>
                    quoted.Append("\\u").Append(((int)character).ToString("X4")),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }
}
