using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>Every date and weekday is one of what is cited: of the record, its source, or their words.</summary>
internal sealed class DateRule : ISentenceRule
{
    /// <inheritdoc/>
    public string Id => "date";

    /// <inheritdoc/>
    public string? FindFault(CheckedSentence sentence)
    {
        foreach (var date in sentence.Text.Dates)
        {
            if (!sentence.Units.Any(unit => unit.Dates.Any(date.IsContainedIn)))
            {
                return $"not in what is cited: {sentence.Draft.Text.Substring(date.Start, date.Length)}";
            }
        }

        foreach (var token in sentence.Text.Tokens)
        {
            var word = token.In(sentence.Draft.Text);
            if (token.Kind == TokenKind.Word && char.IsUpper(word[0]) && DateReader.WeekdayOf(word) is { } weekday
                && !sentence.Units.Any(unit => unit.Weekdays.Contains(weekday) || unit.Key.Contains($" {weekday} ", StringComparison.OrdinalIgnoreCase)))
            {
                return $"nothing cited is of a {weekday}";
            }
        }

        return null;
    }
}
