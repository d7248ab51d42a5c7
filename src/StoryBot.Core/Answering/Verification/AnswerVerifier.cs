namespace StoryBot.Core.Answering.Verification;

/// <summary>Checks a draft, sentence by sentence, against what it cites.</summary>
public sealed class AnswerVerifier
{
}
