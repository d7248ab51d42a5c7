using System.Net;
using StoryBot.Core.Chat;

namespace StoryBot.Platforms.Discord;

/// <summary>Says in an operator's words why Discord refused, and where to change it. Pure.</summary>
internal static class DiscordProblems
{
    private const string ChannelPermissions =
        "In Discord: channel settings, Permissions, the bot's role: allow View Channel, Send Messages, Send Messages in Threads, Embed Links and Attach Files.";

    private const string Invite =
        "If the bot is not in the server, invite it with the scopes bot and applications.commands (Developer Portal, OAuth2, URL Generator).";

    /// <summary>The failure for whoever asked for the reply to be sent.</summary>
    /// <param name="failure">What Discord said.</param>
    /// <param name="where">What was written to, such as <c>channel 123</c>.</param>
    public static ChatSendException Explain(DiscordException failure, string where)
    {
        var (reason, isFinal) = Reason(failure, where);
        return new ChatSendException($"{reason} ({failure.Message})", isFinal, failure);
    }

    private static (string Reason, bool IsFinal) Reason(DiscordException failure, string where) => failure.Code switch
    {
        10003 => ($"Discord does not know the {where}: it was deleted, or the id is wrong.", true),
        10004 => ($"Discord does not know the server of the {where}, or the bot is no longer in it. {Invite}", true),
        10008 => ("Discord does not know the message any more: it was deleted.", true),
        10002 => ("Discord does not know the application: compare Discord:ApplicationId with the Application ID under General Information in the Developer Portal.", true),
        10013 => ($"Discord does not know the person of the {where}.", true),
        10015 or 10062 or 50027 => ("The interaction can no longer be answered: its token ends after 15 minutes.", true),
        20016 or 20028 => ($"The {where} has slow mode or a write limit on: the bot needs the permission Bypass Slowmode or Manage Messages there, or has to wait.", false),
        40001 or 50014 => (BadToken, true),
        40005 => ("The picture is larger than Discord takes (10 MiB).", true),
        40007 => ("The person has been banned from the server.", true),
        50001 => ($"The bot may not see the {where} (Missing Access). {ChannelPermissions} {Invite}", true),
        50006 or 50035 => ("Discord refused the form of the message. This is a fault of the bot; please report it with the text that follows.", true),
        50007 => ("The person takes no direct messages from the bot: they have to allow direct messages from members of a server that they share with it, or unblock it.", true),
        50008 => ($"The {where} takes no text messages.", true),
        50013 => ($"The bot may not write to the {where} (Missing Permissions). {ChannelPermissions}", true),
        50025 => ("Discord says that an OAuth2 scope is missing: invite the bot again with the scopes bot and applications.commands (Developer Portal, OAuth2, URL Generator).", true),
        50083 => ($"The {where} is an archived thread: the bot needs the permission Send Messages in Threads, or somebody has to open it again.", true),
        200000 or 200001 => ($"AutoMod of the server blocked the message to the {where}: exempt the bot's role under Server Settings, AutoMod.", true),
        _ => ByStatus(failure, where),
    };

    private const string BadToken =
        "Discord refuses the bot's token: make a new one in the Developer Portal under Bot, Reset Token, and set Discord:BotToken to it (the environment variable Discord__BotToken).";

    private static (string Reason, bool IsFinal) ByStatus(DiscordException failure, string where) => failure.Status switch
    {
        HttpStatusCode.Unauthorized => (BadToken, true),
        HttpStatusCode.Forbidden => ($"Discord forbids writing to the {where}. {ChannelPermissions} {Invite}", true),
        HttpStatusCode.NotFound => ($"Discord does not know the {where}: it was deleted, or Discord:ApiUrl is wrong.", true),
        HttpStatusCode.TooManyRequests => ("Discord's rate limits did not let the reply through in time.", false),
        null => ("Discord could not be reached, or did not answer: check the network, Discord:ApiUrl and https://discordstatus.com.", false),
        >= HttpStatusCode.InternalServerError => ("Discord has a fault of its own; see https://discordstatus.com.", false),
        _ => ($"Discord refused to write to the {where}.", true),
    };
}
