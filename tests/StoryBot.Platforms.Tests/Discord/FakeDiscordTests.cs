using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Discord.Specification;

namespace StoryBot.Platforms.Tests.Discord;

/// <summary>That the loopback Discord is as strict as Discord: what it must refuse, and that its checks can fail.</summary>
public sealed class FakeDiscordTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly ServiceProvider _services = new ServiceCollection().AddHttpClient().BuildServiceProvider();
    private readonly HttpClient _client;

    public FakeDiscordTests() => _client = _services.GetRequiredService<IHttpClientFactory>().CreateClient();

    [Theory]
    [InlineData("MessageCreateRequest", """{"content":"x"}""", true)]
    [InlineData("MessageCreateRequest", """{"content":7}""", false)]
    [InlineData("MessageCreateRequest", """{"components":[{"type":1,"components":[]}]}""", false)]
    [InlineData("MessageCreateRequest", """{"components":[{"type":1,"components":[{"type":2,"style":1,"custom_id":"a"}]}]}""", true)]
    [InlineData("MessageCreateRequest", """{"components":[{"type":1,"components":[{"type":2,"style":99,"custom_id":"a"}]}]}""", false)]
    [InlineData("SnowflakeType", "\"123\"", true)]
    [InlineData("SnowflakeType", "\"12x\"", false)]
    [InlineData("MessageResponse", "{}", false)]
    [InlineData("ApplicationCommandStringOption", """{"type":3,"name":"a","description":""}""", false)]
    public void Specification_WithAValue_KnowsRightFromWrong(string schema, string json, bool isRight)
    {
        Assert.SkipWhen(DiscordSpecification.Instance is null, DiscordSpecification.Absent);

        var faults = DiscordSpecification.Instance!.CheckAs(schema, JsonDocument.Parse(json).RootElement);

        Assert.Equal(isRight, faults.Count == 0);
    }

    [Fact]
    public async Task Request_AgainstTheSpecification_IsRefusedAndNoted()
    {
        Assert.SkipWhen(DiscordSpecification.Instance is null, DiscordSpecification.Absent);
        await using var discord = await FakeDiscord.StartAsync(_clock);
        var channel = discord.Add(new FakeChannel("5", "6"));

        using var answer = await PostAsync(discord, $"channels/{channel.Id}/messages", new JsonObject { ["content"] = 7 });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("content", Assert.Single(discord.Violations), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3, HttpStatusCode.NoContent)]
    [InlineData(3.1, HttpStatusCode.NotFound)]
    public async Task FirstAnswer_AfterSoManySeconds_IsTakenOrNot(double seconds, HttpStatusCode status)
    {
        await using var discord = await FakeDiscord.StartAsync(_clock);
        var interaction = Open(discord);
        _clock.Advance(TimeSpan.FromSeconds(seconds));

        using var answer = await DeferAsync(discord, interaction);

        Assert.Equal(status, answer.StatusCode);
    }

    [Theory]
    [InlineData(15, HttpStatusCode.OK)]
    [InlineData(15.1, HttpStatusCode.Unauthorized)]
    public async Task FollowUp_AfterSoManyMinutes_IsTakenOrNot(double minutes, HttpStatusCode status)
    {
        await using var discord = await FakeDiscord.StartAsync(_clock);
        var interaction = Open(discord);
        using var deferred = await DeferAsync(discord, interaction);
        _clock.Advance(TimeSpan.FromMinutes(minutes));

        using var answer = await PostAsync(discord, $"webhooks/{FakeDiscord.ApplicationId}/{interaction.Token}?wait=true", new JsonObject { ["content"] = "x" });

        Assert.Equal(status, answer.StatusCode);
    }

    [Fact]
    public async Task Calls_MoreThanTheLimit_AreRefusedUntilItIsRenewed()
    {
        await using var discord = await FakeDiscord.StartAsync(_clock);
        var channel = discord.Add(new FakeChannel("5", "6"));
        var statuses = new List<HttpStatusCode>();
        for (var call = 0; call < 6; call++)
        {
            using var answer = await PostAsync(discord, $"channels/{channel.Id}/messages", new JsonObject { ["content"] = "x" });
            statuses.Add(answer.StatusCode);
            Assert.All(
                ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset", "X-RateLimit-Reset-After", "X-RateLimit-Bucket"],
                name => Assert.True(answer.Headers.Contains(name), name));
        }

        _clock.Advance(TimeSpan.FromSeconds(5));
        using var later = await PostAsync(discord, $"channels/{channel.Id}/messages", new JsonObject { ["content"] = "x" });

        Assert.Equal([.. Enumerable.Repeat(HttpStatusCode.OK, 5), HttpStatusCode.TooManyRequests], statuses);
        Assert.Equal(HttpStatusCode.OK, later.StatusCode);
    }

    [Theory]
    [InlineData("@everyone", null, "@everyone")]
    [InlineData("<@1> <@&2>", null, "<@1> <@&2>")]
    [InlineData("@everyone <@1>", """{"parse":[]}""", "")]
    [InlineData("@here <@1>", """{"parse":[],"users":["1"]}""", "<@1>")]
    public async Task Message_WithMentions_NotifiesWhomItMay(string content, string? allowed, string notified)
    {
        await using var discord = await FakeDiscord.StartAsync(_clock);
        var channel = discord.Add(new FakeChannel("5", "6"));

        using var answer = await PostAsync(discord, $"channels/{channel.Id}/messages", new JsonObject
        {
            ["content"] = content,
            ["allowed_mentions"] = allowed is null ? null : JsonNode.Parse(allowed),
        });

        Assert.Equal(notified, string.Join(' ', Assert.Single(discord.Messages).Notifies));
    }

    public void Dispose()
    {
        _client.Dispose();
        _services.Dispose();
    }

    private static FakeInteraction Open(FakeDiscord discord) =>
        discord.Interactions.Open(discord.Interactions.Payloads.Slash(InteractionPlace.Server, "ask", ("question", "What happened?")));

    private Task<HttpResponseMessage> DeferAsync(FakeDiscord discord, FakeInteraction interaction) =>
        PostAsync(discord, $"interactions/{interaction.Id}/{interaction.Token}/callback", new JsonObject { ["type"] = 5 });

    private async Task<HttpResponseMessage> PostAsync(FakeDiscord discord, string path, JsonObject body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(discord.ApiUrl, path)) { Content = JsonContent.Create(body) };
        request.Headers.TryAddWithoutValidation("Authorization", $"Bot {discord.BotToken}");
        return await _client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
