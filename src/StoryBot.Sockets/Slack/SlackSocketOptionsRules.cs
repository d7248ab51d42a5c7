using Microsoft.Extensions.Options;

namespace StoryBot.Sockets.Slack;

/// <summary>Checks what attributes cannot say.</summary>
internal sealed class SlackSocketOptionsRules : IValidateOptions<SlackSocketOptions>
{
    // Of an app, over all its processes.
    private const int MostSockets = 10;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SlackSocketOptions options)
    {
        var faults = new List<string>();
        if (options.ApiUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https" })
        {
            faults.Add($"Slack:ApiUrl is \"{options.ApiUrl}\"; it must be an http or https address such as https://slack.com/api/.");
        }

        if (options.SocketCount is < 1 or > MostSockets)
        {
            faults.Add($"Slack:SocketCount is {options.SocketCount}; it must be between 1 and {MostSockets}, the most that Slack allows over all processes.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
