using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Composition;

/// <summary>Writes claims: always with the claimant, and with what stands against them.</summary>
internal sealed class ClaimWriter(KnowledgeSnapshot snapshot, StoryProfile profile, Support support)
{
    // Two parties are enough in prose; "who disputes it" lists them all.
    private const int ChallengesInProse = 2;

    /// <summary>The claim, attributed, and how it stands.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="draft">Where the sentences go.</param>
    /// <param name="scope">What the reader may see.</param>
    /// <param name="leadWithVerdict">Whether the asker wanted to know if it is so: the verdict then comes first.</param>
    /// <param name="detail">Which evidence has the detail that was asked for and the statement lacks; null for none.</param>
    public void Write(Claim claim, DraftBuilder draft, ReaderScope scope, bool leadWithVerdict = false, int? detail = null)
    {
        if (!draft.Begin(claim))
        {
            return;
        }

        if (claim.Review == ReviewState.Retracted)
        {
            draft.Add(RetractionSentence(claim), support.Of(claim));
            return;
        }

        var statement = Attributed(claim);
        var lead = leadWithVerdict ? Verdict(claim) : null;
        draft.Add(lead is null ? statement : $"{lead}: {Wording.Inside(statement, profile)}", support.Of(claim));
        if (detail is { } index && snapshot.Find(claim.Evidence[index].Source) is { WordingUnreliable: false } source)
        {
            draft.Add($"{source.Publisher} writes: \"{claim.Evidence[index].Excerpt}\"", [Support.At(claim, index)]);
        }

        WriteStanding(claim, draft, scope, lead is not null);
    }

    /// <summary>The claim as a sentence that names who makes it.</summary>
    public string Attributed(Claim claim)
    {
        var statement = Wording.Closed(claim.Statement);
        return NamesClaimant(claim)
            ? statement
            : $"According to {Wording.Party(claim.Claimant, profile)}, {Wording.Inside(statement, profile)}";
    }

    /// <summary>Writes the claim and everybody who disputes it, a line each.</summary>
    public void WriteDisputed(Claim claim, DraftBuilder draft, ReaderScope scope)
    {
        if (!draft.Begin(claim))
        {
            return;
        }

        if (claim.Review == ReviewState.Retracted)
        {
            draft.Add(RetractionSentence(claim), support.Of(claim));
            return;
        }

        draft.Add(Attributed(claim), support.Of(claim));
        foreach (var challenge in Challenges(claim, scope).Where(challenge => draft.TryTell(challenge.Teller)))
        {
            draft.Add(challenge.Text, challenge.Cited, SentenceLayout.ListItem);
        }
    }

    /// <summary>"The claim that ... was retracted on ... because ...".</summary>
    public string RetractionSentence(Claim claim)
    {
        var on = claim.Retraction?.On is { } date ? " " + DateWords.When(date) : string.Empty;
        var because = claim.Retraction?.Because is { Length: > 0 } reason ? " because " + Wording.Inside(reason.TrimEnd('.'), profile) : string.Empty;
        return $"This was retracted{on}{because}: {Wording.Inside(Attributed(claim), profile)}";
    }

    private static string? Verdict(Claim claim) => claim.Status switch
    {
        ClaimStatus.Supported => "The evidence supports this",
        ClaimStatus.Partly => "This is only partly borne out",
        ClaimStatus.Contradicted => "The evidence contradicts this",
        ClaimStatus.Disputed => "This is disputed",
        ClaimStatus.Unverified => "No independent confirmation of this was found",
        ClaimStatus.Editorial => "This is an opinion, not a checked fact",
        _ => null,
    };

    /// <summary>Writes how the claim stands: the strongest thing against it follows its verdict, further parties after it.</summary>
    public void WriteStanding(Claim claim, DraftBuilder draft, ReaderScope scope, bool hasVerdict = false)
    {
        var isChallenged = claim.Status is ClaimStatus.Contradicted or ClaimStatus.Disputed or ClaimStatus.Partly or ClaimStatus.Unverified;
        var challenges = Challenges(claim, scope).ToList();
        if (!hasVerdict && isChallenged)
        {
            var first = challenges.FirstOrDefault(challenge => draft.TryTell(challenge.Teller));
            draft.Add(first is null ? Verdict(claim) + "." : $"{Verdict(claim)}: {Wording.Inside(first.Text, profile)}", first is null ? support.Of(claim) : [support.Of(claim)[0], .. first.Cited]);
        }

        foreach (var challenge in challenges.Where(challenge => draft.TryTell(challenge.Teller)).Take(ChallengesInProse))
        {
            draft.Add(challenge.Text, challenge.Cited);
        }
    }

