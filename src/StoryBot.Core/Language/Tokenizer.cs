namespace StoryBot.Core.Language;

/// <summary>Splits text into words, numbers and other characters, in one pass and without losing a character but white space.</summary>
internal static class Tokenizer
{
    /// <summary>The tokens of the text in order.</summary>
    public static List<Token> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var tokens = new List<Token>((text.Length / 5) + 4);
        var position = 0;
        var glued = false;
        while (position < text.Length)
        {
            if (char.IsWhiteSpace(text[position]))
            {
                glued = false;
                position++;
                continue;
            }

            var (end, kind) = Scan(text, position);
            tokens.Add(new Token(position, end - position, kind, glued));
            position = end;
            glued = true;
        }

        return tokens;
    }

    /// <summary>Whether the character is an apostrophe in any usual spelling.</summary>
    public static bool IsApostrophe(char character) => character is '\'' or '\u2019' or '\u02BC';

    /// <summary>Whether the character is a hyphen that joins words (not a dash or a minus sign).</summary>
    public static bool IsHyphen(char character) => character is '-' or '\u2010' or '\u2011';

    /// <summary>Whether the character is a hyphen, dash or minus sign.</summary>
    public static bool IsDash(char character) => IsHyphen(character) || character is '\u2012' or '\u2013' or '\u2014' or '\u2212';

    private static (int End, TokenKind Kind) Scan(string text, int start)
    {
        var first = text[start];
        if (char.IsAsciiDigit(first) || (first == '.' && IsLeadingPoint(text, start)))
        {
            return (NumberEnd(text, start), TokenKind.Number);
        }

        return IsWordCharacter(first) ? (WordEnd(text, start), TokenKind.Word) : (start + 1, TokenKind.Symbol);
    }

    private static bool IsLeadingPoint(string text, int point) =>
        At(text, point + 1) is var next && char.IsAsciiDigit(next)
        && (point == 0 || char.IsWhiteSpace(text[point - 1]) || text[point - 1] is '(' or '$' or '-');

    private static int NumberEnd(string text, int start)
    {
        var end = start;
        while (char.IsAsciiDigit(At(text, end)))
        {
            end++;
        }

        while (At(text, end) == ',' && IsGroup(text, end + 1))
        {
            end += 4;
        }

        if (At(text, end) == '.' && char.IsAsciiDigit(At(text, end + 1)))
        {
            end++;
            while (char.IsAsciiDigit(At(text, end)))
            {
                end++;
            }
        }

        return end;
    }

    private static bool IsGroup(string text, int start) =>
        char.IsAsciiDigit(At(text, start)) && char.IsAsciiDigit(At(text, start + 1))
        && char.IsAsciiDigit(At(text, start + 2)) && !char.IsAsciiDigit(At(text, start + 3));

    private static int WordEnd(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length)
        {
            var character = text[end];
            var joins = (IsApostrophe(character) || character == '&') && IsWordCharacter(At(text, end + 1)) && char.IsLetterOrDigit(text[end - 1]);
            var initial = character == '.' && IsInitialism(text, start, end);
            if (!IsWordCharacter(character) && !char.IsAsciiDigit(character) && !joins && !initial)
            {
                break;
            }

            end++;
        }

        return end;
    }

    // "U.S." and "a.m.": single letters, each with its point. A lone "A." at the end of a sentence is not one.
    private static bool IsInitialism(string text, int start, int point) =>
        IsSingleLetterBefore(text, start, point)
        && (point - start >= 3 || (char.IsLetter(At(text, point + 1)) && At(text, point + 2) == '.'));

    private static bool IsSingleLetterBefore(string text, int start, int point) =>
        char.IsLetter(text[point - 1]) && (point - 1 == start || text[point - 2] == '.');

    private static bool IsWordCharacter(char character) =>
        char.IsLetter(character) || char.IsSurrogate(character)
        || char.GetUnicodeCategory(character) is System.Globalization.UnicodeCategory.NonSpacingMark
            or System.Globalization.UnicodeCategory.SpacingCombiningMark
        || (character > '\u007F' && char.IsDigit(character));

    private static char At(string text, int index) => index < text.Length ? text[index] : '\0';
}
