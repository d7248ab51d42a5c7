namespace StoryBot.Core.Answering.Checking;

/// <summary>A verdict on a part, with what it rests on.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Candidate">What it rests on; null exactly when the knowledge says nothing.</param>
/// <param name="IsAgainst">Whether the candidate says otherwise than the part.</param>
internal sealed record Finding(CheckVerdict Verdict, Candidate? Candidate, bool IsAgainst)
{
    /// <summary>The knowledge says nothing.</summary>
    public static Finding None { get; } = new(CheckVerdict.NotInKnowledge, null, false);
}