    // The record that replaces the claim, then those who dispute it: in the words of their own record where there is one.
    private IEnumerable<Challenge> Challenges(Claim claim, ReaderScope scope)
    {
        if (Shown(claim.SupersededBy, scope) is { } successor)
        {
            yield return new Challenge(successor.Id, Attributed(successor), support.Of(successor));
        }

        for (var i = 0; i < claim.Disputes.Count; i++)
        {
            if (Sees(scope, claim.Disputes[i]))
            {
                yield return Dispute(claim, i, scope);
            }
        }

        if (claim.SupersededBy is null && claim.Disputes.Count == 0 && claim.Status != ClaimStatus.Supported)
        {
            foreach (var index in support.Independent(claim))
            {
                var told = TellSource(claim.Evidence[index]);
                yield return new Challenge(claim.Id with { Value = $"{claim.Id.Value}@{index}" }, told, [Support.At(claim, index)]);
            }
        }
    }

    // Nobody had disputed it yet whose words, or whose own record, came after the moment that the reader looks from.
    private bool Sees(ReaderScope scope, Dispute dispute) =>
        (snapshot.Find(dispute.Evidence.Source) is not { } source || scope.Sees(source))
        && (dispute.Claim is not { } id || snapshot.Find(id) is not { } own || scope.Sees(own));

    private Challenge Dispute(Claim claim, int index, ReaderScope scope)
    {
        var dispute = claim.Disputes[index];
        var told = Told(dispute.Evidence);
        var by = Wording.Opening(Wording.Party(dispute.By, profile));
        var text = told.StartsWith(by, StringComparison.OrdinalIgnoreCase) ? told
            : profile.IsParty(dispute.By) ? $"{by} disputes this: {Wording.Inside(told, profile)}"
            : $"{by}: {Wording.Inside(told, profile)}";
        var cited = Support.Dispute(claim, index);
        return Shown(dispute.Claim, scope) is { } other
            ? new Challenge(other.Id, text, [cited, support.Of(other)[0]])
            : new Challenge(claim.Id with { Value = $"{claim.Id.Value}#{index}" }, text, [cited]);
    }

    private Claim? Shown(RecordId? id, ReaderScope scope) =>
        id is { } known && snapshot.Find(known) is Claim claim && scope.Sees(claim) && claim.Review == ReviewState.Reviewed ? claim : null;

    // Further evidence of a claim that is not borne out is its source's word, not yet a fact.
    private string TellSource(Evidence evidence) =>
        evidence.Excerpt is null && snapshot.Find(evidence.Source) is { } source
            ? $"According to {Wording.Party(source.Publisher, profile)}, {Wording.Inside(Told(evidence), profile)}"
            : Told(evidence);

    private string Told(Evidence evidence)
    {
        if (evidence.Excerpt is not { } excerpt)
        {
            return Wording.Closed(evidence.Text);
        }

        var source = snapshot.Find(evidence.Source);
        return source is null ? $"\"{excerpt}\"" : $"\"{excerpt}\" ({source.Publisher}).";
    }

    private bool NamesClaimant(Claim claim)
    {
        var stems = Stems.Of(claim.Statement);
        if (profile.Entities.Find(stems).Contains(claim.Claimant, StringComparer.OrdinalIgnoreCase))
        {
            // "X plans to build it" names X and does not say that X says so.
            return claim.Status == ClaimStatus.Supported || !claim.About.Contains(claim.Claimant, StringComparer.OrdinalIgnoreCase) || IsTold(claim.Statement);
        }

        // A surname or the head noun of a description is enough: "Rasgon", "the article".
        var claimant = Stems.Of(claim.Claimant);
        return claimant.Count > 0 && stems.Contains(claimant[^1]);
    }

    private static bool IsTold(string statement) =>
        statement.Split(' ').Select(word => word.Trim(',', '.')).Any(word => FramingWords.IsHearsay(word) || FramingWords.IsReporting(Words.Stem(word.ToLowerInvariant())));

    /// <summary>Something that stands against a claim.</summary>
    /// <param name="Teller">The record that says it, or a stand-in for a dispute without one, so that it is told once.</param>
    /// <param name="Text">The sentence.</param>
    /// <param name="Cited">What it cites.</param>
    private sealed record Challenge(RecordId Teller, string Text, IReadOnlyList<CitedSupport> Cited);
}
