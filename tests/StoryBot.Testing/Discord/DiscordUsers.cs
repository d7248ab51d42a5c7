using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord;

/// <summary>Users as Discord writes them.</summary>
public static class DiscordUsers
{
    /// <summary>A person.</summary>
    public static JsonObject Person(string id) => new()
    {
        ["id"] = id,
        ["username"] = $"person{id}",
        ["avatar"] = null,
        ["discriminator"] = "0",
        ["public_flags"] = 0,
        ["flags"] = 0,
        ["global_name"] = null,
        ["primary_guild"] = null,
    };

    /// <summary>The bot.</summary>
    public static JsonObject Bot(string id)
    {
        var bot = Person(id);
        bot["username"] = "StoryBot";
        bot["bot"] = true;
        return bot;
    }
}
