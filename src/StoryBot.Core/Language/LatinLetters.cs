namespace StoryBot.Core.Language;

/// <summary>
/// Accented Latin letters and what they are made of. The platform's own normalisation does nothing in invariant
/// globalisation, which the project runs in. Covers Latin-1, Latin Extended-A and Latin Extended Additional
/// (Unicode 15, canonical decompositions), and the barred letters.
/// </summary>
internal static class LatinLetters
{
    private const char None = '.';
    private const int First = 0x00C0;
    private const int FirstAdditional = 0x1E00;

    // The letter without its marks, from U+00C0 and from U+1E00 on; a point where there is none.
    private const string Bases =
        "AAAAAA.CEEEEIIIIDNOOOOO.OUUUUY..aaaaaa.ceeeeiiiidnooooo.ouuuuy.yAaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGg" +
        "GgGgHhHhIiIiIiIiIi..JjKk.LlLlLl..LlNnNnNn...OoOoOo..RrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZz.";

    private const string AdditionalBases =
        "AaBbBbBbCcDdDdDdDdDdEeEeEeEeEeFfGgHhHhHhHhHhIiIiKkKkKkLlLlLlLlMmMmMmNnNnNnNnOoOoOoOoPpPpRrRrRrRr" +
        "SsSsSsSsSsTtTtTtTtUuUuUuUuUuVvVvWwWwWwWwWwXxXxYyZzZzZzhtwy......AaAaAaAaAaAaAaAaAaAaAaAaEeEeEeEe" +
        "EeEeEeEeIiIiOoOoOoOoOoOoOoOoOoOoOoOoUuUuUuUuUuUuUuYyYyYyYy......";

    // Which of the marks below each letter from U+00C0 on carries: 'a' is the first.
    private const string Carried =
        "abcdef.habceabce.dabcde..abceb..abcdef.habceabce.dabcde..abceb.ejjkkiibbccllgggg..jjkklliiggcckk" +
        "llhhcc..ddjjkkiil...cchh.bbhhgg....bbhhgg...jjkkmm..bbhhggbbcchhgghhgg..ddjjkkffmmiiccccebbllgg.";

    private const string Marks = "\u0300\u0301\u0302\u0303\u0308\u030A\u030C\u0327\u0328\u0304\u0306\u0307\u030B";

    /// <summary>The letter without its marks; the character itself when it is no accented Latin letter.</summary>
    public static char WithoutMarks(char letter)
    {
        var found = letter switch
        {
            >= (char)First and < (char)(First + 192) => Bases[letter - First],
            >= (char)FirstAdditional and < (char)(FirstAdditional + 256) => AdditionalBases[letter - FirstAdditional],
            _ => None,
        };
        return found == None ? letter : found;
    }

    /// <summary>The one character for a letter and the mark that follows it, or null when there is none.</summary>
    public static char? Compose(char letter, char mark)
    {
        var which = Marks.IndexOf(mark, StringComparison.Ordinal);
        if (which < 0 || !char.IsAsciiLetter(letter))
        {
            return null;
        }

        for (var i = 0; i < Bases.Length; i++)
        {
            if (Bases[i] == letter && Carried[i] == 'a' + which)
            {
                return (char)(First + i);
            }
        }

        return null;
    }
}
