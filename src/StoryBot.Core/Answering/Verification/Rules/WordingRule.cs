using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>Most content words are in what is cited, so that a sentence about something else does not pass.</summary>
internal sealed class WordingRule : ISentenceRule
{
    // Tuned on the mutants of the tests: below, swapped citations pass; above, honest rewordings fail.
    private const double Share = 0.8;

    /// <inheritdoc/>
    public string Id => "wording";

    /// <inheritdoc/>
    public string? FindFault(CheckedSentence sentence)
    {
        var total = 0;
        var missing = new List<string>();
        for (var index = 0; index < sentence.Text.Tokens.Count; index++)
        {
            if (sentence.Text.Roles[index] != TokenRole.Word || sentence.Text.Roles.StemAt(index) is not { } stem || FramingWords.Contains(stem))
            {
                continue;
            }

            total++;
            if (!IsSupported(sentence, index, stem))
            {
                if (IsUnit(sentence, index))
                {
                    return $"a unit that nothing cited has: {stem}";
                }

                missing.Add(stem);
            }
        }

        return missing.Count > total * (1 - Share) ? $"words that nothing cited holds: {string.Join(", ", missing.Take(5))}" : null;
    }

    private static bool IsUnit(CheckedSentence sentence, int index) =>
        sentence.Text.Tokens[index].In(sentence.Draft.Text) is var word && (UnitReader.IsUnit(word) || CurrencyReader.OfWord(word).Length > 0);

    private static bool IsSupported(CheckedSentence sentence, int index, string stem) =>
        sentence.Units.Any(unit => unit.Stems.Contains(stem))
        || (Polarity.TryFind(sentence.Draft.Text, sentence.Text.Tokens, index, out var word)
            && sentence.Units.Any(unit => unit.Clauses.Any(clause => clause.Polar.Any(mark => mark.Word.Axis == word.Axis))));
}
