using StoryBot.Testing.Chat;

namespace StoryBot.Sockets.Tests.Slack;

/// <summary>The suite that every way in passes, for Slack by Socket Mode.</summary>
public sealed class SlackSocketConformanceTests : ChatConformance
{
    protected override Task<ChatDriver> StartAsync(ChatSetup setup) => SocketChatDriver.StartAsync(setup);
}
