using System.Text.Json;
using System.Text.Json.Nodes;
using StoryBot.Core.Chat.Commands;
using StoryBot.Platforms.Discord;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Waiting;

namespace StoryBot.Platforms.Tests.Discord;

public sealed class DiscordCommandRegistrationTests
{
    [Fact]
    public async Task Commands_OfTheCatalogue_AreRegisteredAtStart()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await StartAsync(discord, "3131");

        var names = discord.Commands().Select(command => command!["name"]!.GetValue<string>()).ToList();
        Assert.Equal(["ask", "story", CommandCatalogue.CheckMessageName], names);
        Assert.Empty(discord.Violations);
    }

    [Fact]
    public async Task Commands_RegisteredBefore_AreNotRegisteredAgain()
    {
        await using var discord = await FakeDiscord.StartAsync();
        await StartAsync(discord, "3131");
        await StartAsync(discord, "3132");

        Assert.Single(discord.Calls, call => call.Method == "put");
    }

    [Fact]
    public async Task Commands_ThatAnApplicationDoesNotTakeForPeople_AreRegisteredForServers()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Faults.Add(new DiscordFault.Refused(400, 50035, "Invalid Form Body"), when: call => call.Method == "put");

        await StartAsync(discord, "3133");

        Assert.All(discord.Commands(), command => Assert.Equal("[0]", command!["integration_types"]!.ToJsonString()));
    }

    [Fact]
    public async Task Registration_WithAWrongToken_SaysWhereToGetARightOne()
    {
        await using var discord = await FakeDiscord.StartAsync();
        discord.Faults.Add(new DiscordFault.Refused(401, 0, "401: Unauthorized"), times: 10);

        var line = await StartAsync(discord, "3134");

        Assert.Contains("Discord:BotToken", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Commands_AsWritten_HaveAutocompleteWhereTheCatalogueCompletes()
    {
        var story = DiscordCommandWriter.Write(CommandReach.Everywhere)[1]!;
        var options = story["options"]!.AsArray().SelectMany(sub => sub!["options"]!.AsArray().Select(option => (sub["name"]!.GetValue<string>(), option!["name"]!.GetValue<string>(), option["autocomplete"]!.GetValue<bool>())));

        Assert.Contains(("quotes", "speaker", true), options);
        Assert.Contains(("check", "statement", false), options);
        Assert.Equal("[0,1,2]", story["contexts"]!.ToJsonString());
    }

    [Theory]
    [InlineData("description")]
    [InlineData("name")]
    public void Comparison_WithAnotherText_SeesIt(string property)
    {
        var wanted = DiscordCommandWriter.Write(CommandReach.Everywhere);
        var registered = DiscordCommandWriter.Write(CommandReach.Everywhere);
        registered[1]!["options"]![0]![property] = "other";

        Assert.False(DiscordCommandComparison.AreSame(JsonSerializer.SerializeToElement(registered), wanted));
    }

    [Fact]
    public void Comparison_WithOneMoreCommand_SeesIt()
    {
        var wanted = DiscordCommandWriter.Write(CommandReach.Everywhere);
        var registered = DiscordCommandWriter.Write(CommandReach.Everywhere);
        registered.Add((JsonNode)new JsonObject { ["name"] = "old", ["description"] = "old" });

        Assert.False(DiscordCommandComparison.AreSame(JsonSerializer.SerializeToElement(registered), wanted));
    }

    // Runs the bot until the registration has logged its end.
    private static async Task<string> StartAsync(FakeDiscord discord, string eventId)
    {
        await using var bot = await DiscordBot.StartAsync(new HurriedClock(), discord, ownsDiscord: false);
        return await bot.Logs.FirstAsync(line => line.StartsWith(eventId, StringComparison.Ordinal));
    }
}
