using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Checking;

/// <summary>
/// Says of a pasted statement what the knowledge says of it, part by part. Deterministic and cautious: what is near
/// nothing is not in the knowledge. Safe to share between threads.
/// </summary>
public sealed class StatementChecker
{
    /// <summary>The longest statement, in UTF-16 units, that is checked to its end.</summary>
    public const int MaxLength = 5_000;

    private readonly PartChecker _parts;
    private readonly Explainer _explainer;

    /// <summary>A checker over the snapshot of the search, which must be the verifier's as well.</summary>
    public StatementChecker(IEvidenceSearch search, AnswerVerifier verifier)
    {
        ArgumentNullException.ThrowIfNull(search);
        ArgumentNullException.ThrowIfNull(verifier);
        _parts = new PartChecker(new CandidateFinder(search, verifier.Catalog), verifier.Catalog);
        _explainer = new Explainer(new StoryProfile(search.Snapshot), verifier);
    }

    /// <summary>Checks the statement for a reader; never throws for any text.</summary>
    public CheckOutcome Check(string statement, ReaderScope scope, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(statement);
        var isCut = statement.Length > MaxLength;
        var parts = new List<CheckedPart>();
        foreach (var text in StatementSplitter.Split(Clean(isCut ? statement[..MaxLength] : statement)))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (text.Any(char.IsLetterOrDigit))
            {
                parts.Add(CheckPart(text, scope, cancellationToken));
            }
        }

        return new CheckOutcome(CheckOutcome.Combine([.. parts.Select(part => part.Verdict)]), parts, isCut);
    }

    private CheckedPart CheckPart(string text, ReaderScope scope, CancellationToken cancellationToken)
    {
        var finding = _parts.Check(text, scope, cancellationToken);
        // A verdict that cannot be shown with its evidence is none.
        return _explainer.Explain(text, finding, scope) is { } explanation
            ? new CheckedPart(text, finding.Verdict, explanation)
            : new CheckedPart(text, CheckVerdict.NotInKnowledge, null);
    }

    // Control, zero-width and direction characters can hide words; line ends stay, they part sentences.
    private static string Clean(string statement) => string.Create(statement.Length, statement, static (target, source) =>
    {
        for (var index = 0; index < target.Length; index++)
        {
            var character = source[index];
            var isHidden = character is not '\n' && (char.IsControl(character) || char.GetUnicodeCategory(character) == System.Globalization.UnicodeCategory.Format);
            target[index] = isHidden ? ' ' : character;
        }
    });
}
