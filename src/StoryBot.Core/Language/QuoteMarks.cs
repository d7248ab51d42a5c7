namespace StoryBot.Core.Language;

/// <summary>Words in quotation marks. The span includes the marks; <see cref="ContentStart"/> does not.</summary>
/// <param name="Start">Where the opening mark stands.</param>
/// <param name="End">The first position after the closing mark.</param>
internal readonly record struct QuotedSpan(int Start, int End)
{
    /// <summary>Where the words start.</summary>
    public int ContentStart => Start + 1;

    /// <summary>How long the words are.</summary>
    public int ContentLength => End - Start - 2;

    /// <summary>The words without the marks.</summary>
    public string In(string text) => text.Substring(ContentStart, ContentLength);
}

/// <summary>Finds words in quotation marks of any usual style. An unpaired mark opens nothing.</summary>
internal static class QuoteMarks
{
    /// <summary>The outermost quotations in order. Single marks count only around whole words, never apostrophes.</summary>
    public static List<QuotedSpan> Read(string text, bool includeSingle = true)
    {
        ArgumentNullException.ThrowIfNull(text);
        var spans = new List<QuotedSpan>();
        var missing = new HashSet<char>();
        var index = 0;
        while (index < text.Length)
        {
            var close = ClosingOf(text, index, includeSingle);
            // A closing mark that was not found once is not looked for again: the scan stays linear.
            var end = close == '\0' || missing.Contains(close) ? -1 : FindClose(text, index, close);
            if (end < 0)
            {
                if (close != '\0')
                {
                    missing.Add(close);
                }

                index++;
                continue;
            }

            spans.Add(new QuotedSpan(index, end + 1));
            index = end + 1;
        }

        return spans;
    }

    /// <summary>Whether the character can close a quotation.</summary>
    public static bool IsClosing(char character) => character is '"' || IsOnlyClosing(character);

    /// <summary>Whether the character closes a quotation and never opens one.</summary>
    public static bool IsOnlyClosing(char character) => character is '\u201D' or '\u2019' or '\u00BB';

    /// <summary>Whether the character is a double or angle quotation mark.</summary>
    public static bool IsMark(char character) => character is '"' or '\u201C' or '\u201D' or '\u201E' or '\u201F' or '\u00AB' or '\u00BB';

    private static char ClosingOf(string text, int index, bool includeSingle) => text[index] switch
    {
        '"' => '"',
        '\u201C' or '\u201E' or '\u201F' => '\u201D',
        '\u00AB' => '\u00BB',
        '\u2018' when includeSingle => '\u2019',
        '\'' when includeSingle && OpensWord(text, index) => '\'',
        _ => '\0',
    };

    private static int FindClose(string text, int open, char close)
    {
        for (var index = open + 1; index < text.Length; index++)
        {
            var isClose = text[index] == close || (close == '\u201D' && text[index] == '\u201C' && text[open] == '\u201E');
            if (isClose && (close is not ('\'' or '\u2019') || ClosesWord(text, index)))
            {
                return index;
            }
        }

        return -1;
    }

    private static bool OpensWord(string text, int index) =>
        (index == 0 || char.IsWhiteSpace(text[index - 1]) || text[index - 1] is '(' or '[' or ':')
        && index + 1 < text.Length && char.IsLetterOrDigit(text[index + 1]);

    private static bool ClosesWord(string text, int index) =>
        !char.IsWhiteSpace(text[index - 1]) && (index + 1 >= text.Length || !char.IsLetterOrDigit(text[index + 1]));
}
