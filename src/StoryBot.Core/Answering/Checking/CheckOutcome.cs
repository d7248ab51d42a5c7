namespace StoryBot.Core.Answering.Checking;

/// <summary>What the knowledge says of a statement, part by part. Immutable.</summary>
/// <param name="Verdict">
/// The verdicts of the parts taken together, on the side of caution: the same for all when they agree; contradicted
/// when something is contradicted and nothing is supported or partly so; partly when something is contradicted or not known beside
/// something that is supported; disputed when something is disputed and nothing is contradicted.
/// </param>
/// <param name="Parts">The parts in the order of the statement; empty when it says nothing.</param>
/// <param name="IsCut">Whether the statement was longer than <see cref="StatementChecker.MaxLength"/> and only its start was checked.</param>
public sealed record CheckOutcome(CheckVerdict Verdict, IReadOnlyList<CheckedPart> Parts, bool IsCut)
{
    /// <summary>The verdict on the whole in a sentence: what a reader sees first.</summary>
    public string InWords => Verdict switch
    {
        CheckVerdict.Supported => "Supported: the knowledge says so.",
        CheckVerdict.Contradicted => "Contradicted: the knowledge says otherwise.",
        CheckVerdict.Disputed => "Disputed: the knowledge has it as a claim and does not settle it.",
        CheckVerdict.Partly => "Partly: the knowledge supports only some of it.",
        CheckVerdict.NotInKnowledge => "Not in the knowledge: it says nothing on this.",
        _ => throw new InvalidOperationException($"A verdict of unknown kind: {Verdict}."),
    };

    /// <summary>The verdict on the whole, from the verdicts on its parts.</summary>
    internal static CheckVerdict Combine(IReadOnlyCollection<CheckVerdict> verdicts)
    {
        var different = verdicts.Distinct().ToList();
        if (different.Count <= 1)
        {
            return different.Count == 0 ? CheckVerdict.NotInKnowledge : different[0];
        }

        if (different.Contains(CheckVerdict.Supported) || different.Contains(CheckVerdict.Partly))
        {
            return different.Contains(CheckVerdict.Contradicted) || different.Contains(CheckVerdict.NotInKnowledge) || !different.Contains(CheckVerdict.Disputed)
                ? CheckVerdict.Partly
                : CheckVerdict.Disputed;
        }

        return different.Contains(CheckVerdict.Contradicted) ? CheckVerdict.Contradicted : CheckVerdict.Disputed;
    }
}
