using StoryBot.Testing.Chat;

namespace StoryBot.Sockets.Tests.Discord;

/// <summary>The suite that every way in passes, for Discord by gateway.</summary>
public sealed class DiscordGatewayConformanceTests : ChatConformance
{
    protected override Task<ChatDriver> StartAsync(ChatSetup setup) => GatewayChatDriver.StartAsync(setup);
}
