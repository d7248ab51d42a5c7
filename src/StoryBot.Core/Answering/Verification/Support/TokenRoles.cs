using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Support;

/// <summary>What a token is in its text.</summary>
internal enum TokenRole
{
    /// <summary>A word that carries content, or a number outside a figure.</summary>
    Word,

    /// <summary>A function word or punctuation.</summary>
    None,

    /// <summary>Part of a name.</summary>
    Name,

    /// <summary>Part of a figure.</summary>
    Figure,

    /// <summary>Part of a date.</summary>
    Date,
}

/// <summary>The role and the stem of each token of a text. Immutable.</summary>
internal sealed class TokenRoles
{
    private readonly TokenRole[] _roles;
    private readonly string?[] _stems;

    private TokenRoles(TokenRole[] roles, string?[] stems)
    {
        _roles = roles;
        _stems = stems;
    }

    /// <summary>What the token is.</summary>
    public TokenRole this[int token] => _roles[token];

    /// <summary>The token's stem; null for function words and punctuation.</summary>
    public string? StemAt(int token) => _stems[token];

    /// <summary>Reads the roles from what the text has already been found to hold.</summary>
    public static TokenRoles Read(AnalysedText text)
    {
        var roles = new TokenRole[text.Tokens.Count];
        foreach (var name in text.Names)
        {
            Mark(text, roles, name.Start, name.Start + name.Length, TokenRole.Name);
        }

        foreach (var quantity in text.Quantities)
        {
            Mark(text, roles, quantity.Start, quantity.Start + quantity.Text.Length, TokenRole.Figure);
        }

        foreach (var date in text.Dates)
        {
            Mark(text, roles, date.Start, date.End, TokenRole.Date);
        }

        for (var index = 0; index < roles.Length; index++)
        {
            var word = text.Tokens[index].In(text.Text);
            roles[index] = char.IsUpper(word[0]) && DateReader.WeekdayOf(word) is not null ? TokenRole.Date : roles[index];
        }

        var stems = new string?[roles.Length];
        for (var index = 0; index < roles.Length; index++)
        {
            stems[index] = StemOf(text, index, ref roles[index]);
        }

        return new TokenRoles(roles, stems);
    }

    private static string? StemOf(AnalysedText text, int index, ref TokenRole role)
    {
        var token = text.Tokens[index];
        if (token.Kind == TokenKind.Symbol || IsPossessive(text, index) || (role == TokenRole.Word && Words.IsFunctionWord(token.In(text.Text))))
        {
            role = role == TokenRole.Word ? TokenRole.None : role;
            return null;
        }

        return Words.Stem(Words.Fold(token.In(text.Text)));
    }

    // The "s" of "S&P 500's", which stands apart from its number.
    private static bool IsPossessive(AnalysedText text, int index) =>
        index > 1 && text.Tokens[index].Length == 1 && text.Tokens[index].IsGlued && text.Tokens[index].Is(text.Text, "s")
        && Tokenizer.IsApostrophe(text.Text[text.Tokens[index - 1].Start]);

    private static void Mark(AnalysedText text, TokenRole[] roles, int start, int end, TokenRole role)
    {
        for (var index = text.TokenAt(start); index < roles.Length && text.Tokens[index].Start < end; index++)
        {
            roles[index] = role;
        }
    }
}
