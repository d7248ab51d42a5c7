using StoryBot.Testing.Chat;

namespace StoryBot.Platforms.Tests.Discord;

/// <summary>The suite that every way in passes, for Discord by webhook.</summary>
public sealed class DiscordWebhookConformanceTests : ChatConformance
{
    protected override Task<ChatDriver> StartAsync(ChatSetup setup) => DiscordWebhookDriver.StartAsync(setup);
}
