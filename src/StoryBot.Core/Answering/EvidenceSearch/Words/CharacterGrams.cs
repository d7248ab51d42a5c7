namespace StoryBot.Core.Answering.EvidenceSearch.Words;

/// <summary>
/// Cuts a word into overlapping pieces of four characters, the word's two ends marked, so that inflections, compounds
/// and misspellings share pieces. A word of up to two characters stays whole.
/// </summary>
internal static class CharacterGrams
{
    /// <summary>The most pieces that one word gives.</summary>
    public const int Limit = 64;

    private const int Size = 4;
    private const char Edge = '_';

    /// <summary>Writes the pieces, each packed into 64 bits, and returns how many there are.</summary>
    public static int Of(ReadOnlySpan<char> word, Span<ulong> pieces)
    {
        if (word.Length <= 2)
        {
            pieces[0] = Pack(word);
            return word.Length == 0 ? 0 : 1;
        }

        Span<char> marked = stackalloc char[Limit + 2];
        word = word[..Math.Min(word.Length, Limit)];
        marked[0] = Edge;
        word.CopyTo(marked[1..]);
        marked[word.Length + 1] = Edge;
        var count = Math.Min(word.Length + 2 - Size + 1, pieces.Length);
        for (var i = 0; i < count; i++)
        {
            pieces[i] = Pack(marked.Slice(i, Size));
        }

        return count;
    }

    private static ulong Pack(ReadOnlySpan<char> characters)
    {
        var packed = 0UL;
        foreach (var c in characters)
        {
            packed = (packed << 16) | c;
        }

        return packed;
    }
}
