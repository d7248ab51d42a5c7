using StoryBot.Testing.Chat;

namespace StoryBot.Platforms.Tests.Slack;

/// <summary>What every way in does alike, by Slack's webhooks.</summary>
public sealed class SlackConformanceTests : ChatConformance
{
    protected override Task<ChatDriver> StartAsync(ChatSetup setup) => SlackDriver.StartAsync(setup);
}
