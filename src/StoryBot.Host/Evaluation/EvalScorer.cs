using System.Text.RegularExpressions;
using StoryBot.Host.Contracts;

namespace StoryBot.Host.Evaluation;

/// <summary>Scores an answer against its question. A question is either to be answered or to be declined.</summary>
internal static class EvalScorer
{
    // A question file is written by hand; a pattern that backtracks without end must not stop the run.
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    /// <summary>What is wrong with the answer, for each thing that is counted.</summary>
    public static EvalScore Score(EvalQuestion question, AnswerObject answer)
    {
        var uncited = answer.Sentences.Count(sentence => sentence.Citations.Count == 0);
        if (question.Abstain)
        {
            var declined = answer.Verdict is Verdict.Abstained or Verdict.Refused;
            return new EvalScore(question, answer, declined ? null : $"{answer.Verdict} instead of abstaining", null, uncited);
        }

        var wrong = Wrong(question, answer);
        return new EvalScore(question, answer, wrong, wrong is null ? Miscited(question, answer) : null, uncited);
    }

    private static string? Wrong(EvalQuestion question, AnswerObject answer)
    {
        if (answer.Verdict != Verdict.Answered)
        {
            return $"{answer.Verdict} instead of answering";
        }

        foreach (var pattern in question.Must)
        {
            if (!IsFound(pattern, answer.Text, out var fault))
            {
                return fault ?? $"/{pattern}/ is not in the text";
            }
        }

        foreach (var pattern in question.MustNot)
        {
            if (IsFound(pattern, answer.Text, out var fault))
            {
                return $"/{pattern}/ is in the text";
            }

            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    private static string? Miscited(EvalQuestion question, AnswerObject answer)
    {
        if (answer.Sentences.Count == 0 || answer.Sentences.Any(sentence => sentence.Citations.Count == 0))
        {
            return "a sentence cites nothing";
        }

        var isFit = question.Paras.Count == 0
            ? answer.Citations.Count > 0
            : answer.Citations.Any(citation =>
                citation.Source != question.Source
                || (citation.Paragraph is { } paragraph && question.Paras.Contains(paragraph)));
        return isFit ? null : $"cites neither paragraph {string.Join(" or ", question.Paras)} of {question.Source} nor another source";
    }

    private static bool IsFound(string pattern, string text, out string? fault)
    {
        fault = null;
        try
        {
            return Regex.IsMatch(text, pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, MatchTimeout);
        }
        catch (RegexMatchTimeoutException)
        {
            fault = $"/{pattern}/ took longer than {MatchTimeout.TotalSeconds:0} s to match";
        }
        catch (ArgumentException exception)
        {
            fault = $"/{pattern}/ is not a regular expression: {exception.Message}";
        }

        return false;
    }
}
