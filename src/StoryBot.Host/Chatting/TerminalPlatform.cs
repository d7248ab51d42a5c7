using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Requests;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Host.Chatting;

/// <summary>
/// The terminal as a platform: one person in one direct conversation, through the same inbox and handlers as Discord and Slack.
/// </summary>
internal static class TerminalPlatform
{
    /// <summary>Its name.</summary>
    public static readonly PlatformId Id = new("terminal");

    /// <summary>What limits a platform that others share does not limit a person at their own terminal.</summary>
    public static IReadOnlyDictionary<string, string?> Settings { get; } = new Dictionary<string, string?>
    {
        [$"{ChatOptions.Section}:{nameof(ChatOptions.PersonPerMinute)}"] = "1000000",
        [$"{ChatOptions.Section}:{nameof(ChatOptions.ChannelPerMinute)}"] = "1000000",
        [$"{ChatOptions.Section}:{nameof(ChatOptions.DirectMessages)}"] = "true",
        // A conversation at the terminal ends before anything is due.
        [$"{DigestOptions.Section}:{nameof(DigestOptions.Enabled)}"] = "false",
    };

    /// <summary>Adds the terminal. It needs the chat layer, and stories.</summary>
    /// <param name="services">Where it is added.</param>
    /// <param name="terminal">Where it reads and writes.</param>
    /// <param name="scope">What the person may see.</param>
    public static IServiceCollection AddTerminal(this IServiceCollection services, Terminal terminal, ReaderScope scope)
    {
        services.AddSingleton(terminal);
        services.AddSingleton<IReaderScopes>(new TerminalScopes(scope, terminal.Clock));
        services.AddSingleton<TerminalSender>();
        services.AddSingleton<IChatSender>(provider => provider.GetRequiredService<TerminalSender>());
        services.AddSingleton<ChatLoop>();
        return services;
    }

    /// <summary>Adds stories that are opened when they are turned to.</summary>
    public static IServiceCollection AddTerminalStories(this IServiceCollection services)
    {
        services.AddSingleton<TerminalStories>();
        services.AddSingleton<IStories>(provider => provider.GetRequiredService<TerminalStories>());
        return services;
    }

    private sealed class TerminalScopes(ReaderScope scope, TimeProvider clock) : IReaderScopes
    {
        public ReaderScope For(ConversationKey conversation) => scope with { Now = clock.GetUtcNow() };
    }
}
