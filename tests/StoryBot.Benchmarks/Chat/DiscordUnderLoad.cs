using StoryBot.Core.Chat;
using StoryBot.Platforms.Discord;
using StoryBot.Testing.Discord;

namespace StoryBot.Benchmarks.Chat;

/// <summary>Discord's interactions endpoint: signed slash commands, each of another person.</summary>
internal sealed class DiscordUnderLoad : LoadedBot
{
    private readonly FakeDiscord _discord;
    private readonly HttpClient _client = new(new SocketsHttpHandler());
    private readonly Uri _endpoint;

    private DiscordUnderLoad(FakeDiscord discord, RunningBot bot)
        : base(bot)
    {
        _discord = discord;
        _endpoint = new Uri(bot.Address, "discord/interactions");
    }

    /// <inheritdoc/>
    public override string Platform => "Discord";

    public static async Task<LoadedBot> StartAsync(TimeSpan answerTime)
    {
        var discord = await FakeDiscord.StartAsync();
        var keys = new Dictionary<string, string?>
        {
            ["Discord:ApplicationId"] = FakeDiscord.ApplicationId,
            ["Discord:PublicKey"] = discord.Interactions.PublicKey,
            ["Discord:BotToken"] = discord.BotToken,
            ["Discord:ApiUrl"] = discord.ApiUrl.ToString(),
        };
        var bot = await StartAsync(new PlatformId("discord"), keys, answerTime, builder => builder.Services.AddDiscord(builder.Configuration), app => app.MapDiscord());
        return new DiscordUnderLoad(discord, bot);
    }

    /// <inheritdoc/>
    public override Func<Task> Next(int number)
    {
        var place = InteractionPlace.Server with { Person = $"{700000000000000000 + number}" };
        var payload = _discord.Interactions.Payloads.Slash(place, "ask", [("question", "What did it cost?")]);
        _discord.Interactions.Open(payload);
        return async () =>
        {
            using var request = _discord.Interactions.Request(_endpoint, payload);
            using var response = await _client.SendAsync(request);
            response.EnsureSuccessStatusCode();
        };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await base.DisposeAsync();
        await _discord.DisposeAsync();
    }
}
