using System.Text.Json;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Core.Chat;

/// <summary>
/// What the feedback form is made of, in names that are the same on every platform and way in: whoever opens it writes them,
/// whoever takes the form in reads them. Pure.
/// </summary>
public static class FeedbackForm
{
    /// <summary>The form's own id.</summary>
    public const string Id = "storybot-feedback";

    /// <summary>The field with the reason, one of <see cref="Reasons"/>.</summary>
    public const string ReasonField = "reason";

    /// <summary>The field with what the person adds; optional.</summary>
    public const string NoteField = "note";

    /// <summary>The most characters of what the person adds; ours, well below each platform's.</summary>
    public const int NoteLength = 1000;

    /// <summary>The reasons in the order of the form: the value that travels, and what the person reads.</summary>
    public static IReadOnlyList<(FeedbackReason Reason, string Value, string Label)> Reasons { get; } =
    [
        (FeedbackReason.WrongSource, "wrong-source", "A source does not say that"),
        (FeedbackReason.WrongNumber, "wrong-number", "A figure is wrong"),
        (FeedbackReason.Outdated, "outdated", "It is out of date"),
        (FeedbackReason.Missing, "missing", "Something is missing"),
    ];

    /// <summary>Reads a reason's value; null when it is none.</summary>
    public static FeedbackReason? ParseReason(string? value)
    {
        foreach (var known in Reasons)
        {
            if (known.Value == value)
            {
                return known.Reason;
            }
        }

        return null;
    }
}

/// <summary>What a feedback form carries along unseen: the answer that it is about, and where the thanks go.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="ReplyTo">The address of the button that opened the form.</param>
public sealed record FeedbackContext(AnswerId Answer, ReplyAddress ReplyTo)
{
    /// <summary>The context as text; see <see cref="Parse"/>.</summary>
    public string Encode() => JsonSerializer.Serialize(this);

    /// <summary>Reads what <see cref="Encode"/> wrote; null for anything else.</summary>
    public static FeedbackContext? Parse(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) || JsonSerializer.Deserialize<FeedbackContext>(text) is not { ReplyTo: not null } context
                || AnswerId.Parse(context.Answer.Value) is null
                ? null
                : context;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
