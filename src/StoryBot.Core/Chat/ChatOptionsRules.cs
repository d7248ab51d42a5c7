using Microsoft.Extensions.Options;

namespace StoryBot.Core.Chat;

/// <summary>Checks the values against each other.</summary>
internal sealed class ChatOptionsRules : IValidateOptions<ChatOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, ChatOptions options)
    {
        var faults = new List<string>();
        if (options.ShowWorkingAfter >= options.Timeout)
        {
            faults.Add($"Chat:ShowWorkingAfter is {options.ShowWorkingAfter}, which is not before Chat:Timeout ({options.Timeout}); shorten the one or lengthen the other.");
        }

        if (options.PersonPerMinute > options.ChannelPerMinute)
        {
            faults.Add($"Chat:PersonPerMinute is {options.PersonPerMinute}, more than a whole channel may ask (Chat:ChannelPerMinute is {options.ChannelPerMinute}); raise the one or lower the other.");
        }

        if (options.Workers > options.QueueCapacity)
        {
            faults.Add($"Chat:Workers is {options.Workers}, more than Chat:QueueCapacity ({options.QueueCapacity}) can hold; raise the one or lower the other.");
        }

        AddBlank(nameof(options.Workspaces), options.Workspaces);
        AddBlank(nameof(options.Channels), options.Channels);
        AddBlank(nameof(options.Admins), options.Admins);
        AddBlank(nameof(options.AdminRoles), options.AdminRoles);
        AddBlank(nameof(options.ClearedChannels), options.ClearedChannels);
        AddBlank(nameof(options.Stories), options.Stories.Values);
        foreach (var channel in options.ClearedChannels.Where(channel => options.Channels.Count > 0 && !options.Channels.Contains(channel)))
        {
            faults.Add($"Chat:ClearedChannels names {channel}, in which the bot does not answer; add it to Chat:Channels or remove it.");
        }

        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);

        void AddBlank(string key, IEnumerable<string> values)
        {
            if (values.Any(string.IsNullOrWhiteSpace))
            {
                faults.Add($"Chat:{key} has an empty entry; give an id or remove it.");
            }
        }
    }
}
