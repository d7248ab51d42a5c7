using System.Text.Json;
using StoryBot.Core.Answering;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Host.Rendering;

namespace StoryBot.Host.Contracts;

/// <summary>Writes outcomes, verified sentences and hits in the form that programs read.</summary>
internal static class AnswerObjects
{
    /// <summary>The answer object of a question.</summary>
    public static AnswerObject Of(JsonElement? id, Question question, AnswerResult result, Story story, TimeSpan elapsed)
    {
        var shown = Shown(result.Outcome);
        return new AnswerObject
        {
            Id = id,
            Question = question.Text,
            Story = story.Id.Value,
            Verdict = VerdictOf(result.Outcome),
            Text = AnswerText.Of(result.Outcome),
            Sentences = Sentences(shown),
            Citations = Citations(shown),
            Suggestions = result.Outcome.Suggestions,
            AsOf = story.AsOfFor(question.Scope).ToString(),
            Knowledge = result.Snapshot.Value,
            Composer = result.Composer,
            ElapsedMs = Math.Round(elapsed.TotalMilliseconds, 2),
            Confidence = Math.Round(Math.Clamp(result.Outcome.Confidence, 0, 1), 3),
        };
    }

    /// <summary>The statements of an answer; none where there is no answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="before">How many citations stand before its own, for numbers that run on.</param>
    public static IReadOnlyList<SentenceObject> Sentences(VerifiedAnswer? answer, int before = 0) =>
        answer is null ? [] : [.. answer.Sentences.Select(sentence => new SentenceObject(sentence.Text, [.. sentence.Citations.Select(number => number + before)]))];

    /// <summary>What an answer cites; nothing where there is no answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="before">How many citations stand before its own, for numbers that run on.</param>
    public static IReadOnlyList<CitationObject> Citations(VerifiedAnswer? answer, int before = 0) =>
        answer is null ? [] : [.. answer.Citations.Select(citation => Citation(citation, before))];

    private static VerifiedAnswer? Shown(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Answered answered => answered.Answer,
        AnswerOutcome.NotInKnowledge missing => missing.Nearest,
        _ => null,
    };

    private static string VerdictOf(AnswerOutcome outcome) => outcome switch
    {
        AnswerOutcome.Answered => Verdict.Answered,
        AnswerOutcome.NotInKnowledge => Verdict.Abstained,
        AnswerOutcome.NeedsClarification => Verdict.Clarify,
        AnswerOutcome.Refused => Verdict.Refused,
        AnswerOutcome.Unavailable => Verdict.Unavailable,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    private static CitationObject Citation(Citation citation, int before) => new(
        citation.Number + before,
        citation.Record?.Id.ToString(),
        citation.Record?.Refs ?? [],
        citation.Source.Id.Value,
        citation.Source.Title,
        citation.Source.Publisher,
        citation.Source.Published?.ToString(),
        citation.Source.Url?.AbsoluteUri,
        citation.Paragraph,
        citation.Excerpt);
}
