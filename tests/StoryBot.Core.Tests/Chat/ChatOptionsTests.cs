using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;

namespace StoryBot.Core.Tests.Chat;

public sealed class ChatOptionsTests
{
    [Fact]
    public void Defaults_AreValidAndAsDocumented()
    {
        var options = Read();

        Assert.Equal(TimeSpan.FromSeconds(30), options.Timeout);
        Assert.Equal(TimeSpan.FromMilliseconds(300), options.ShowWorkingAfter);
        Assert.Equal((10_000, 256, 2_000), (options.QueueCapacity, options.Workers, options.QuestionLength));
        Assert.Equal((30, 120), (options.PersonPerMinute, options.ChannelPerMinute));
        Assert.Equal((TimeSpan.FromHours(12), 10_000), (options.ConversationLifetime, options.ConversationCount));
        Assert.Equal((TimeSpan.FromHours(24), 10_000), (options.AnswerLifetime, options.AnswerCount));
        Assert.True(options.DirectMessages);
        Assert.Empty(options.Workspaces.Concat(options.Channels).Concat(options.Admins).Concat(options.AdminRoles).Concat(options.ClearedChannels));
        Assert.Empty(options.Stories);
    }

    [Fact]
    public void Lists_InConfiguration_AreRead()
    {
        var options = Read("Channels:0", "C1", "Channels:1", "C2", "ClearedChannels:0", "C2", "Admins:0", "U1", "AdminRoles:0", "R1", "Workspaces:0", "T1", "Stories:C1", "harbour");

        Assert.Equal(["C1", "C2"], options.Channels);
        Assert.Equal(["C2", "U1", "R1", "T1"], [.. options.ClearedChannels, .. options.Admins, .. options.AdminRoles, .. options.Workspaces]);
        Assert.Equal("harbour", options.Stories["C1"]);
    }

    [Theory]
    [InlineData("Timeout", "00:00:01", "00:10:00", "00:00:00.9", "00:10:01")]
    [InlineData("ShowWorkingAfter", "00:00:00", "00:00:10", "-00:00:01", "00:00:11")]
    [InlineData("QueueCapacity", "256", "1000000", "9", "1000001")]
    [InlineData("Workers", "1", "10000", "0", "10001")]
    [InlineData("QuestionLength", "50", "2000", "49", "2001")]
    [InlineData("PersonPerMinute", "1", "120", "0", "1000001")]
    [InlineData("ChannelPerMinute", "30", "1000000", "0", "1000001")]
    [InlineData("ConversationLifetime", "00:01:00", "30.00:00:00", "00:00:59", "31.00:00:00")]
    [InlineData("ConversationCount", "10", "1000000", "9", "1000001")]
    [InlineData("AnswerLifetime", "00:01:00", "30.00:00:00", "00:00:59", "31.00:00:00")]
    [InlineData("AnswerCount", "10", "1000000", "9", "1000001")]
    public void Value_OutsideItsBounds_IsAFaultThatNamesTheKey(string key, string least, string most, string below, string above)
    {
        Assert.NotNull(Read(key, least));
        Assert.NotNull(Read(key, most));
        Assert.Contains($"ChatOptions.{key} must be between", Fault(key, below), StringComparison.Ordinal);
        Assert.Contains($"ChatOptions.{key} must be between", Fault(key, above), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Chat:ShowWorkingAfter is 00:00:05", "ShowWorkingAfter", "00:00:05", "Timeout", "00:00:05")]
    [InlineData("Chat:PersonPerMinute is 200", "PersonPerMinute", "200")]
    [InlineData("Chat:Workers is 256", "QueueCapacity", "100")]
    [InlineData("Chat:Channels has an empty entry", "Channels:0", " ")]
    [InlineData("Chat:Stories has an empty entry", "Stories:C1", "")]
    [InlineData("Chat:ClearedChannels names C9", "ClearedChannels:0", "C9", "Channels:0", "C1")]
    public void Values_ThatContradictEachOther_AreAFault(string message, params string[] values) =>
        Assert.Contains(message, Fault(values), StringComparison.Ordinal);

    [Fact]
    public void Faults_Several_AreAllNamed()
    {
        var fault = Fault("PersonPerMinute", "500", "Admins:0", " ");

        Assert.Contains("Chat:PersonPerMinute", fault, StringComparison.Ordinal);
        Assert.Contains("Chat:Admins", fault, StringComparison.Ordinal);
    }

    private static string Fault(params string[] values) => Assert.Throws<OptionsValidationException>(() => Read(values)).Message;

    private static ChatOptions Read(params string[] values)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values.Chunk(2).Select(pair => KeyValuePair.Create("Chat:" + pair[0], (string?)pair[1]))).Build();
        using var provider = new ServiceCollection().AddChat(configuration).BuildServiceProvider();
        return provider.GetRequiredService<IOptions<ChatOptions>>().Value;
    }
}
