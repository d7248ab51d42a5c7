using Microsoft.Extensions.Options;

namespace StoryBot.Platforms.Slack;

/// <summary>Finds keys that are missing, swapped or broken, and says for each where Slack shows the right one. Never repeats a secret.</summary>
internal sealed class SlackOptionsRules : IValidateOptions<SlackOptions>
{
    private const string WhereBotToken = "the bot token begins with xoxb- and is in the app's settings under \"OAuth & Permissions\"";
    private const string WhereAppToken = "the app-level token begins with xapp- and is in the app's settings under \"Basic Information\", \"App-Level Tokens\", with the scope connections:write";
    private const string WhereSecret = "the signing secret is in the app's settings under \"Basic Information\", \"App Credentials\"";

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        if (!options.IsOn)
        {
            return ValidateOptionsResult.Success;
        }

        var faults = Swapped(options).Concat(Missing(options)).ToList();
        if (options.ApiUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            faults.Add($"Slack:ApiUrl is \"{options.ApiUrl}\"; it must be an http or https address such as https://slack.com/api/, or be left out.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static IEnumerable<string> Swapped(SlackOptions options)
    {
        if (Kind(options.BotToken) is { } botToken and not "a bot token")
        {
            yield return $"Slack:BotToken holds {botToken}; {WhereBotToken}.";
        }

        if (Kind(options.AppToken) is { } appToken and not "an app-level token")
        {
            yield return $"Slack:AppToken holds {appToken}; {WhereAppToken}.";
        }

        if (Kind(options.SigningSecret) is { } secret and not "a signing secret")
        {
            yield return $"Slack:SigningSecret holds {secret}; {WhereSecret}.";
        }
    }

    private static IEnumerable<string> Missing(SlackOptions options)
    {
        if (!SlackOptions.IsSet(options.BotToken))
        {
            yield return $"Slack:BotToken is missing while another Slack key is set; {WhereBotToken}. Remove the others to run without Slack.";
        }

        if (options.UsesSocket && !SlackOptions.IsSet(options.AppToken))
        {
            yield return $"Slack:AppToken is missing while Slack:SocketMode is true; {WhereAppToken}. Or remove Slack:SocketMode and set Slack:SigningSecret to take webhooks.";
        }

        if (!options.UsesSocket && !SlackOptions.IsSet(options.SigningSecret))
        {
            yield return $"Slack:SigningSecret is missing, and without it no request from Slack can be trusted; {WhereSecret}. Or set Slack:AppToken to connect by Socket Mode.";
        }
    }

    // What a value is by its look; null where it is not set or could be anything.
    private static string? Kind(string? value) => value switch
    {
        _ when !SlackOptions.IsSet(value) => null,
        _ when value!.Any(letter => char.IsWhiteSpace(letter) || char.IsControl(letter) || letter > '~') => "white space or characters that no key has, perhaps from copying",
        _ when value!.StartsWith("xoxb-", StringComparison.Ordinal) || value.StartsWith("xoxe.xoxb-", StringComparison.Ordinal) => "a bot token",
        _ when value!.StartsWith("xapp-", StringComparison.Ordinal) => "an app-level token",
        _ when value!.StartsWith("xoxp-", StringComparison.Ordinal) || value.StartsWith("xoxe.xoxp-", StringComparison.Ordinal) => "a user token",
        _ when value!.StartsWith("xoxe-", StringComparison.Ordinal) => "a refresh token",
        _ when value!.StartsWith("xox", StringComparison.Ordinal) => "a token of another kind",
        _ when value is { Length: 32 } && value.All(char.IsAsciiHexDigit) => "a signing secret",
        _ => null,
    };
}
