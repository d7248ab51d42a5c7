using System.Globalization;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StoryBot.Platforms.Slack;
using StoryBot.Testing.Slack;
using static StoryBot.Platforms.Tests.Slack.SlackBot;

namespace StoryBot.Platforms.Tests.Slack;

public sealed class SlackWebhookSafetyTests
{
    public static TheoryData<string, string> Paths => new()
    {
        { "slack/events", "application/json" },
        { "slack/commands", "application/x-www-form-urlencoded" },
        { "slack/interactivity", "application/x-www-form-urlencoded" },
    };

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Request_WithAForgedSignature_IsTurnedAway(string path, string type)
    {
        await using var bot = await StartAsync();

        using var response = await bot.Slack.Requests.SendAsync(path, Body, type, signature: "v0=" + new string('a', 64));

        await AssertTurnedAwayAsync(bot, response);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Request_WithoutASignature_IsTurnedAway(string path, string type)
    {
        await using var bot = await StartAsync();

        using var response = await bot.Slack.Requests.SendAsync(path, Body, type, signature: string.Empty);

        await AssertTurnedAwayAsync(bot, response);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Request_WithATruncatedBody_IsTurnedAway(string path, string type)
    {
        await using var bot = await StartAsync();
        var now = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        using var response = await bot.Slack.Requests.SendAsync(path, Body[..^3], type, now, SlackRequests.Sign(bot.Slack.SigningSecret, now, Body));

        await AssertTurnedAwayAsync(bot, response);
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public async Task Request_ReplayedLaterOrOfAWrongClock_IsTurnedAwayWithItsReason(int seconds)
    {
        var clock = new FakeTimeProvider(DateTimeOffset.FromUnixTimeSeconds(1_738_000_000));
        await using var bot = await StartAsync(clock);
        var then = clock.GetUtcNow().AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);

        using var response = await bot.Slack.Requests.SendAsync("slack/events", Body, "application/json", then);

        await AssertTurnedAwayAsync(bot, response);
        Assert.Contains("clock", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Request_LongerThanSlackSends_IsNotRead(string path, string type)
    {
        await using var bot = await StartAsync();

        using var response = await bot.Slack.Requests.SendAsync(path, new byte[SlackRequestReader.LongestBody + 1], type);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("slack/commands", "command=%2Fask&text=hello")]
    [InlineData("slack/commands", "%%%")]
    [InlineData("slack/interactivity", "nothing=here")]
    [InlineData("slack/interactivity", "payload=%7B")]
    [InlineData("slack/interactivity", "payload=%7B%22type%22%3A%22block_actions%22%2C%22actions%22%3A%5B%7B%22value%22%3A%22storybot.share.a1%22%7D%5D%7D")]
    public async Task Form_ThatIsMalformed_IsRefusedInPlainWords(string path, string body)
    {
        await using var bot = await StartAsync();

        using var response = await bot.Slack.Requests.SendAsync(path, Encoding.UTF8.GetBytes(body), "application/x-www-form-urlencoded");

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Empty(bot.Inbox.Events.Items);
    }

    [Theory]
    [InlineData("slack/commands")]
    [InlineData("slack/interactivity")]
    public async Task SslCheck_IsAnswered(string path)
    {
        await using var bot = await StartAsync();

        using var response = await bot.Slack.Requests.PostFormAsync(path, new Dictionary<string, string> { ["ssl_check"] = "1", ["token"] = "x" });

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(bot.Inbox.Events.Items);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("xoxb-1", "xapp-1")]
    public async Task Addresses_WithoutASigningSecret_AreNotThere(string? botToken, string? appToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Slack:BotToken"] = botToken, ["Slack:AppToken"] = appToken });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSlack(builder.Configuration);
        await using var app = builder.Build();

        app.MapSlack();

        Assert.Empty(((Microsoft.AspNetCore.Routing.IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints));
    }

    private static byte[] Body => Encoding.UTF8.GetBytes("{\"type\":\"url_verification\",\"challenge\":\"x\"}");

    private static async Task AssertTurnedAwayAsync(SlackBot bot, HttpResponseMessage response)
    {
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.DoesNotContain(bot.Slack.SigningSecret, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.Empty(bot.Inbox.Events.Items);
    }
}
