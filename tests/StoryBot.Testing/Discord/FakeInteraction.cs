using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord;

/// <summary>Something that a person did with the bot, from the moment that Discord told the bot of it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Token">What answers it.</param>
/// <param name="Payload">What the bot was told.</param>
/// <param name="At">When.</param>
public sealed record FakeInteraction(string Id, string Token, JsonObject Payload, DateTimeOffset At)
{
    /// <summary>Its kind: 1 ping, 2 command, 3 component, 4 autocomplete, 5 modal.</summary>
    public int Type => Payload["type"]!.GetValue<int>();

    /// <summary>Its channel; empty for a ping.</summary>
    public string Channel => Payload["channel_id"]?.GetValue<string>() ?? string.Empty;

    /// <summary>The message that a component stands under; null for anything else.</summary>
    public string? Message => Payload["message"]?["id"]?.GetValue<string>();

    /// <summary>The kind of the first answer; null before it.</summary>
    public int? AnsweredWith { get; internal set; }

    /// <summary>The data of the first answer, such as the choices or the form.</summary>
    public JsonObject? AnswerData { get; internal set; }

    /// <summary>The message that <c>@original</c> stands for.</summary>
    public string? Original { get; internal set; }
}
