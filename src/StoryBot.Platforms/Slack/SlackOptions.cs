using System.ComponentModel.DataAnnotations;

namespace StoryBot.Platforms.Slack;

/// <summary>The Slack app. Off until one of its keys is set; then the keys of one way in must be complete.</summary>
internal sealed class SlackOptions
{
    /// <summary>The section.</summary>
    public const string Section = "Slack";

    /// <summary>The bot token, <c>xoxb-...</c>, up to 500 characters; a secret. Needed to send, whatever the way in. Default: none.</summary>
    [MaxLength(500)]
    public string? BotToken { get; set; }

    /// <summary>The signing secret, up to 200 characters; a secret. Needed for webhooks. Default: none, and there are no webhooks.</summary>
    [MaxLength(200)]
    public string? SigningSecret { get; set; }

    /// <summary>The app-level token, <c>xapp-...</c>, up to 500 characters; a secret. Needed for Socket Mode. Default: none.</summary>
    [MaxLength(500)]
    public string? AppToken { get; set; }

    /// <summary>The base of the Web API, http or https. Default: Slack's.</summary>
    public Uri ApiUrl { get; set; } = new("https://slack.com/api/");

    /// <summary>Whether events come through a socket. Default: only if <see cref="AppToken"/> is set, which serves nothing else.</summary>
    public bool? SocketMode { get; set; }

    /// <summary>Whether anything is set that only makes sense if Slack is to be used.</summary>
    public bool IsOn => IsSet(BotToken) || IsSet(SigningSecret) || IsSet(AppToken) || SocketMode == true;

    /// <summary>Whether events come through a socket.</summary>
    public bool UsesSocket => SocketMode ?? IsSet(AppToken);

    /// <summary>Whether requests from Slack can be checked, and so are taken.</summary>
    public bool TakesWebhooks => IsSet(SigningSecret);

    /// <summary><see cref="ApiUrl"/> as a base that methods are appended to.</summary>
    public Uri ApiBase => ApiUrl.OriginalString.EndsWith('/') ? ApiUrl : new Uri(ApiUrl.OriginalString + "/");

    /// <summary>Whether a key has a value.</summary>
    public static bool IsSet(string? value) => !string.IsNullOrWhiteSpace(value);
}
