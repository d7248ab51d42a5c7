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

            if (!IsBorneOut(sentence, stem, sentence.Text.Negations.Exists(scope => scope.Covers(index))))
            {
                return $"nothing cited is {sentence.Text.Tokens[index].In(sentence.Draft.Text)}";
            }
        }

        return null;
    }

    private static bool IsBorneOut(CheckedSentence sentence, string stem, bool isDenied) => sentence.Units.Any(unit =>
        (unit.Record is Claim claim && (StatusWords.Fits(stem, claim.Status) != isDenied || IsDispute(claim, stem, isDenied)))
        || (isDenied && unit.Record is Quote { IsParaphrase: true } && StatusWords.Fits(stem, ClaimStatus.Supported))
        || unit.Clauses.Any(clause => clause.Content.Contains(stem) || clause.Polar.Any(mark => mark.Stem == stem)));

    // A claim with disputes may be called disputed whatever its status.
    private static bool IsDispute(Claim claim, string stem, bool isDenied) =>
        !isDenied && claim.Disputes.Count > 0 && StatusWords.Fits(stem, ClaimStatus.Disputed) && stem != Words.Stem("contradicted");
}
