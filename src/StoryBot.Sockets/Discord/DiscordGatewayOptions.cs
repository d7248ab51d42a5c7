using System.ComponentModel.DataAnnotations;

namespace StoryBot.Sockets.Discord;

/// <summary>How the bot connects to Discord's gateway.</summary>
internal sealed class DiscordGatewayOptions
{
    /// <summary>The configuration section; the webhooks' options are in it as well.</summary>
    public const string Section = "Discord";

    /// <summary>The bot's token, a secret: from user secrets, the environment or a file. No default; needed.</summary>
    [Required(ErrorMessage = "Discord:BotToken is missing; take it from the Discord Developer Portal, your application, Bot, Reset Token. Or set Discord:Gateway to false.")]
    public string? BotToken { get; set; }

    /// <summary>The base address of Discord's REST interface, http or https. Default: version 10 of Discord's own.</summary>
    public Uri ApiUrl { get; set; } = new("https://discord.com/api/v10/");

    /// <summary>
    /// How many shards the whole bot has, over all its processes, 0 to 10,000. Default: 0, as many as Discord advises, all of
    /// them in this process.
    /// </summary>
    public int ShardCount { get; set; }

    /// <summary>
    /// Which shards this process has, counted from 0, as a number or a range: <c>0-3</c>. Needs <see cref="ShardCount"/>.
    /// Default: all.
    /// </summary>
    public string? Shards { get; set; }

    /// <summary>The shards of this process; null for all that there are. Only of validated options.</summary>
    public int[]? ShardIds => ShardCount == 0 ? null : [.. ShardRange.Parse(Shards, ShardCount)!];
}
