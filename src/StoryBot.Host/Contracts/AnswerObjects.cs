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
            AsOf = AsOf(story, question.Scope),
            Knowledge = result.Snapshot.Value,
            Composer = result.Composer,
            ElapsedMs = Math.Round(elapsed.TotalMilliseconds, 2),
            Confidence = Math.Round(Math.Clamp(result.Outcome.Confidence, 0, 1), 3),
        };
    }

    /// <summary>The statements of an answer; none where there is no answer.</summary>
    public static IReadOnlyList<SentenceObject> Sentences(VerifiedAnswer? answer) =>
        answer is null ? [] : [.. answer.Sentences.Select(sentence => new SentenceObject(sentence.Text, sentence.Citations))];

    /// <summary>What an answer cites; nothing where there is no answer.</summary>
    public static IReadOnlyList<CitationObject> Citations(VerifiedAnswer? answer) =>
        answer is null ? [] : [.. answer.Citations.Select(Citation)];

    /// <summary>The date that an answer holds for: up to which the story was followed, or an earlier one that was asked for.</summary>
    public static string AsOf(Story story, ReaderScope scope)
    {
        var asked = scope.AsOf is { } moment ? new StoryDate(moment, DatePrecision.Day) : story.AsOf;
        return (asked < story.AsOf ? asked : story.AsOf).ToString();
    }

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

    private static CitationObject Citation(Citation citation) => new(
        citation.Number,
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
