using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using StoryBot.Testing.Discord;

namespace StoryBot.Platforms.Tests.Clients;

/// <summary>The loopback Discord, shown to behave as Discord does to a client that nobody here wrote.</summary>
public sealed class DiscordJsTests
{
    private const string Client = "discordjs";
    private const string PeoplePath = "/people";
    private const string Guild = "600000000000000001";

    [Fact]
    public async Task DiscordJs_AgainstTheFake_FindsItAsDiscordIs()
    {
        Assert.SkipWhen(NodeScript.WhyNot(Client) is not null, NodeScript.WhyNot(Client) ?? string.Empty);
        FakeDiscord? started = null;
        await using var discord = started = await FakeDiscord.StartAsync(mount: app => app.MapPost(PeoplePath, () => SomebodyAsks(started!)));
        discord.Buckets.Length = TimeSpan.FromSeconds(1);
        var faulty = Channel(discord);
        discord.Faults.Add(new DiscordFault.Status(502), times: 2, when: call => call.Path.Contains(faulty, StringComparison.Ordinal));
        var settings = new JsonObject
        {
            ["api"] = discord.ApiUrl.ToString().Replace("/v10/", string.Empty, StringComparison.Ordinal),
            ["token"] = discord.BotToken,
            ["application"] = FakeDiscord.ApplicationId,
            ["channel"] = Channel(discord),
            ["ordered"] = Channel(discord),
            ["faulty"] = faulty,
            ["people"] = new Uri(discord.ApiUrl, PeoplePath).ToString(),
        };

        var (exitCode, output) = await NodeScript.RunAsync(Client, "rest.mjs", settings.ToJsonString(), TestContext.Current.CancellationToken);

        Assert.True(exitCode == 0, output);
        Assert.Empty(discord.Violations);
        Assert.Equal(["ask", "story", "Check this message"], discord.Commands().Select(command => command!["name"]!.GetValue<string>()));
        Assert.Contains(discord.Calls, call => call.IsOfInteraction && call.Authorization.Length == 0);
    }

    private static IResult SomebodyAsks(FakeDiscord discord)
    {
        var interaction = discord.Interactions.Open(discord.Interactions.Payloads.Slash(InteractionPlace.Server, "ask", ("question", "What happened?")));
        return Results.Json(new { id = interaction.Id, token = interaction.Token });
    }

    private static string Channel(FakeDiscord discord) => discord.Add(new FakeChannel(discord.Ids.Next(), Guild)).Id;
}
