using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord.Gateway;

/// <summary>A server that the bot is in, as the gateway tells of it.</summary>
/// <param name="Id">Its id, a snowflake.</param>
/// <param name="Channels">Its text channels' ids.</param>
public sealed record FakeGuild(string Id, IReadOnlyList<string> Channels)
{
    /// <summary>Open threads: the thread's id and its channel's.</summary>
    public IReadOnlyDictionary<string, string> Threads { get; init; } = new Dictionary<string, string>();

    /// <summary>The payload of GUILD_CREATE.</summary>
    public JsonObject Describe(string botId) => new()
    {
        ["id"] = Id,
        ["name"] = "Newsroom",
        ["unavailable"] = false,
        ["owner_id"] = "1",
        ["joined_at"] = "2025-01-27T08:00:00.000000+00:00",
        ["large"] = false,
        ["member_count"] = 1,
        ["verification_level"] = 0,
        ["default_message_notifications"] = 0,
        ["explicit_content_filter"] = 0,
        ["mfa_level"] = 0,
        ["premium_tier"] = 0,
        ["nsfw_level"] = 0,
        ["system_channel_flags"] = 0,
        ["afk_timeout"] = 300,
        ["preferred_locale"] = "en-US",
        ["premium_progress_bar_enabled"] = false,
        ["features"] = new JsonArray(),
        ["emojis"] = new JsonArray(),
        ["stickers"] = new JsonArray(),
        ["presences"] = new JsonArray(),
        ["voice_states"] = new JsonArray(),
        ["stage_instances"] = new JsonArray(),
        ["guild_scheduled_events"] = new JsonArray(),
        ["roles"] = new JsonArray(Role()),
        ["members"] = new JsonArray(Member(botId)),
        ["channels"] = new JsonArray([.. Channels.Select(Channel)]),
        ["threads"] = new JsonArray([.. Threads.Select(thread => Thread(thread.Key, thread.Value))]),
    };

    private static JsonObject Member(string botId) => new()
    {
        ["user"] = DiscordUsers.Bot(botId),
        ["roles"] = new JsonArray(),
        ["joined_at"] = "2025-01-27T08:00:00.000000+00:00",
        ["deaf"] = false,
        ["mute"] = false,
        ["flags"] = 0,
    };

    private static JsonObject Channel(string id, int position) => new JsonObject
    {
        ["id"] = id,
        ["type"] = 0,
        ["name"] = $"story-{position}",
        ["position"] = position,
        ["permission_overwrites"] = new JsonArray(),
        ["nsfw"] = false,
        ["rate_limit_per_user"] = 0,
    };

    private JsonObject Thread(string id, string channel) => new JsonObject
    {
        ["id"] = id,
        ["type"] = 11,
        ["guild_id"] = Id,
        ["parent_id"] = channel,
        ["owner_id"] = "1",
        ["name"] = "A thread",
        ["message_count"] = 1,
        ["member_count"] = 1,
        ["rate_limit_per_user"] = 0,
        ["thread_metadata"] = new JsonObject
        {
            ["archived"] = false,
            ["auto_archive_duration"] = 1440,
            ["archive_timestamp"] = "2025-01-27T08:00:00.000000+00:00",
            ["locked"] = false,
        },
    };

    private JsonObject Role() => new()
    {
        ["id"] = Id,
        ["name"] = "@everyone",
        ["color"] = 0,
        ["hoist"] = false,
        ["position"] = 0,
        ["permissions"] = "2248473465835073",
        ["managed"] = false,
        ["mentionable"] = false,
        ["flags"] = 0,
    };
}
