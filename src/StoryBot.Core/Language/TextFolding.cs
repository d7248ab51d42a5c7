using System.Globalization;
using System.Text;

namespace StoryBot.Core.Language;

/// <summary>
/// The comparable form of a word: lower case, without accents, letters and digits only. "S&amp;P" folds to "sp",
/// "Müller" to "muller". A decimal point inside a figure stays.
/// </summary>
internal static class TextFolding
{
    /// <summary>The comparable form; may be empty.</summary>
    public static string Fold(ReadOnlySpan<char> word)
    {
        if (IsFolded(word))
        {
            return word.ToString();
        }

        var text = Ascii.IsValid(word) ? word.ToString() : Decompose(word);
        var folded = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsLetterOrDigit(text[i]))
            {
                folded.Append(char.ToLowerInvariant(text[i]));
            }
            else if (text[i] == '.' && i > 0 && i + 1 < text.Length && char.IsAsciiDigit(text[i - 1]) && char.IsAsciiDigit(text[i + 1]))
            {
                folded.Append('.');
            }
        }

        return folded.ToString();
    }

    private static bool IsFolded(ReadOnlySpan<char> word)
    {
        foreach (var c in word)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c))
            {
                return false;
            }
        }

        return true;
    }

    private static string Decompose(ReadOnlySpan<char> word)
    {
        var isLatin = word.ContainsAnyInRange('A', 'Z') || word.ContainsAnyInRange('a', 'z');
        var plain = new StringBuilder(word.Length);
        foreach (var c in word)
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(isLatin ? LookAlike(c) : LatinLetters.WithoutMarks(c));
            }
        }

        return plain.ToString();
    }

    // Cyrillic and Greek letters that pass for Latin ones, inside an otherwise Latin word (Unicode TR39, the common few).
    private static char LookAlike(char c) => c switch
    {
        'а' or 'А' or 'α' or 'Α' => 'a',
        'В' or 'Β' => 'b',
        'с' or 'С' => 'c',
        'е' or 'Е' or 'Ε' => 'e',
        'Н' or 'Η' => 'h',
        'і' or 'І' or 'ι' or 'Ι' or 'ı' => 'i',
        'К' or 'Κ' => 'k',
        'М' or 'Μ' => 'm',
        'о' or 'О' or 'ο' or 'Ο' => 'o',
        'р' or 'Р' or 'ρ' or 'Ρ' => 'p',
        'ѕ' or 'Ѕ' => 's',
        'Т' or 'Τ' => 't',
        'у' or 'У' => 'y',
        'х' or 'Х' or 'Χ' => 'x',
        _ => LatinLetters.WithoutMarks(c),
    };
}
