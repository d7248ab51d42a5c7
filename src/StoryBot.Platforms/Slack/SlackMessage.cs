using System.Text.Json.Nodes;

namespace StoryBot.Platforms.Slack;

/// <summary>One message in Slack's form. Its blocks are owned by it: copy them before they are put into a request.</summary>
/// <param name="Text">What notifications and screen readers say, and what is shown where blocks are not; mrkdwn, never empty.</param>
/// <param name="Blocks">The blocks.</param>
/// <param name="Words">All that the blocks say, for where Slack does not take them.</param>
internal sealed record SlackMessage(string Text, JsonArray Blocks, string Words)
{
    /// <summary>The arguments that every way of sending a message has in common.</summary>
    public JsonObject ToArguments() => new() { ["text"] = Text, ["blocks"] = Blocks.DeepClone(), ["parse"] = "none", ["link_names"] = false };

    /// <summary>The arguments of a new message: addresses in it are shown without a preview.</summary>
    public JsonObject ToNewMessage()
    {
        var arguments = ToArguments();
        arguments["unfurl_links"] = false;
        arguments["unfurl_media"] = false;
        return arguments;
    }

    /// <summary>The message with one more block, before its buttons.</summary>
    public SlackMessage With(JsonNode block)
    {
        var blocks = (JsonArray)Blocks.DeepClone();
        var buttons = blocks.TakeWhile(one => (string?)one!["type"] != "actions").Count();
        blocks.Insert(buttons, block);
        return this with { Blocks = blocks };
    }

    /// <summary>The same words without blocks.</summary>
    public SlackMessage AsText() => this with { Text = Words, Blocks = [] };
}
