using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StoryBot.Sockets.Discord;

namespace StoryBot.Sockets.Tests.Discord;

public sealed class DiscordGatewayOptionsTests
{
    [Fact]
    public void Options_ByDefault_ConnectAllShardsToDiscord()
    {
        var options = Read([]);

        Assert.Equal(new Uri("https://discord.com/api/v10/"), options.ApiUrl);
        Assert.Equal(0, options.ShardCount);
        Assert.Null(options.ShardIds);
    }

    [Theory]
    [InlineData("", new[] { 0, 1, 2, 3 })]
    [InlineData("2", new[] { 2 })]
    [InlineData("0-3", new[] { 0, 1, 2, 3 })]
    [InlineData(" 1 - 2 ", new[] { 1, 2 })]
    public void Shards_WithinTheCount_AreRead(string shards, int[] expected)
    {
        Assert.Equal(expected, Read(new() { ["ShardCount"] = "4", ["Shards"] = shards }).ShardIds);
    }

    [Theory]
    [InlineData("4")]
    [InlineData("2-1")]
    [InlineData("0-1-2")]
    [InlineData("all")]
    [InlineData("-1")]
    public void Shards_ThatAreNone_AreAFaultThatShowsThem(string shards)
    {
        Assert.Contains($"Discord:Shards is \"{shards}\"", Fault(new() { ["ShardCount"] = "4", ["Shards"] = shards }), StringComparison.Ordinal);
    }

    [Fact]
    public void Shards_WithoutTheCount_AreAFault()
    {
        Assert.Contains("Discord:ShardCount is not set", Fault(new() { ["Shards"] = "0-1" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("10001")]
    public void ShardCount_BeyondItsBounds_IsAFault(string count)
    {
        Assert.Contains($"Discord:ShardCount is {count}; it must be between 0", Fault(new() { ["ShardCount"] = count }), StringComparison.Ordinal);
    }

    [Fact]
    public void BotToken_Missing_IsAFaultThatSaysWhereItIs()
    {
        Assert.Contains("Discord:BotToken is missing", Fault(new() { ["BotToken"] = "" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://host/")]
    [InlineData("discord")]
    public void ApiUrl_NotHttp_IsAFaultThatShowsIt(string address)
    {
        Assert.Contains($"Discord:ApiUrl is \"{address}\"", Fault(new() { ["ApiUrl"] = address }), StringComparison.Ordinal);
    }

    private static string Fault(Dictionary<string, string?> values) => Assert.Throws<OptionsValidationException>(() => Read(values)).Message;

    private static DiscordGatewayOptions Read(Dictionary<string, string?> values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Discord:BotToken", (string?)"token")])
            .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create($"Discord:{pair.Key}", pair.Value)))
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        new DiscordGatewayModule().AddTo(services);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<DiscordGatewayOptions>>().Value;
    }
}
