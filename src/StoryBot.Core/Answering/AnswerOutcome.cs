using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Answering.Verification;

namespace StoryBot.Core.Answering;

/// <summary>How a question ended: exactly one of five ways, each with text that is safe to show.</summary>
public abstract record AnswerOutcome
{
    private AnswerOutcome()
    {
    }

    /// <summary>Questions that the knowledge can answer and the asker might like next.</summary>
    public IReadOnlyList<string> Suggestions { get; init; } = [];

    /// <summary>The calibrated probability, 0 to 1, that the knowledge answers the question.</summary>
    public double Confidence { get; init; }

    /// <summary>The knowledge answers it.</summary>
    /// <param name="Answer">The verified answer.</param>
    public sealed record Answered(VerifiedAnswer Answer) : AnswerOutcome
    {
        /// <summary>What the message also asked and the knowledge does not answer; null when it answers all.</summary>
        public string? Unanswered { get; init; }
    }

    /// <summary>The knowledge does not answer it.</summary>
    /// <param name="Text">What is missing, in a sentence.</param>
    /// <param name="Nearest">The nearest things that are known, verified; null when there is nothing near.</param>
    public sealed record NotInKnowledge(string Text, VerifiedAnswer? Nearest) : AnswerOutcome;

    /// <summary>It can be meant in several ways.</summary>
    /// <param name="Text">The question back.</param>
    public sealed record NeedsClarification(string Text) : AnswerOutcome;

    /// <summary>It is not for the bot to answer.</summary>
    /// <param name="Reason">Why.</param>
    /// <param name="Text">Why, for the asker.</param>
    public sealed record Refused(Refusal Reason, string Text) : AnswerOutcome;

    /// <summary>It could not be answered now: a dependency failed.</summary>
    /// <param name="Text">What the asker can do.</param>
    public sealed record Unavailable(string Text) : AnswerOutcome;
}
