namespace StoryBot.Testing.Discord.Gateway;

/// <summary>The intents that the fake gateway acts on, by their bit.</summary>
[Flags]
public enum GatewayIntent
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Servers, channels and threads.</summary>
    Guilds = 1 << 0,

    /// <summary>Members of servers; privileged.</summary>
    GuildMembers = 1 << 1,

    /// <summary>Presence; privileged.</summary>
    GuildPresences = 1 << 8,

    /// <summary>Messages in servers.</summary>
    GuildMessages = 1 << 9,

    /// <summary>Direct messages.</summary>
    DirectMessages = 1 << 12,

    /// <summary>What messages in servers say; privileged.</summary>
    MessageContent = 1 << 15,

    /// <summary>Those that must be switched on for the application.</summary>
    Privileged = GuildMembers | GuildPresences | MessageContent,
}
