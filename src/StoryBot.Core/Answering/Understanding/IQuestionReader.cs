namespace StoryBot.Core.Answering.Understanding;

/// <summary>Works out what a message asks, against one snapshot. Deterministic; safe to share between threads.</summary>
public interface IQuestionReader
{
    /// <summary>Reads the message; never throws for any text.</summary>
    QuestionPlan Read(Question question);
}
