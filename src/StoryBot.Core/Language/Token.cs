namespace StoryBot.Core.Language;

/// <summary>What a <see cref="Token"/> is made of.</summary>
internal enum TokenKind
{
    /// <summary>Starts with a letter: "don't", "R1", "U.S.", "S&amp;P".</summary>
    Word,

    /// <summary>Decimal digits with grouping commas and one decimal point: "6,012.28".</summary>
    Number,

    /// <summary>One other character.</summary>
    Symbol,
}

/// <summary>A word, number or other character of a text, by its place in it (UTF-16 units).</summary>
/// <param name="Start">Where it starts.</param>
/// <param name="Length">How long it is; at least 1.</param>
/// <param name="Kind">What it is made of.</param>
/// <param name="IsGlued">True when no white space stands between it and the token before it.</param>
internal readonly record struct Token(int Start, int Length, TokenKind Kind, bool IsGlued)
{
    /// <summary>The first position after it.</summary>
    public int End => Start + Length;

    /// <summary>Its characters in the text that it was read from.</summary>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    /// <summary>Whether it reads so, whatever the case.</summary>
    public bool Is(string text, string word) => In(text).Equals(word, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it is this one character.</summary>
    public bool Is(string text, char symbol) => Length == 1 && text[Start] == symbol;
}
