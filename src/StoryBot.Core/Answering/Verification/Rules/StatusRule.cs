using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>A claim is called what it is: "contradicted" is not said of a supported one, nor the other way round.</summary>
internal sealed class StatusRule : ISentenceRule
{
    /// <inheritdoc/>
    public string Id => "status";

    /// <inheritdoc/>
    public string? FindFault(CheckedSentence sentence)
    {
        for (var index = 0; index < sentence.Text.Tokens.Count; index++)
        {
            if (sentence.Text.Roles[index] != TokenRole.Word || sentence.Text.Roles.StemAt(index) is not { } stem || !StatusWords.IsStatus(stem) || sentence.IsQuoted(index))
            {
                continue;
            }

            if (!IsBorneOut(sentence, stem, sentence.Text.Negations.Exists(scope => scope.Covers(index)), IsInFrame(sentence, index)))
            {
                return $"nothing cited is {sentence.Text.Tokens[index].In(sentence.Draft.Text)}";
            }
        }

        return null;
    }

    private static bool IsInFrame(CheckedSentence sentence, int token) =>
        sentence.Text.Clauses.Any(clause => clause.FirstToken <= token && token < clause.EndToken && clause.IsFrame);

    // "The evidence contradicts this: ..." cites the claim that it speaks of first, and then what contradicts it.
    private static bool IsBorneOut(CheckedSentence sentence, string stem, bool isDenied, bool isFrame) =>
        (sentence.Units.Select(unit => unit.Record).OfType<Claim>().FirstOrDefault() is { } claim
            && (StatusWords.Fits(stem, claim.Status) != isDenied || IsDispute(claim, stem, isDenied)))
        || (!isFrame && sentence.Units.Any(unit => IsInWords(unit, stem, isDenied)))
        || (isDenied && sentence.Units.Any(unit => unit.Record is Quote { IsParaphrase: true }) && StatusWords.Fits(stem, ClaimStatus.Supported));

    private static bool IsInWords(SupportUnit unit, string stem, bool isDenied) =>
        unit.Clauses.Any(clause => (clause.Content.Contains(stem) && clause.Negated.Contains(stem) == isDenied)
            || clause.Polar.Any(mark => mark.Stem == stem && IsTurned(mark) == isDenied));

    private static bool IsTurned(PolarMark mark) => PolarityLexicon.TryFind(mark.Stem, out var word) && word.Sign != mark.Word.Sign;

    // A claim with disputes may be called disputed whatever its status.
    private static bool IsDispute(Claim claim, string stem, bool isDenied) =>
        !isDenied && claim.Disputes.Count > 0 && StatusWords.Fits(stem, ClaimStatus.Disputed) && stem != Words.Stem("contradicted");
}
