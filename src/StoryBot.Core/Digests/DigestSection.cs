using StoryBot.Core.Answering.Verification;

namespace StoryBot.Core.Digests;

/// <summary>A part of a digest. Immutable.</summary>
/// <param name="Heading">Its heading, in the bot's words.</param>
/// <param name="Now">What the knowledge says, verified against it; null where it says nothing any more.</param>
public sealed record DigestSection(string Heading, VerifiedAnswer? Now)
{
    /// <summary>What it said before, verified against the knowledge of then; null where it said nothing.</summary>
    public VerifiedAnswer? Before { get; init; }

    /// <summary>What is not shown, in the bot's words; null for nothing.</summary>
    public string? Note { get; init; }
}
