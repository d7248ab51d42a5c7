using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StoryBot.Platforms.Slack;

namespace StoryBot.Platforms.Tests.Slack;

public sealed class SlackOptionsTests
{
    private const string Bot = "xoxb-1-2-abc";
    private const string App = "xapp-1-A-2-abc";
    private const string Secret = "8f742231b10e4c1fabcd9987ef6543ab";

    [Fact]
    public void Options_WithoutKeys_AreOffAndFine()
    {
        var options = Read([]);

        Assert.False(options.IsOn);
        Assert.Equal(new Uri("https://slack.com/api/"), options.ApiUrl);
    }

    [Theory]
    [InlineData("https://slack.test/api", "https://slack.test/api/")]
    [InlineData("http://127.0.0.1:9/api/", "http://127.0.0.1:9/api/")]
    public void ApiUrl_WithOrWithoutSlash_IsABase(string given, string expected)
    {
        var options = Read([("BotToken", Bot), ("SigningSecret", Secret), ("ApiUrl", given)]);

        Assert.Equal(new Uri(expected), options.ApiBase);
    }

    [Fact]
    public void Options_WithTheKeysOfWebhooks_TakeWebhooks()
    {
        var options = Read([("BotToken", Bot), ("SigningSecret", Secret)]);

        Assert.True(options.TakesWebhooks);
        Assert.False(options.UsesSocket);
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("true", true)]
    public void Options_WithTheKeysOfASocket_UseIt(string? mode, bool uses)
    {
        var options = Read([("BotToken", Bot), ("AppToken", App), ("SocketMode", mode)]);

        Assert.Equal(uses, options.UsesSocket);
        Assert.False(options.TakesWebhooks);
    }

    [Theory]
    [InlineData("SigningSecret", Secret, "Slack:BotToken is missing")]
    [InlineData("BotToken", Bot, "Slack:SigningSecret is missing")]
    [InlineData("AppToken", App, "Slack:BotToken is missing")]
    [InlineData("SocketMode", "true", "Slack:AppToken is missing")]
    public void Options_HalfConfigured_NameTheMissingKey(string key, string value, string expected)
    {
        Assert.Contains(Faults([(key, value)]), fault => fault.Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("BotToken", App, "Slack:BotToken holds an app-level token")]
    [InlineData("BotToken", "xoxp-1-2", "Slack:BotToken holds a user token")]
    [InlineData("BotToken", Secret, "Slack:BotToken holds a signing secret")]
    [InlineData("BotToken", "xoxb-1-2\n", "Slack:BotToken holds white space")]
    [InlineData("SigningSecret", Bot, "Slack:SigningSecret holds a bot token")]
    [InlineData("AppToken", Bot, "Slack:AppToken holds a bot token")]
    [InlineData("ApiUrl", "ftp://slack.test/", "Slack:ApiUrl is \"ftp://slack.test/\"")]
    public void Options_WithAWrongValue_SayWhatItIsAndWhereTheRightOneIs(string key, string value, string expected)
    {
        var all = new Dictionary<string, string?> { ["BotToken"] = Bot, ["SigningSecret"] = Secret, ["AppToken"] = App, [key] = value };

        var fault = Assert.Single(Faults([.. all.Select(pair => (pair.Key, pair.Value))]));

        Assert.Contains(expected, fault, StringComparison.Ordinal);
        Assert.False(value != Secret && key != "ApiUrl" && fault.Contains(value.Trim(), StringComparison.Ordinal), "a fault must not repeat a secret");
    }

    [Theory]
    [InlineData("BotToken", 501)]
    [InlineData("SigningSecret", 201)]
    [InlineData("AppToken", 501)]
    public void Key_LongerThanAnyKeyIs_IsAFault(string key, int length)
    {
        var all = new Dictionary<string, string?> { ["BotToken"] = Bot, ["SigningSecret"] = Secret, [key] = new('x', length) };

        Assert.Contains(Faults([.. all.Select(pair => (pair.Key, pair.Value))]), fault => fault.Contains(key, StringComparison.Ordinal));
    }

    private static string[] Faults((string Key, string? Value)[] settings) => [.. Assert.Throws<OptionsValidationException>(() => Read(settings)).Failures];

    private static SlackOptions Read((string Key, string? Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(pair => $"Slack:{pair.Key}", pair => pair.Value)).Build();
        using var services = new ServiceCollection().AddSlack(configuration).BuildServiceProvider();
        return services.GetRequiredService<IOptions<SlackOptions>>().Value;
    }
}
