using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StoryBot.Sockets.Slack;

namespace StoryBot.Sockets.Tests.Slack;

public sealed class SlackSocketOptionsTests
{
    [Fact]
    public void Options_ByDefault_HoldTwoSocketsToSlack()
    {
        var options = Read([]);

        Assert.Equal(new Uri("https://slack.com/api/"), options.ApiUrl);
        Assert.Equal(2, options.SocketCount);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("10")]
    public void SocketCount_AtItsBounds_IsAccepted(string count)
    {
        Assert.Equal(int.Parse(count), Read(new() { ["SocketCount"] = count }).SocketCount);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("11")]
    public void SocketCount_BeyondItsBounds_IsAFault(string count)
    {
        Assert.Contains($"Slack:SocketCount is {count}; it must be between 1 and 10", Fault(new() { ["SocketCount"] = count }), StringComparison.Ordinal);
    }

    [Fact]
    public void AppToken_Missing_IsAFaultThatSaysWhereItIs()
    {
        Assert.Contains("connections:write", Fault(new() { ["AppToken"] = "" }), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ftp://host/")]
    [InlineData("slack")]
    public void ApiUrl_NotHttp_IsAFaultThatShowsIt(string address)
    {
        Assert.Contains($"Slack:ApiUrl is \"{address}\"", Fault(new() { ["ApiUrl"] = address }), StringComparison.Ordinal);
    }

    private static string Fault(Dictionary<string, string?> values) => Assert.Throws<OptionsValidationException>(() => Read(values)).Message;

    private static SlackSocketOptions Read(Dictionary<string, string?> values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Slack:AppToken", (string?)"xapp-token")])
            .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create($"Slack:{pair.Key}", pair.Value)))
            .Build();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration);
        new SlackSocketModule().AddTo(services);
        using var provider = services.BuildServiceProvider();
        return provider.GetRequiredService<IOptions<SlackSocketOptions>>().Value;
    }
}
