using System.Text.Json.Nodes;
using StoryBot.Core.Chat;

namespace StoryBot.Platforms.Slack;

/// <summary>Opens the feedback form as a modal. Safe to share between threads.</summary>
internal sealed class SlackFeedbackForms(SlackApi api) : IFeedbackForms
{
    /// <inheritdoc/>
    public PlatformId Platform => SlackPlatform.Id;

    /// <inheritdoc/>
    public async Task OpenAsync(string trigger, FeedbackContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            await api.CallAsync("views.open", new JsonObject { ["trigger_id"] = trigger, ["view"] = View(context) }, cancellationToken);
        }
        catch (SlackApiException fault)
        {
            throw SlackErrors.ToSendException(fault);
        }
    }

    private static JsonObject View(FeedbackContext context) => new()
    {
        ["type"] = "modal",
        ["callback_id"] = FeedbackForm.Id,
        ["private_metadata"] = context.Encode(),
        ["title"] = Plain("What is wrong?"),
        ["submit"] = Plain("Send"),
        ["close"] = Plain("Cancel"),
        ["blocks"] = new JsonArray(Reason(), Note()),
    };

    private static JsonObject Reason() => new()
    {
        ["type"] = "input",
        ["block_id"] = FeedbackForm.ReasonField,
        ["label"] = Plain("What is wrong with the answer?"),
        ["element"] = new JsonObject
        {
            ["type"] = "radio_buttons",
            ["action_id"] = FeedbackForm.ReasonField,
            ["options"] = new JsonArray([.. FeedbackForm.Reasons.Select(reason => new JsonObject { ["text"] = Plain(reason.Label), ["value"] = reason.Value })]),
        },
    };

    private static JsonObject Note() => new()
    {
        ["type"] = "input",
        ["block_id"] = FeedbackForm.NoteField,
        ["optional"] = true,
        ["label"] = Plain("Anything to add?"),
        ["element"] = new JsonObject
        {
            ["type"] = "plain_text_input",
            ["action_id"] = FeedbackForm.NoteField,
            ["multiline"] = true,
            ["max_length"] = FeedbackForm.NoteLength,
        },
    };

    private static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false };
}
