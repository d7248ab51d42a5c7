using Microsoft.AspNetCore.Http;
using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Platforms.Slack;

/// <summary>Turns a slash command into a chat event. Safe to share between threads.</summary>
internal sealed class SlackCommandTranslator(TimeProvider clock)
{
    /// <summary>The command as a chat event.</summary>
    /// <exception cref="SlackPayloadException">It lacks what every command has.</exception>
    public ChatEvent Translate(IFormCollection form)
    {
        var team = form["team_id"].ToString();
        var channel = Need(form, "channel_id");
        var user = Need(form, "user_id");
        var now = clock.GetUtcNow();
        return new ChatEvent(
            // A command is never delivered again; its trigger tells a replayed request.
            SlackPlatform.EventId(Need(form, "trigger_id")),
            SlackPlatform.Conversation(team, channel, thread: null),
            new ChatPerson(user),
            new ReplyAddress(SlackPlatform.Id, channel)
            {
                Workspace = team,
                Person = user,
                ResponseToken = form["response_url"].ToString() is { Length: > 0 } url ? url : null,
                ResponseEnds = now + SlackPlatform.ResponseUrlLife,
            },
            Read(Need(form, "command"), SlackText.Read(form["text"])),
            now);
    }

    // An app may have given its commands a prefix, where another app has the short names: "/newsdesk-ask".
    private static ChatRequest.Command Read(string command, string text) =>
        CommandCatalogue.Read(command.EndsWith(CommandNames.Ask, StringComparison.OrdinalIgnoreCase) ? CommandNames.Ask : CommandNames.Story, text);

    private static string Need(IFormCollection form, string name) =>
        form[name].ToString() is { Length: > 0 } value ? value : throw new SlackPayloadException($"The command has no \"{name}\".");
}
