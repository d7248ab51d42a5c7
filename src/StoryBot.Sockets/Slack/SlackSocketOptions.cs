using System.ComponentModel.DataAnnotations;

namespace StoryBot.Sockets.Slack;

/// <summary>How the bot connects to Slack's Socket Mode.</summary>
internal sealed class SlackSocketOptions
{
    /// <summary>The configuration section; the webhooks' options are in it as well.</summary>
    public const string Section = "Slack";

    /// <summary>The app-level token, <c>xapp-...</c>, a secret: from user secrets, the environment or a file. No default; needed.</summary>
    [Required(ErrorMessage = "Slack:AppToken is missing; it begins with xapp- and is in the app's settings under \"Basic Information\", \"App-Level Tokens\", with the scope connections:write. Or set Slack:SocketMode to false.")]
    public string? AppToken { get; set; }

    /// <summary>The base of the Web API, http or https. Default: Slack's.</summary>
    public Uri ApiUrl { get; set; } = new("https://slack.com/api/");

    /// <summary>
    /// How many sockets this process holds, 1 to 10: Slack allows ten in all, over all processes. Default: 2, so that one stays
    /// while the other is renewed.
    /// </summary>
    public int SocketCount { get; set; } = 2;
}
