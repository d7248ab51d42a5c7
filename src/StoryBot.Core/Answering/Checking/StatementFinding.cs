using StoryBot.Core.Answering.Composition;

namespace StoryBot.Core.Answering.Checking;

/// <summary>What the knowledge says of a statement, in the form in which a model reads it: verdicts, and entries that a draft may cite.</summary>
/// <param name="Verdict">The verdict on the whole: <c>Supported</c>, <c>Contradicted</c> ...</param>
/// <param name="Parts">The things that it says, each with its own verdict.</param>
/// <param name="Evidence">What the verdicts rest on, numbered; empty when the knowledge has nothing on it.</param>
public sealed record StatementFinding(string Verdict, IReadOnlyList<PartFinding> Parts, IReadOnlyList<EvidenceEntry> Evidence);

/// <summary>One thing that a statement says.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Verdict">What the knowledge says of it.</param>
/// <param name="Explanation">The verified sentences on it; null when the knowledge has nothing.</param>
public sealed record PartFinding(string Text, string Verdict, string? Explanation);
