using StoryBot.Core.Chat;

namespace StoryBot.Platforms.Slack;

/// <summary>What Slack's error codes mean to whoever runs the bot, and what to do. Codes: the errors of each method on docs.slack.dev.</summary>
internal static class SlackErrors
{
    /// <summary>The scopes of the methods that are called, for where Slack does not name the one that is missing.</summary>
    private static readonly Dictionary<string, string> ScopeOf = new()
    {
        ["chat.postMessage"] = "chat:write",
        ["chat.postEphemeral"] = "chat:write",
        ["chat.update"] = "chat:write",
        ["assistant.threads.setStatus"] = "chat:write",
        ["files.getUploadURLExternal"] = "files:write",
        ["files.completeUploadExternal"] = "files:write",
        ["conversations.open"] = "im:write",
        ["conversations.history"] = "channels:history, groups:history, im:history and mpim:history",
        ["conversations.replies"] = "channels:history, groups:history, im:history and mpim:history",
    };

    /// <summary>Whether the bot cannot post in this place, while it may be able to elsewhere.</summary>
    public static bool IsAboutThePlace(string code) => code
        is "not_in_channel" or "channel_not_found" or "user_not_in_channel" or "is_archived" or "thread_not_found" or "message_not_found"
        or "cannot_reply_to_message" or "restricted_action" or "ekm_access_denied"
        || code.StartsWith("restricted_action_", StringComparison.Ordinal);

    /// <summary>Whether Slack did not take the message's form.</summary>
    public static bool IsAboutTheForm(string code) => code
        is "invalid_blocks" or "invalid_blocks_format" or "msg_blocks_too_long" or "msg_too_long" or "invalid_attachments" or "markdown_text_conflict";

    /// <summary>Whether the same call may work later, and may have worked already.</summary>
    public static bool IsPassing(string code) => code
        is "internal_error" or "fatal_error" or "service_unavailable" or "request_timeout" or "server_error" or "team_added_to_org";

    /// <summary>Whether it is a rate limit in the form of an answer.</summary>
    public static bool IsLimit(string code) => code is "ratelimited" or "rate_limited" or "message_limit_exceeded";

    /// <summary>Whether signing in can only work after somebody changed the configuration.</summary>
    public static bool IsAboutTheToken(string code) => code
        is "invalid_auth" or "not_authed" or "token_revoked" or "token_expired" or "account_inactive" or "not_allowed_token_type" or "no_permission" or "access_denied";

    /// <summary>The failure for whoever sent the reply.</summary>
    public static ChatSendException ToSendException(SlackApiException fault) =>
        new(Explain(fault), isFinal: fault.Code is not ("unreachable" or "limited"), fault);

    /// <summary>Why, and the way on.</summary>
    public static string Explain(SlackApiException fault) => fault.Code switch
    {
        "unreachable" => $"Slack could not be reached ({fault.Message}). Check Slack:ApiUrl, a proxy in between, and https://status.slack.com.",
        "limited" => $"Slack's rate limit lasts longer than the bot waits ({fault.Message}). It is over by itself.",
        "missing_scope" => $"The app lacks the scope {ScopeFor(fault)} for {fault.Method}. Add it in the app's settings under \"OAuth & Permissions\", \"Bot Token Scopes\", and install the app again.",
        "invalid_auth" or "not_authed" => $"Slack does not know the token in Slack:BotToken ({fault.Code}). Copy the bot token (xoxb-...) again from the app's settings, \"OAuth & Permissions\".",
        "token_revoked" or "token_expired" => $"The token in Slack:BotToken has ended ({fault.Code}). Install the app again under \"OAuth & Permissions\" and take over the new token.",
        "account_inactive" => "The bot's account is inactive: the app was removed from the workspace, or the workspace is gone. Install the app again and take over the new Slack:BotToken.",
        "not_allowed_token_type" => $"{fault.Method} does not work with the kind of token in Slack:BotToken; it must be the bot token (xoxb-...).",
        "not_in_channel" or "user_not_in_channel" => "The bot is not in the channel. Invite it there with /invite and its name.",
        "channel_not_found" => "The channel does not exist, or it is private and the bot is not in it. Invite the bot there with /invite and its name.",
        "is_archived" => "The channel is archived; nobody can post there.",
        "restricted_action" => "The channel's or the workspace's settings do not let the bot post there. An admin can allow it under \"Posting permissions\".",
        "messages_tab_disabled" => "The app takes no direct messages. Switch them on in its settings under \"App Home\", \"Messages Tab\".",
        "message_not_found" or "thread_not_found" or "cannot_reply_to_message" => $"The message that was to be answered is gone ({fault.Code}).",
        "cannot_dm_bot" or "user_not_found" or "user_disabled" => $"The person cannot be written to ({fault.Code}).",
        "access_denied" or "no_permission" or "org_login_required" or "ekm_access_denied" or "team_access_not_granted" => $"The workspace's admins do not let the app do this ({fault.Method}: {fault.Code}). An admin can approve it under \"Manage apps\".",
        "expired_trigger_id" or "exchanged_trigger_id" or "invalid_trigger_id" => "The form was asked for too late. Slack allows three seconds; check how long requests take to reach the bot.",
        _ when IsAboutTheForm(fault.Code) => $"Slack did not take the message's form ({fault.Method}: {fault.Code}).",
        _ => $"Slack refused {fault.Method}: {fault.Code}. See https://docs.slack.dev/reference/methods/{fault.Method}.",
    };

    private static string ScopeFor(SlackApiException fault) => fault.Needed ?? ScopeOf.GetValueOrDefault(fault.Method, "that it needs");
}
