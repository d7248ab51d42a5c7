using Microsoft.Extensions.Options;

namespace StoryBot.Sockets.Slack;

/// <summary>Checks what attributes cannot say.</summary>
internal sealed class SlackSocketOptionsRules : IValidateOptions<SlackSocketOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, SlackSocketOptions options) => options.ApiUrl is { IsAbsoluteUri: true, Scheme: "http" or "https" }
        ? ValidateOptionsResult.Success
        : ValidateOptionsResult.Fail($"Slack:ApiUrl is \"{options.ApiUrl}\"; it must be an http or https address such as https://slack.com/api/.");
}
