using StoryBot.Testing.Chat;

namespace StoryBot.Host.Tests.Chatting;

/// <summary>The suite at the terminal.</summary>
public sealed class TerminalConformanceTests : ChatConformance
{
    protected override Task<ChatDriver> StartAsync(ChatSetup setup) => Task.FromResult<ChatDriver>(new TerminalDriver(setup));
}
