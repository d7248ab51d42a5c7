using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StoryBot.Core.Chat;
using StoryBot.Host.Serving;
using StoryBot.Host.Tests.Serving;

[assembly: PlatformModule(typeof(SocketModulesTests.GatewayModule))]

namespace StoryBot.Host.Tests.Serving;

public sealed class SocketModulesTests
{
    [Fact]
    public void Modules_OfAnAssembly_AreFoundByTheirAttribute()
    {
        var module = Assert.Single(SocketModules.Find(typeof(SocketModulesTests).Assembly.GetName().Name!));

        Assert.IsType<GatewayModule>(module);
    }

    [Fact]
    public void Modules_OfAnAbsentAssembly_AreNone()
    {
        Assert.Empty(SocketModules.Find("StoryBot.NotThere"));
    }

    [Fact]
    public void Module_SwitchedOn_IsAdded()
    {
        var services = new ServiceCollection().AddSockets(Configuration(("Discord:Gateway", "true")), [new GatewayModule()]);

        Assert.Contains(services, service => service.ServiceType == typeof(GatewayModule));
    }

    [Theory]
    [InlineData("Discord:Gateway", "false")]
    [InlineData("Discord:BotToken", "token")]
    [InlineData("Slack:SigningSecret", "secret")]
    public void Module_NotAskedFor_IsNotAdded(string key, string value)
    {
        Assert.Empty(new ServiceCollection().AddSockets(Configuration((key, value)), [new GatewayModule()]));
    }

    [Theory]
    [InlineData("Discord:Gateway", "true", "POST /discord/interactions")]
    [InlineData("Slack:SocketMode", "true", "POST /slack/events")]
    [InlineData("Slack:AppToken", "xapp-1", "POST /slack/events")]
    public void Socket_AskedForInABuildWithout_IsAMistakeThatNamesBothWays(string key, string value, string webhook)
    {
        var mistake = Assert.Throws<UserMistake>(() => new ServiceCollection().AddSockets(Configuration((key, value)), []));

        Assert.StartsWith(key, mistake.Message, StringComparison.Ordinal);
        Assert.Contains("-c Release or -p:Sockets=true", mistake.Message, StringComparison.Ordinal);
        Assert.Contains(webhook, mistake.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("xapp-1", mistake.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SlackToken_WithSocketModeOff_AsksForNothing()
    {
        var configuration = Configuration(("Slack:AppToken", "xapp-1"), ("Slack:SocketMode", "false"));

        Assert.Empty(new ServiceCollection().AddSockets(configuration, []));
    }

    private static IConfiguration Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build();

    public sealed class GatewayModule : IPlatformModule
    {
        public string Switch => "Discord:Gateway";

        public void AddTo(IServiceCollection services) => services.AddSingleton(this);
    }
}
