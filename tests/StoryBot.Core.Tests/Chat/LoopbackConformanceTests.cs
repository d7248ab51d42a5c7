using StoryBot.Testing.Chat;

namespace StoryBot.Core.Tests.Chat;

/// <summary>The suite without any platform: what fails here fails everywhere.</summary>
public sealed class LoopbackConformanceTests : ChatConformance
{
    protected override Task<ChatDriver> StartAsync(ChatSetup setup) => Task.FromResult<ChatDriver>(new LoopbackDriver(setup));
}
