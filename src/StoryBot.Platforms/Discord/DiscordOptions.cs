using System.ComponentModel.DataAnnotations;

namespace StoryBot.Platforms.Discord;

/// <summary>
/// The connection to Discord. Off while none of <see cref="ApplicationId"/>, <see cref="PublicKey"/> and <see cref="BotToken"/>
/// is given and <see cref="Gateway"/> is not asked for; then all are needed, but the public key where the gateway is the only way in.
/// </summary>
public sealed class DiscordOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Discord";

    /// <summary>Discord's interface, version 10.</summary>
    public static readonly Uri DefaultApiUrl = new("https://discord.com/api/v10/");

    /// <summary>The application's id, digits: Developer Portal, General Information. Default: none.</summary>
    [RegularExpression("^[0-9]{1,20}$", ErrorMessage = "Discord:ApplicationId must be digits: the Application ID under General Information in the Developer Portal.")]
    public string? ApplicationId { get; set; }

    /// <summary>The key that Discord signs with, 64 hexadecimal digits: the same page. Not a secret. Default: none.</summary>
    [RegularExpression("^[0-9a-fA-F]{64}$", ErrorMessage = "Discord:PublicKey must be 64 hexadecimal digits: the Public Key under General Information in the Developer Portal.")]
    public string? PublicKey { get; set; }

    /// <summary>The bot's token, a secret: Developer Portal, Bot, Reset Token. Default: none.</summary>
    public string? BotToken { get; set; }

    /// <summary>The base of Discord's interface, http or https, ending in a slash. Default: <c>https://discord.com/api/v10/</c>.</summary>
    public Uri ApiUrl { get; set; } = DefaultApiUrl;

    /// <summary>Whether to connect out to the gateway, which also brings direct messages and mentions. Needs a build with sockets. Default: no.</summary>
    public bool Gateway { get; set; }

    /// <summary>
    /// How old a signed request may be, and how far ahead of this machine's clock, 1 to 60 minutes. Default: 15 minutes, after
    /// which Discord takes no answer any more; a replay that is younger is known by its id.
    /// </summary>
    [Range(typeof(TimeSpan), "00:01:00", "01:00:00", ErrorMessage = "Discord:SignatureLifetime must be between 00:01:00 and 01:00:00.")]
    public TimeSpan SignatureLifetime { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long one call to Discord may take, 1 to 60 seconds. Default: 15 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:01:00", ErrorMessage = "Discord:RequestTimeout must be between 00:00:01 and 00:01:00.")]
    public TimeSpan RequestTimeout { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>Whether the platform is wanted: one of its keys is there, or its gateway is.</summary>
    public bool IsOn => Gateway || Has(ApplicationId) || Has(PublicKey) || Has(BotToken);

    /// <summary>Whether interactions may come by webhook.</summary>
    public bool TakesWebhooks => Has(PublicKey);

    private static bool Has(string? value) => !string.IsNullOrWhiteSpace(value);
}
