using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;
using StoryBot.Platforms.Discord;

namespace StoryBot.Platforms.Tests.Discord;

public sealed class DiscordOptionsTests
{
    private const string Key = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

    [Fact]
    public void Options_ByDefault_AreOff()
    {
        var options = Read([]);

        Assert.False(options.IsOn);
        Assert.False(options.TakesWebhooks);
        Assert.False(options.Gateway);
        Assert.Equal("https://discord.com/api/v10/", options.ApiUrl.ToString());
        Assert.Equal(TimeSpan.FromMinutes(15), options.SignatureLifetime);
        Assert.Equal(TimeSpan.FromSeconds(15), options.RequestTimeout);
    }

    [Fact]
    public void Discord_WithoutKeys_HasNoSender()
    {
        Assert.Empty(Provider([]).GetServices<IChatSender>());
    }

    [Fact]
    public void Options_WithAllKeys_AreOn()
    {
        var options = Read(new() { ["ApplicationId"] = "1", ["PublicKey"] = Key, ["BotToken"] = "sesame" });

        Assert.True(options.IsOn);
        Assert.True(options.TakesWebhooks);
    }

    [Theory]
    [InlineData("ApplicationId")]
    [InlineData("PublicKey")]
    [InlineData("BotToken")]
    public void Key_Missing_IsAFaultThatNamesItAndShowsNoSecret(string missing)
    {
        var values = new Dictionary<string, string?> { ["ApplicationId"] = "1", ["PublicKey"] = Key, ["BotToken"] = "sesame" };
        values.Remove(missing);

        var fault = Fault(values);

        Assert.Contains($"Discord:{missing} is missing", fault, StringComparison.Ordinal);
        Assert.DoesNotContain("sesame", fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Gateway_Alone_NeedsNoPublicKey()
    {
        Assert.False(Read(new() { ["ApplicationId"] = "1", ["BotToken"] = "sesame", ["Gateway"] = "true" }).TakesWebhooks);
    }

    [Theory]
    [InlineData("ApplicationId", "my-app", "digits")]
    [InlineData("PublicKey", "0011", "64 hexadecimal digits")]
    [InlineData("ApiUrl", "https://discord.com/api/v10", "ends in a slash")]
    [InlineData("ApiUrl", "ftp://discord.com/", "http or https")]
    [InlineData("SignatureLifetime", "00:00:59", "between 00:01:00 and 01:00:00")]
    [InlineData("SignatureLifetime", "01:00:01", "between 00:01:00 and 01:00:00")]
    [InlineData("RequestTimeout", "00:00:00.5", "between 00:00:01 and 00:01:00")]
    [InlineData("RequestTimeout", "00:01:01", "between 00:00:01 and 00:01:00")]
    public void Value_BeyondItsBounds_IsAFaultThatSaysThem(string key, string value, string bounds)
    {
        var values = new Dictionary<string, string?> { ["ApplicationId"] = "1", ["PublicKey"] = Key, ["BotToken"] = "sesame", [key] = value };

        Assert.Contains(bounds, Fault(values), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SignatureLifetime", "00:01:00")]
    [InlineData("SignatureLifetime", "01:00:00")]
    [InlineData("RequestTimeout", "00:00:01")]
    [InlineData("RequestTimeout", "00:01:00")]
    public void Value_AtItsBounds_IsAccepted(string key, string value)
    {
        Assert.True(Read(new() { ["ApplicationId"] = "1", ["PublicKey"] = Key, ["BotToken"] = "sesame", [key] = value }).IsOn);
    }

    private static string Fault(Dictionary<string, string?> values) => Assert.Throws<OptionsValidationException>(() => Read(values)).Message;

    private static DiscordOptions Read(Dictionary<string, string?> values) => Provider(values).GetRequiredService<IOptions<DiscordOptions>>().Value;

    private static ServiceProvider Provider(Dictionary<string, string?> values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create($"{DiscordOptions.Section}:{pair.Key}", pair.Value)))
            .Build();
        return new ServiceCollection().AddDiscord(configuration).BuildServiceProvider();
    }
}
