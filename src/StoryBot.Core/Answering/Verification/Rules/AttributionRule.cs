using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>
/// A claim that the evidence does not bear out is never told as a fact: the sentence says whose it is, or that it is
/// hearsay, or how it stands. And words are put into nobody else's mouth.
/// </summary>
internal sealed class AttributionRule : ISentenceRule
{
    // "Jane Smith, a senior analyst at X, says": the name stands a few words before the verb.
    private const int NameDistance = 3;

    /// <inheritdoc/>
    public string Id => "attribution";

    /// <inheritdoc/>
    public string? FindFault(CheckedSentence sentence)
    {
        foreach (var cited in sentence.Draft.Citations)
        {
            if (sentence.SaysSomething && cited.Record is Claim claim && claim.Status != ClaimStatus.Supported
                && !TellsOtherSide(sentence, claim, cited.EvidenceIndex) && !IsAttributed(sentence, claim, cited.EvidenceIndex))
            {
                return $"{claim.Id} is {claim.Status.ToString().ToLowerInvariant()}, and the sentence tells it as a fact";
            }
        }

        return FindWrongSpeaker(sentence);
    }

    // A dispute that is cited together with the record that holds the other side: the sentence tells that record.
    private static bool TellsOtherSide(CheckedSentence sentence, Claim claim, int evidence) =>
        evidence >= claim.Evidence.Count
        && sentence.Units.Any(unit => unit.Record is Quote or MarketFact or Claim { Status: ClaimStatus.Supported });

    private static bool IsAttributed(CheckedSentence sentence, Claim claim, int evidence)
    {
        for (var index = 0; index < sentence.Text.Tokens.Count; index++)
        {
            if (sentence.IsQuoted(index))
            {
                continue;
            }

            var word = sentence.Text.Tokens[index].In(sentence.Draft.Text);
            if (FramingWords.IsHearsay(word)
                || (sentence.Text.Roles.StemAt(index) is { } stem && (StatusWords.IsStatus(stem) || (FramingWords.IsReporting(stem) && IsClaimants(sentence, index, claim, evidence)))))
            {
                return true;
            }
        }

        // The claimant's name does the same, unless the claim is about the claimant.
        var claimant = NameKey.Of(claim.Claimant);
        return !claim.About.Any(about => sentence.Catalog.Entities.AreSame(NameKey.Of(about), claimant))
            && sentence.Catalog.Entities.Holds(sentence.Text.Key, claimant);
    }

    // "X says": X must be the claimant or the source, or who disputes it where the dispute is told. "It is said" and
    // "the article says" name nobody else.
    private static bool IsClaimants(CheckedSentence sentence, int verb, Claim claim, int evidence)
    {
        if (SpeakerOf(sentence, verb) is not { } speaker)
        {
            return true;
        }

        var stem = sentence.Text.Roles.StemAt(verb)!;
        var isDispute = evidence >= claim.Evidence.Count || (PolarityLexicon.TryFind(stem, out var word) && word is { Axis: PolarityLexicon.Side, Sign: < 0 });
        return IsNamed(sentence, NameKey.Of(claim.Claimant), speaker)
            || (isDispute && claim.Disputes.Any(dispute => IsNamed(sentence, NameKey.Of(dispute.By), speaker)))
            || (FramingWords.IsTelling(stem) && IsAttributee(sentence, speaker));
    }

    private static string? FindWrongSpeaker(CheckedSentence sentence)
    {
        for (var index = 0; index < sentence.Text.Tokens.Count; index++)
        {
            if (sentence.Text.Roles.StemAt(index) is { } stem && FramingWords.IsReporting(stem) && IsInflected(sentence, index) && !sentence.IsQuoted(index)
                && SpeakerOf(sentence, index) is { } speaker && !MaySpeak(sentence, speaker, stem))
            {
                return $"what is cited is not {speaker.Trim()}'s";
            }
        }

        return null;
    }

    // "Vance notes" and "Vance noted", but not "the Vance note".
    private static bool IsInflected(CheckedSentence sentence, int index)
    {
        var word = sentence.Text.Tokens[index].In(sentence.Draft.Text);
        return word[^1] is 's' or 'd' or 'g' || word.EndsWith("wrote", StringComparison.OrdinalIgnoreCase) || word.EndsWith("thought", StringComparison.OrdinalIgnoreCase);
    }

    // The name right before the verb, or right behind "according to".
    private static string? SpeakerOf(CheckedSentence sentence, int verb)
    {
        var tokens = sentence.Text.Tokens;
        var isAccording = verb + 1 < tokens.Count && tokens[verb + 1].Is(sentence.Draft.Text, "to") && tokens[verb].Is(sentence.Draft.Text, "according");
        foreach (var name in sentence.Text.Names)
        {
            var first = sentence.Text.TokenAt(name.Start);
            var next = sentence.Text.TokenAt(name.Start + name.Length);
            if (sentence.IsQuoted(first))
            {
                continue;
            }

            if (isAccording ? first > verb && first <= verb + 3 : next <= verb && verb - next < NameDistance && IsBare(sentence, next, verb))
            {
                return sentence.KeyOf(name);
            }
        }

        return null;
    }

    // Only small words, adverbs and auxiliaries may stand between the name and its verb.
    private static bool IsBare(CheckedSentence sentence, int from, int verb)
    {
        for (var index = from; index < verb; index++)
        {
            var word = sentence.Text.Tokens[index].In(sentence.Draft.Text);
            if (sentence.Text.Tokens[index].Kind != TokenKind.Word
                || !(word is "has" or "have" or "had" or "also" or "still" or "later" or "then" or "did" or "does" or "not"
                    || word.EndsWith("ly", StringComparison.Ordinal)))
            {
                return false;
            }
        }

        return true;
    }

    private static bool MaySpeak(CheckedSentence sentence, string speaker, string verb) => sentence.Units.Any(unit =>
        IsAttributee(sentence, speaker)
        || unit.Clauses.Any(clause => (clause.Content.Contains(verb) || clause.Polar.Any(mark => mark.Stem == verb)) && clause.Holds(sentence.Catalog.Entities, speaker)));

    private static bool IsAttributee(CheckedSentence sentence, string speaker) => sentence.Units.Any(unit => unit.Attributees.Any(attributee => IsNamed(sentence, attributee, speaker)));

    private static bool IsNamed(CheckedSentence sentence, string attributee, string speaker) =>
        sentence.Catalog.Entities.Holds(attributee, speaker) || attributee.Contains(speaker, StringComparison.Ordinal);
}
