using Microsoft.Extensions.Options;

namespace StoryBot.Platforms.Discord;

/// <summary>Checks the values against each other: a platform that is half configured is a mistake, not a platform that is off.</summary>
internal sealed class DiscordOptionsRules : IValidateOptions<DiscordOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        var faults = new List<string>();
        if (options.IsOn)
        {
            Require(faults, nameof(options.ApplicationId), options.ApplicationId, "the Application ID under General Information");
            Require(faults, nameof(options.BotToken), options.BotToken, "the token under Bot, Reset Token");
            if (!options.Gateway)
            {
                Require(faults, nameof(options.PublicKey), options.PublicKey, "the Public Key under General Information");
            }
        }

        if (options.ApiUrl is not { IsAbsoluteUri: true, Scheme: "http" or "https" } || !options.ApiUrl.AbsolutePath.EndsWith('/'))
        {
            faults.Add($"Discord:ApiUrl is \"{options.ApiUrl}\"; it must be an http or https address that ends in a slash, such as {DiscordOptions.DefaultApiUrl}.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private static void Require(List<string> faults, string key, string? value, string where)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            faults.Add($"Discord:{key} is missing while other Discord keys are set: it is {where} in the Developer Portal. Set it, or remove the others to run without Discord.");
        }
    }
}
