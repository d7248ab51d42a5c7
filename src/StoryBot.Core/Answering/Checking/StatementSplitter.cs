using System.Collections.Frozen;
using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Checking;

/// <summary>Splits a statement into the things that it says: sentences, and clauses joined by "and", "while", "but" or a semicolon.</summary>
internal static class StatementSplitter
{
    private static readonly FrozenSet<string> Joints = new[] { "and", "while", "whereas", "but", "although", "though" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Auxiliaries = new[]
    {
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "does", "did", "do", "may", "might",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>The parts in order; none is empty.</summary>
    public static IEnumerable<string> Split(string statement)
    {
        foreach (var sentence in SentenceSplitter.Split(statement))
        {
            foreach (var part in SplitSentence(sentence))
            {
                yield return part;
            }
        }
    }

    private static IEnumerable<string> SplitSentence(string sentence)
    {
        var tokens = Tokenizer.Read(sentence);
        var quotes = QuoteMarks.Read(sentence);
        var start = 0;
        var subject = string.Empty;
        for (var index = 0; index < tokens.Count; index++)
        {
            if (quotes.Exists(span => span.Start <= tokens[index].Start && tokens[index].Start < span.End) || !IsJoint(sentence, tokens, index))
            {
                continue;
            }

            var first = index + 1;
            while (first < tokens.Count && Joints.Contains(tokens[first].In(sentence).ToString()))
            {
                first++;
            }

            var verb = FindVerb(sentence, tokens, first);
            var own = FindVerb(sentence, tokens, TokenAt(tokens, start)) ?? index;
            if (!tokens[index].Is(sentence, ';') && (own >= index || verb is null))
            {
                continue;
            }

            var left = sentence[start..tokens[index].Start].Trim().TrimEnd(',');
            yield return Complete(subject, left);
            // "The index lost 2% and closed at 600": the second clause has the first one's subject.
            subject = verb == first ? SubjectOf(sentence, tokens, start, own, subject) : string.Empty;
            start = tokens[first].Start;
            index = first;
        }

        yield return Complete(subject, sentence[start..].Trim());
    }

    private static string Complete(string subject, string clause)
    {
        var text = subject.Length == 0 ? clause : $"{subject} {clause}";
        return text.Length > 0 && text[^1] is '.' or '!' or '?' or '"' or '\u201D' ? text : text + ".";
    }

    private static bool IsJoint(string sentence, List<Token> tokens, int index) =>
        index > 0 && index + 1 < tokens.Count && (tokens[index].Is(sentence, ';') || Joints.Contains(tokens[index].In(sentence).ToString()));

    private static int TokenAt(List<Token> tokens, int start) => tokens.FindIndex(token => token.Start >= start);

    private static string SubjectOf(string sentence, List<Token> tokens, int start, int verb, string inherited) =>
        tokens[verb].Start > start ? sentence[start..tokens[verb].Start].Trim() : inherited;

    // The first verb-looking token before the clause's end.
    private static int? FindVerb(string sentence, List<Token> tokens, int from)
    {
        for (var index = Math.Max(from, 0); index < tokens.Count; index++)
        {
            if (index > from && (tokens[index].Is(sentence, ';') || Joints.Contains(tokens[index].In(sentence).ToString())))
            {
                return null;
            }

            if (tokens[index].Kind == TokenKind.Word && IsVerb(sentence, tokens, index))
            {
                return index;
            }
        }

        return null;
    }

    private static bool IsVerb(string sentence, List<Token> tokens, int index)
    {
        var word = tokens[index].In(sentence);
        if (!char.IsLower(word[0]) || tokens[index].IsGlued)
        {
            return false;
        }

        var stem = Words.Stem(Words.Fold(word));
        return Auxiliaries.Contains(word.ToString())
            || (word.EndsWith("ed", StringComparison.Ordinal) && word.Length > 4)
            || (FramingWords.IsReporting(stem) && word[^1] is 's' or 'd' or 'e')
            || (Polarity.TryFind(sentence, tokens, index, out var polar) && polar.Axis is PolarityLexicon.Movement or "rank" or "start"
                && (word[^1] == 's' || !word.Equals(stem, StringComparison.Ordinal)))
            || word is "cost" or "costs" or "made" or "makes" or "wrote" or "said" or "fell" or "rose" or "lost" or "beat" or "beats" or "took" or "got" or "led" or "runs" or "scores";
    }
}
