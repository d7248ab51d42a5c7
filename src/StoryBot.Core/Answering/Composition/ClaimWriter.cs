using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>Writes claims: always with the claimant, and with what stands against them.</summary>
internal sealed class ClaimWriter(KnowledgeSnapshot snapshot, StoryProfile profile, Support support)
{
    // Two parties are enough in prose; "who disputes it" lists them all.
    private const int DisputesInProse = 2;

    /// <summary>The claim, attributed, and how it stands.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="draft">Where the sentences go.</param>
    /// <param name="scope">What the reader may see.</param>
    /// <param name="leadWithVerdict">Whether the asker wanted to know if it is so: the verdict then comes first.</param>
    public void Write(Claim claim, DraftBuilder draft, ReaderScope scope, bool leadWithVerdict = false)
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
        draft.Add(lead is null ? statement : $"{lead}: {Wording.Inside(statement)}", support.Of(claim));
        WriteStanding(claim, draft, scope, lead is not null);
    }

    /// <summary>The claim as a sentence that names who makes it.</summary>
    public string Attributed(Claim claim)
    {
        var statement = Wording.Closed(claim.Statement);
        return NamesClaimant(claim)
            ? statement
            : $"According to {Wording.Party(claim.Claimant)}, {Wording.Inside(statement)}";
    }

    /// <summary>Writes who disputes the claim, every one of them.</summary>
    public void WriteDisputes(Claim claim, DraftBuilder draft, ReaderScope scope, SentenceLayout layout)
    {
        for (var i = 0; i < claim.Disputes.Count; i++)
        {
            WriteDispute(claim, i, draft, scope, layout);
        }
    }

    /// <summary>"The claim that ... was retracted on ... because ...".</summary>
    public string RetractionSentence(Claim claim)
    {
        var on = claim.Retraction?.On is { } date ? " " + DateWords.When(date) : string.Empty;
        var because = claim.Retraction?.Because is { Length: > 0 } reason ? " because " + Wording.Inside(reason.TrimEnd('.')) : string.Empty;
        return $"This was retracted{on}{because}: {Wording.Inside(Attributed(claim))}";
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

    private void WriteStanding(Claim claim, DraftBuilder draft, ReaderScope scope, bool hasVerdict)
    {
        if (!hasVerdict && claim.Status is ClaimStatus.Contradicted or ClaimStatus.Disputed or ClaimStatus.Partly or ClaimStatus.Unverified)
        {
            draft.Add(Verdict(claim) + Basis(claim, draft, scope, out var cited), cited);
        }

        for (var i = 0; i < Math.Min(claim.Disputes.Count, DisputesInProse); i++)
        {
            WriteDispute(claim, i, draft, scope, SentenceLayout.Prose);
        }

        WriteSuccessor(claim, draft, scope);
    }

    // "The evidence contradicts this: ..." goes on with the best evidence that is not the claim's own printing.
    private string Basis(Claim claim, DraftBuilder draft, ReaderScope scope, out IReadOnlyList<CitedSupport> cited)
    {
        if (Successor(claim, scope) is { } successor && draft.Begin(successor))
        {
            cited = support.Of(successor);
            return ": " + Wording.Inside(Attributed(successor));
        }

        foreach (var index in support.Independent(claim))
        {
            var evidence = claim.Evidence[index];
            cited = [Support.At(claim, index)];
            return ": " + Told(evidence);
        }

        cited = support.Of(claim);
        return ".";
    }

    private void WriteDispute(Claim claim, int index, DraftBuilder draft, ReaderScope scope, SentenceLayout layout)
    {
        var dispute = claim.Disputes[index];
        var by = Wording.Opening(Wording.Party(dispute.By));
        var told = $"{by} disputes this: {Told(dispute.Evidence)}";
        draft.Add(told, [Support.Dispute(claim, index)], layout);
        if (dispute.Claim is { } id && snapshot.Find(id) is Claim other && scope.Sees(other) && draft.Begin(other))
        {
            draft.Add(Attributed(other), support.Of(other), layout);
        }
    }

    private void WriteSuccessor(Claim claim, DraftBuilder draft, ReaderScope scope)
    {
        if (Successor(claim, scope) is { } successor && draft.Begin(successor))
        {
            draft.Add(Attributed(successor), support.Of(successor));
        }
    }

    private Claim? Successor(Claim claim, ReaderScope scope) =>
        claim.SupersededBy is { } id && snapshot.Find(id) is Claim successor && scope.Sees(successor) && successor.Review == ReviewState.Reviewed
            ? successor
            : null;

    private string Told(Evidence evidence)
    {
        if (evidence.Excerpt is not { } excerpt)
        {
            return Wording.Closed(Wording.Inside(evidence.Text));
        }

        var source = snapshot.Find(evidence.Source);
        return source is null ? $"\"{excerpt}\"" : $"\"{excerpt}\" ({source.Publisher}).";
    }

    private bool NamesClaimant(Claim claim)
    {
        var stems = Stems.Of(claim.Statement);
        if (profile.Entities.Find(stems).Contains(claim.Claimant, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        // A surname or the head noun of a description is enough: "Rasgon", "the article".
        var claimant = Stems.Of(claim.Claimant);
        return claimant.Count > 0 && stems.Contains(claimant[^1]);
    }
}
