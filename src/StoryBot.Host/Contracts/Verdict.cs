namespace StoryBot.Host.Contracts;

/// <summary>The verdicts of an answer object.</summary>
internal static class Verdict
{
    public const string Answered = "answered";
    public const string Abstained = "abstained";
    public const string Refused = "refused";
    public const string Clarify = "clarify";
    public const string Unavailable = "unavailable";
}
