using System.Globalization;
using Discord;
using Discord.WebSocket;

namespace StoryBot.Sockets.Discord;

/// <summary>What the SDK has in its memory of the servers.</summary>
internal sealed class SdkKnowledge(DiscordShardedClient client) : IServerKnowledge
{
    /// <inheritdoc/>
    public string? ParentOf(string channel) => client.GetChannel(Id(channel)) switch
    {
        SocketThreadChannel { ParentChannel: { } parent } => Text(parent.Id),
        // A thread that was told of together with its server does not know its parent, but has its id here.
        SocketThreadChannel { CategoryId: { } parent } => Text(parent),
        _ => null,
    };

    /// <inheritdoc/>
    public bool Manages(string guild, string person) =>
        client.GetGuild(Id(guild))?.GetUser(Id(person)) is IGuildUser member && member.GuildPermissions.ManageGuild;

    private static ulong Id(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;

    private static string Text(ulong id) => id.ToString(CultureInfo.InvariantCulture);
}
