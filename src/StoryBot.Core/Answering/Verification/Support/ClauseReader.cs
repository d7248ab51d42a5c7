using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Support;

/// <summary>Splits a text into clauses: at punctuation and conjunctions, but never into crumbs.</summary>
internal static class ClauseReader
{
    // A crumb ("on Monday,") says nothing by itself and goes with what follows.
    private const int SmallestClause = 3;

    /// <summary>The clauses in order; every content word is in exactly one.</summary>
    public static List<Clause> Read(AnalysedText text)
    {
        var clauses = new List<Clause>();
        var start = 0;
        var content = 0;
        for (var index = 0; index < text.Tokens.Count; index++)
        {
            if (content > 0 && (IsHardBreak(text, index) || (content >= SmallestClause && IsSoftBreak(text, index) && RestIsClause(text, index))))
            {
                clauses.Add(Build(text, start, index));
                (start, content) = (index, 0);
            }

            content += text.Roles.StemAt(index) is null ? 0 : 1;
        }

        if (content > 0)
        {
            clauses.Add(Build(text, start, text.Tokens.Count));
        }

        return clauses;
    }

    // A new sentence, a cell, or what a frame ("The evidence contradicts this:") stands before.
    private static bool IsHardBreak(AnalysedText text, int index) =>
        text.Tokens[index].Kind == TokenKind.Symbol && text.Roles[index] is not (TokenRole.Figure or TokenRole.Date or TokenRole.Name)
        && text.Text[text.Tokens[index].Start] is ':' or ';' or '.' or '!' or '?' or '|';

    private static bool IsSoftBreak(AnalysedText text, int index)
    {
        // "A, B and C fell": a list of names is one subject. "According to A, B fell" is none.
        if (index > 0 && index + 1 < text.Tokens.Count && text.Roles[index - 1] == TokenRole.Name && text.Roles[index + 1] == TokenRole.Name
            && !IsAccording(text, index))
        {
            return false;
        }

        var token = text.Tokens[index];
        if (token.Kind == TokenKind.Symbol)
        {
            return text.Roles[index] is not (TokenRole.Figure or TokenRole.Date)
                && text.Text[token.Start] is ',' or '(' or ')' or '>' or '<' or '\u2013' or '\u2014';
        }

        return token.Kind == TokenKind.Word && text.Roles[index] == TokenRole.None
            && token.In(text.Text) is "and" or "while" or "but" or "whereas" or "although" or "though" or "which" or "because" or "so";
    }

    private static bool IsAccording(AnalysedText text, int index)
    {
        const int LongestName = 8;
        for (var back = index - 1; back >= 0 && back >= index - LongestName; back--)
        {
            if (text.Tokens[back].Is(text.Text, "according"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool RestIsClause(AnalysedText text, int index)
    {
        var content = 0;
        for (; index < text.Tokens.Count && content < SmallestClause; index++)
        {
            content += text.Roles.StemAt(index) is null ? 0 : 1;
        }

        return content >= SmallestClause;
    }

    private static Clause Build(AnalysedText text, int start, int end)
    {
        var content = new List<string>();
        var plain = new HashSet<string>(StringComparer.Ordinal);
        var core = new HashSet<string>(StringComparer.Ordinal);
        var negated = new HashSet<string>(StringComparer.Ordinal);
        var polar = new List<PolarMark>();
        for (var index = start; index < end; index++)
        {
            if (AddPolar(text, index, polar) || text.Roles.StemAt(index) is not { } stem)
            {
                continue;
            }

            content.Add(stem);
            if (text.Roles[index] != TokenRole.Date)
            {
                core.Add(stem);
            }

            if (text.Roles[index] == TokenRole.Word && !FramingWords.Contains(stem))
            {
                plain.Add(stem);
            }

            if (IsDenied(text, index))
            {
                negated.Add(stem);
            }
        }

        var from = text.Tokens[start].Start;
        var to = text.Tokens[end - 1].End;
        return new Clause
        {
            Content = content,
            Stems = [.. content],
            Plain = plain,
            Core = core,
            FirstToken = start,
            EndToken = end,
            Negated = negated,
            Polar = polar,
            Names = [.. text.Names.Where(name => name.Start >= from && name.Start < to).Select(name => KeyOf(text, name)).Distinct()],
            Figures = [.. text.Figures.Where(figure => figure.Quantity.Start >= from && figure.Quantity.Start < to)],
            Dates = [.. text.Dates.Where(date => date.Start >= from && date.Start < to)],
            Negations = text.Negations.Count(scope => scope.Word >= start && scope.Word < end),
            Key = NameKey.Of(text.Text, text.Tokens, from, to),
        };
    }

    private static bool AddPolar(AnalysedText text, int index, List<PolarMark> polar)
    {
        if (text.Roles[index] is not (TokenRole.Word or TokenRole.None) || !Polarity.TryFind(text.Text, text.Tokens, index, text.Roles.StemAt(index), out var word))
        {
            return false;
        }

        if (word.Axis == PolarityLexicon.Bound)
        {
            return false;
        }

        var stem = text.Roles.StemAt(index) ?? Words.Stem(Words.Fold(text.Tokens[index].In(text.Text)));
        polar.Add(new PolarMark(IsDenied(text, index) ? word with { Sign = -word.Sign } : word, stem, index));
        return true;
    }

    private static bool IsDenied(AnalysedText text, int index) => text.Negations.Exists(scope => scope.Covers(index));

    private static string KeyOf(AnalysedText text, NameSpan name) =>
        NameKey.Of(text.Text, text.Tokens, name.Start, name.Start + name.Length);
}
