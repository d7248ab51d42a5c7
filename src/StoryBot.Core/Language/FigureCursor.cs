namespace StoryBot.Core.Language;

/// <summary>A place in a text's tokens while figures are read.</summary>
internal ref struct FigureCursor(string text, List<Token> tokens)
{
    /// <summary>The token to read next.</summary>
    public int Index { get; set; }

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>How many tokens there are.</summary>
    public readonly int Count => tokens.Count;

    /// <summary>The token at a place.</summary>
    public readonly Token this[int index] => tokens[index];

    /// <summary>Whether there is a token there of that kind.</summary>
    public readonly bool Is(int index, TokenKind kind) => index >= 0 && index < tokens.Count && tokens[index].Kind == kind;

    /// <summary>Whether the token there is this character.</summary>
    public readonly bool Is(int index, char symbol) => index >= 0 && index < tokens.Count && tokens[index].Is(Text, symbol);

    /// <summary>Whether the token there reads so.</summary>
    public readonly bool Is(int index, string word) => index >= 0 && index < tokens.Count && tokens[index].Is(Text, word);

    /// <summary>Whether there is a token there that stands right behind the one before it.</summary>
    public readonly bool IsGlued(int index) => index >= 0 && index < tokens.Count && tokens[index].IsGlued;

    /// <summary>Whether the token there is a hyphen, dash or minus sign.</summary>
    public readonly bool IsDash(int index) =>
        index >= 0 && index < tokens.Count && tokens[index].Length == 1 && Tokenizer.IsDash(Text[tokens[index].Start]);

    /// <summary>The characters of the token there; empty past the end.</summary>
    public readonly ReadOnlySpan<char> At(int index) => index >= 0 && index < tokens.Count ? tokens[index].In(Text) : default;

    /// <summary>Whether the token there starts with a capital letter.</summary>
    public readonly bool IsCapital(int index) => Is(index, TokenKind.Word) && char.IsUpper(Text[tokens[index].Start]);

    /// <summary>Whether the token there starts a sentence.</summary>
    public readonly bool IsSentenceStart(int index) =>
        index == 0 || (index > 0 && !Is(index - 1, TokenKind.Word) && !Is(index - 1, TokenKind.Number)
            && At(index - 1) is "." or "!" or "?" or ":" or ";" or "\"" or "\u201C" or "\u2018" or "|" or "(" or "\u2022");

    /// <summary>Moves over "-", "to", "or" and, after "between", "and", when a figure may follow.</summary>
    public bool TryRangeMark(out bool isWord)
    {
        var start = Index;
        isWord = Is(start, "to") || (Is(start, "and") && HasBetween(start)) || Is(start, "or");
        if (!isWord && !IsDash(start))
        {
            return false;
        }

        Index++;
        return Index < Count;
    }

    /// <summary>The quantity from a token up to here.</summary>
    public readonly Quantity Quantity(int first, Figure figure, decimal? high, QuantityKind kind, string unit)
    {
        var start = tokens[first].Start;
        return new Quantity
        {
            Value = figure.Value,
            High = high,
            Kind = kind,
            Unit = unit,
            SignificantDigits = figure.Digits,
            Start = start,
            Text = Text[start..tokens[Index - 1].End],
        };
    }

    // Few tokens stand between "between" and "and"; looking back further would cost time on long texts.
    private readonly bool HasBetween(int index)
    {
        for (var back = index - 1; back >= 0 && back >= index - 6; back--)
        {
            if (Is(back, "between"))
            {
                return true;
            }
        }

        return false;
    }
}
