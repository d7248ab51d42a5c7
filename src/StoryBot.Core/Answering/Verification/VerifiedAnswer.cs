using System.Collections.Immutable;
using System.Text.RegularExpressions;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification.Rules;
using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Verification;

/// <summary>
/// An answer in which every sentence was found to be supported by what it cites. <see cref="Check"/>, which applies
/// the rules, is the only way to one, so that nothing unverified can reach a reader. Never empty. Immutable.
/// </summary>
public sealed partial class VerifiedAnswer
{
    private VerifiedAnswer(SnapshotId snapshot, ImmutableArray<VerifiedSentence> sentences, ImmutableArray<Citation> citations, ImmutableArray<DraftSentence> kept)
    {
        Snapshot = snapshot;
        Sentences = sentences;
        Citations = citations;
        Kept = kept;
    }

    /// <summary>The snapshot that it was verified against.</summary>
    public SnapshotId Snapshot { get; }

    /// <summary>The sentences in reading order; each cites at least one of <see cref="Citations"/>.</summary>
    public IReadOnlyList<VerifiedSentence> Sentences { get; }

    /// <summary>What is cited, numbered from 1 in order of first use.</summary>
    public IReadOnlyList<Citation> Citations { get; }

    /// <summary>The sentences of the draft that passed, with all that each cites: what can be verified again later.</summary>
    internal IReadOnlyList<DraftSentence> Kept { get; }

    /// <summary>Checks every sentence of the draft and makes an answer of those that pass.</summary>
    internal static VerificationResult Check(DraftAnswer draft, SupportCatalog catalog, ReaderScope scope)
    {
        var numbering = new CitationNumbering(catalog.Snapshot);
        var kept = ImmutableArray.CreateBuilder<VerifiedSentence>(draft.Sentences.Count);
        var passed = ImmutableArray.CreateBuilder<DraftSentence>(draft.Sentences.Count);
        var dropped = new List<DroppedSentence>();
        var isLeadDropped = false;
        foreach (var sentence in draft.Sentences)
        {
            var leans = LeansBack().IsMatch(sentence.Text);
            if (leans && isLeadDropped)
            {
                dropped.Add(new DroppedSentence(sentence, "lead", "it speaks of a sentence that was dropped"));
                continue;
            }

            if (SentenceRules.FindViolation(sentence, catalog, scope) is { } violation)
            {
                dropped.Add(new DroppedSentence(sentence, violation.Rule, violation.Reason));
                isLeadDropped |= !leans;
            }
            else
            {
                kept.Add(new VerifiedSentence(sentence.Text, numbering.NumbersOf(sentence), sentence.Layout));
                passed.Add(sentence);
                isLeadDropped &= leans;
            }
        }

        var answer = kept.Count == 0 ? null : new VerifiedAnswer(catalog.Snapshot.Id, kept.ToImmutable(), numbering.Citations, passed.ToImmutable());
        return new VerificationResult(answer, dropped);
    }

    // "The evidence contradicts this: ...", "This is disputed.": without the sentence before it, it says nothing.
    [GeneratedRegex(@"^(This (is|was) |[^:.""]{1,60} this(:|\.$| was found))")]
    private static partial Regex LeansBack();
}
