using Microsoft.Extensions.Options;

namespace StoryBot.Sockets.Discord;

/// <summary>Checks what attributes cannot say.</summary>
internal sealed class DiscordGatewayOptionsRules : IValidateOptions<DiscordGatewayOptions>
{
    private const int MostShards = 10_000;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DiscordGatewayOptions options)
    {
        var faults = new List<string>();
        if (!(options.ApiUrl.IsAbsoluteUri && options.ApiUrl.Scheme is "http" or "https"))
        {
            faults.Add($"Discord:ApiUrl is \"{options.ApiUrl}\"; it must be an http or https address such as https://discord.com/api/v10/.");
        }

        if (options.ShardCount is < 0 or > MostShards)
        {
            faults.Add($"Discord:ShardCount is {options.ShardCount}; it must be between 0 (as many as Discord advises) and {MostShards}.");
        }
        else if (!string.IsNullOrWhiteSpace(options.Shards) && options.ShardCount == 0)
        {
            faults.Add($"Discord:Shards is \"{options.Shards}\" while Discord:ShardCount is not set; say how many shards there are in all.");
        }
        else if (ShardRange.Parse(options.Shards, options.ShardCount) is null)
        {
            faults.Add($"Discord:Shards is \"{options.Shards}\"; it must be a shard or a range of shards below Discord:ShardCount ({options.ShardCount}), such as 0-{options.ShardCount - 1}.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }
}
