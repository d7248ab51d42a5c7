using System.Collections.Frozen;

namespace StoryBot.Core.Language;

/// <summary>The tokens that a negation denies: from behind the negation word up to, not including, <see cref="End"/>.</summary>
/// <param name="Word">The token of the negation word.</param>
/// <param name="End">The first token outside.</param>
internal readonly record struct NegationScope(int Word, int End)
{
    /// <summary>Whether the token is denied.</summary>
    public bool Covers(int token) => Word < token && token < End;
}

/// <summary>Finds negations and opposites: what turns a sentence into its contrary. Pure.</summary>
internal static class Polarity
{
    // A negation rarely reaches further; a clause end stops it earlier.
    private const int Reach = 10;

    private static readonly FrozenSet<string> Negations = new[]
    {
        "not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot", "hardly", "scarcely", "nowhere", "lacks", "lacked",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> NegationsBySpan = Negations.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> ClauseWords = new[]
    {
        "but", "while", "whereas", "although", "though", "because", "since", "however", "which", "who", "if", "when", "until", "unless", "yet",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ClauseWordsBySpan = ClauseWords.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly FrozenSet<string> BeforeUpDown = new[]
    {
        "clos", "end", "finish", "trad", "open", "be", "is", "was", "were", "are", "go", "edg", "mov", "stand", "settl", "stock", "share", "index", "market",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether the word denies what follows ("not", "never", "didn't"), wherever it stands.</summary>
    public static bool IsNegation(ReadOnlySpan<char> word) =>
        NegationsBySpan.Contains(word)
        || (word.Length > 3 && word[^1] is 't' or 'T' && Tokenizer.IsApostrophe(word[^2]) && word[^3] is 'n' or 'N');

    /// <summary>The negations of the text with what each denies, in order.</summary>
    public static List<NegationScope> Scopes(string text, List<Token> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        var scopes = new List<NegationScope>();
        for (var index = 0; index < tokens.Count; index++)
        {
            if (tokens[index].Kind == TokenKind.Word && (IsNegating(text, tokens, index) || IsFailure(text, tokens, index)))
            {
                scopes.Add(new NegationScope(index, ScopeEnd(text, tokens, index)));
            }
        }

        return scopes;
    }

    /// <summary>The opposite-bearing word at the token, by its stem and its surroundings; false when it bears none.</summary>
    public static bool TryFind(string text, List<Token> tokens, int index, out PolarWord word) =>
        TryFind(text, tokens, index, null, out word);

    /// <summary>As above, for a caller that has the token's stem.</summary>
    public static bool TryFind(string text, List<Token> tokens, int index, string? stem, out PolarWord word)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        word = default;
        if (tokens[index].Kind != TokenKind.Word)
        {
            return false;
        }

        var span = tokens[index].In(text);
        if (span.Equals("up", StringComparison.OrdinalIgnoreCase) || span.Equals("down", StringComparison.OrdinalIgnoreCase))
        {
            word = new PolarWord(PolarityLexicon.Movement, span[0] is 'u' or 'U' ? 1 : -1);
            return IsMovement(text, tokens, index);
        }

        if (span is "higher" or "lower" && IsMovement(text, tokens, index))
        {
            word = new PolarWord(PolarityLexicon.Movement, span is "higher" ? 1 : -1);
            return true;
        }

        if (TryBound(text, tokens, index, out word) || TryAmount(span, out word))
        {
            return true;
        }

        return (!Words.IsFunctionWord(span) || span is "before" or "after") && PolarityLexicon.TryFind(stem ?? Words.Stem(Words.Fold(span)), out word);
    }

    /// <summary>The way in which the text says that something moved: +1 up, -1 down, 0 neither or both.</summary>
    public static int Movement(string text)
    {
        var tokens = Tokenizer.Read(text);
        var isUp = false;
        var isDown = false;
        for (var index = 0; index < tokens.Count; index++)
        {
            if (TryFind(text, tokens, index, out var word) && word.Axis == PolarityLexicon.Movement)
            {
                isUp |= word.Sign > 0;
                isDown |= word.Sign < 0;
            }
        }

        return isUp == isDown ? 0 : isUp ? 1 : -1;
    }

    /// <summary>Whether two stems are opposites, by the lexicon or by a negative prefix.</summary>
    public static bool AreOpposite(string left, string right)
    {
        if (PolarityLexicon.TryFind(left, out var first) && PolarityLexicon.TryFind(right, out var second))
        {
            return first.Axis == second.Axis && first.Sign != second.Sign;
        }

        return PolarityLexicon.WithoutNegativePrefix(left) == right || PolarityLexicon.WithoutNegativePrefix(right) == left;
    }

    private static bool IsNegating(string text, List<Token> tokens, int index)
    {
        var word = tokens[index].In(text);
        if (!IsNegation(word))
        {
            return false;
        }

        var next = index + 1;
        if (next >= tokens.Count)
        {
            return true;
        }

        // "not only ... but also" denies nothing, and "No. 1" is a rank.
        return !(word.Equals("not", StringComparison.OrdinalIgnoreCase) && tokens[next].Is(text, "only"))
            && !(word.Equals("no", StringComparison.OrdinalIgnoreCase) && (tokens[next].Kind == TokenKind.Number
                || (tokens[next].Is(text, '.') && next + 1 < tokens.Count && tokens[next + 1].Kind == TokenKind.Number)));
    }

    private static bool IsFailure(string text, List<Token> tokens, int index) =>
        index + 1 < tokens.Count && tokens[index + 1].Is(text, "to") && tokens[index].In(text) is "failed" or "fails" or "fail" or "refused" or "refuses" or "unable" or "yet";

    private static int ScopeEnd(string text, List<Token> tokens, int negation)
    {
        var index = negation + 1;
        while (index < tokens.Count && index <= negation + Reach)
        {
            var token = tokens[index];
            var stops = token.Kind == TokenKind.Symbol
                ? text[token.Start] is ',' or ';' or ':' or '.' or '!' or '?' or '(' or ')' or '|' or '\u2013' or '\u2014'
                : ClauseWordsBySpan.Contains(token.In(text));
            if (stops)
            {
                break;
            }

            index++;
        }

        return index;
    }

    // "up 2%", "closed down", "10 points up"; not "up to", "set up".
    private static bool IsMovement(string text, List<Token> tokens, int index)
    {
        if (index + 1 < tokens.Count && tokens[index + 1].Is(text, "to"))
        {
            return false;
        }

        var next = index + 1 < tokens.Count ? index + 1 : index;
        if (next > index && (tokens[next].Kind == TokenKind.Number || tokens[next].Is(text, '$')
            || tokens[next].In(text) is "about" or "around" or "roughly" or "nearly" or "almost" or "by" or "more" or "some" or "over"))
        {
            return true;
        }

        if (index == 0)
        {
            return false;
        }

        var before = tokens[index - 1];
        return before.Is(text, '%') || before.Is(text, "percent") || before.Is(text, "points")
            || (before.Kind == TokenKind.Word && BeforeUpDown.Contains(Words.Stem(Words.Fold(before.In(text)))));
    }

    private static bool TryAmount(ReadOnlySpan<char> span, out PolarWord word)
    {
        var sign = span is "more" or "most" or "More" or "Most" ? 1 : span is "less" or "least" or "fewer" or "Less" or "Fewer" ? -1 : 0;
        word = new PolarWord(PolarityLexicon.Amount, sign);
        return sign != 0;
    }

    private static bool TryBound(string text, List<Token> tokens, int index, out PolarWord word)
    {
        var span = tokens[index].In(text);
        var next = index + 1 < tokens.Count ? tokens[index + 1].In(text) : default;
        var isFigure = next.Length > 0 && (char.IsAsciiDigit(next[0]) || next[0] is '$' or '\u20AC' or '\u00A3' || next is "US" || NumberWords.TryTens(next, out _) || NumberWords.TryCardinal(next, out _));
        var sign = next is "than" && span is "more" or "greater" or "higher" or "larger" ? 1
            : next is "than" && span is "less" or "fewer" or "lower" or "smaller" ? -1
            : isFigure && span is "over" or "above" or "exceeding" ? 1
            : isFigure && span is "under" or "below" or "nearly" or "almost" ? -1
            : next is "least" && span is "at" ? 1
            : next is "most" && span is "at" ? -1
            : next is "to" && span is "up" ? -1
            : 0;
        word = new PolarWord(PolarityLexicon.Bound, sign);
        return sign != 0;
    }
}
