using System.Text;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Support;

/// <summary>
/// Text in the form in which names are compared: lower case, words and numbers with one space around each, nothing
/// else, so that "Claude-3.5 Sonnet" and "Claude 3.5 Sonnet's" meet.
/// </summary>
internal static class NameKey
{
    /// <summary>The key of a text; starts and ends with a space, so that a search finds whole words only.</summary>
    public static string Of(string text) => Of(text, Tokenizer.Read(text), 0, text.Length);

    /// <summary>The key of a part of a text, from the text's tokens.</summary>
    public static string Of(string text, List<Token> tokens, int start, int end)
    {
        var key = new StringBuilder(end - start + 2).Append(' ');
        for (var index = First(tokens, start); index < tokens.Count && tokens[index].Start < end; index++)
        {
            if (tokens[index].Kind != TokenKind.Symbol)
            {
                Append(key, tokens[index].In(text));
            }
        }

        return key.ToString();
    }

    private static int First(List<Token> tokens, int start)
    {
        var low = 0;
        var high = tokens.Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = tokens[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static void Append(StringBuilder key, ReadOnlySpan<char> word)
    {
        if (word.Length > 2 && Tokenizer.IsApostrophe(word[^2]) && word[^1] is 's' or 'S')
        {
            word = word[..^2];
        }

        // "H800s" and "GPUs" are plurals of names.
        if (word.Length > 2 && word[^1] == 's' && (char.IsAsciiDigit(word[^2]) || char.IsUpper(word[^2])))
        {
            word = word[..^1];
        }

        foreach (var character in word)
        {
            if (character != '.' || char.IsAsciiDigit(word[0]))
            {
                key.Append(char.ToLowerInvariant(character));
            }
        }

        key.Append(' ');
    }
}
