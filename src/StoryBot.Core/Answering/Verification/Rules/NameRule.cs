using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>Every proper name is in what is cited, in the same or another spelling of the same entity.</summary>
internal sealed class NameRule : ISentenceRule
{
    /// <inheritdoc/>
    public string Id => "name";

    /// <inheritdoc/>
    public string? FindFault(CheckedSentence sentence)
    {
        foreach (var name in sentence.Text.Names)
        {
            var key = sentence.KeyOf(name);
            if (!sentence.Supports(key) && !(name.IsAtSentenceStart ? IsOrdinary(sentence, name) : HasKnownParts(sentence, key)))
            {
                return $"not in what is cited: {name.In(sentence.Draft.Text)}";
            }
        }

        return FindLooseNumber(sentence);
    }

    private static bool IsOrdinary(CheckedSentence sentence, NameSpan name)
    {
        var stem = Words.Stem(Words.Fold(name.In(sentence.Draft.Text)));
        return FramingWords.Contains(stem)
            || sentence.Units.Any(unit => unit.Stems.Contains(stem))
            || (sentence.Catalog.Entities.Find(sentence.KeyOf(name)).Count == 0 && sentence.Catalog.IsOrdinaryWord(stem));
    }

    // "NVIDIA GPUs" is two names side by side. Parts of two people's names make no third person.
    private static bool HasKnownParts(CheckedSentence sentence, string key)
    {
        var words = key.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var start = 0;
        var loose = 0;
        while (start < words.Length)
        {
            var end = words.Length;
            while (end > start && !sentence.Supports($" {string.Join(' ', words[start..end])} "))
            {
                end--;
            }

            if (end == start)
            {
                return false;
            }

            loose += end == start + 1 && sentence.Catalog.Entities.IsPersonPart(words[start]) && sentence.Catalog.Entities.Find($" {words[start]} ").Count == 0 ? 1 : 0;
            start = end;
        }

        return loose < 2;
    }

    // Digits that are part of a name or a time of day are no figures; they must be in what is cited all the same.
    private static string? FindLooseNumber(CheckedSentence sentence)
    {
        for (var index = 0; index < sentence.Text.Tokens.Count; index++)
        {
            var token = sentence.Text.Tokens[index];
            if (token.Kind == TokenKind.Number && sentence.Text.Roles[index] is TokenRole.Word or TokenRole.None
                && !sentence.Supports($" {token.In(sentence.Draft.Text)} "))
            {
                return $"not in what is cited: {token.In(sentence.Draft.Text)}";
            }
        }

        return null;
    }
}
