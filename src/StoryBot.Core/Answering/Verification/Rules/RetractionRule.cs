using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>A sentence that cites a retracted record says that it was retracted.</summary>
internal sealed class RetractionRule : ISentenceRule
{
    /// <inheritdoc/>
    public string Id => "retraction";

    /// <inheritdoc/>
    public string? FindFault(CheckedSentence sentence)
    {
        var retracted = sentence.Units.Select(unit => unit.Record).FirstOrDefault(record => record?.Review == ReviewState.Retracted);
        if (retracted is null || !sentence.SaysSomething)
        {
            return null;
        }

        for (var index = 0; index < sentence.Text.Tokens.Count; index++)
        {
            if (sentence.Text.Roles.StemAt(index) is { } stem && (stem.StartsWith("retract", StringComparison.Ordinal) || stem.StartsWith("withdraw", StringComparison.Ordinal))
                && !sentence.Text.Negations.Exists(scope => scope.Covers(index)))
            {
                return null;
            }
        }

        return $"{retracted.Id} was retracted, and the sentence does not say so";
    }
}
