using System.Text.Json;
using System.Text.Json.Nodes;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Platforms.Discord;

/// <summary>The feedback form as a modal: a choice of the reason and a text. Its id is the button's, so that it knows its answer. Pure.</summary>
internal static class DiscordFeedbackForm
{
    // Kinds of component.
    private const int StringSelect = 3;
    private const int TextInput = 4;
    private const int Label = 18;

    private const int Paragraph = 2;

    /// <summary>The modal.</summary>
    public static JsonObject Write(AnswerId answer) => new()
    {
        ["custom_id"] = new ChatAction.GiveFeedback(answer).Encode(),
        ["title"] = "What is wrong with this answer?",
        ["components"] = new JsonArray(
            Labelled("Reason", new JsonObject
            {
                ["type"] = StringSelect,
                ["custom_id"] = FeedbackForm.ReasonField,
                ["placeholder"] = "Choose what fits best",
                ["required"] = true,
                ["options"] = new JsonArray([.. FeedbackForm.Reasons.Select(reason => (JsonNode)new JsonObject { ["label"] = reason.Label, ["value"] = reason.Value })]),
            }),
            Labelled("Anything to add?", new JsonObject
            {
                ["type"] = TextInput,
                ["custom_id"] = FeedbackForm.NoteField,
                ["style"] = Paragraph,
                ["required"] = false,
                ["max_length"] = FeedbackForm.NoteLength,
            })),
    };

    /// <summary>Reads a form that was sent off; null when it is not this form.</summary>
    public static ChatRequest.Feedback? Read(string id, JsonElement data)
    {
        if (ChatAction.Parse(id) is not ChatAction.GiveFeedback form)
        {
            return null;
        }

        var fields = Fields(data).ToList();
        var reason = fields.Find(field => field.Text("custom_id") == FeedbackForm.ReasonField);
        var note = fields.Find(field => field.Text("custom_id") == FeedbackForm.NoteField);
        var chosen = reason.Items("values").Select(value => value.Text()).FirstOrDefault() ?? reason.Text("value");
        return FeedbackForm.ParseReason(chosen?.Trim()) is { } parsed
            ? new ChatRequest.Feedback(form.Answer, parsed, note.Text("value") ?? string.Empty)
            : null;
    }

    // A label holds one component; a row, the older form, holds several.
    private static IEnumerable<JsonElement> Fields(JsonElement data) => data.Items("components")
        .SelectMany(part => part.Number("type") == Label ? [part.At("component")] : part.Items("components"));

    private static JsonObject Labelled(string words, JsonObject component) => new()
    {
        ["type"] = Label,
        ["label"] = words,
        ["component"] = component,
    };
}
