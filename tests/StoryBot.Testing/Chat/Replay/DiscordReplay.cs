using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Discord.Gateway;

namespace StoryBot.Testing.Chat.Replay;

/// <summary>
/// Direct messages and slash commands in turn, through a gateway that goes away without a word, asks to be reconnected to, or closes with an
/// error; the session stays, so that the bot can resume.
/// </summary>
public sealed class DiscordReplay : SocketReplay
{
    private readonly FakeDiscord _discord;
    private readonly FakeGateway _gateway;
    private readonly GatewayPayloads _messages;
    private readonly ConcurrentQueue<FakeInteraction> _interactions = [];

    private DiscordReplay(FakeDiscord discord, FakeGateway gateway, CountingSender answers)
        : base(answers)
    {
        _discord = discord;
        _gateway = gateway;
        _messages = new GatewayPayloads(discord, TimeProvider.System);
    }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?> Configuration => new Dictionary<string, string?>
    {
        ["Discord:Gateway"] = "true",
        ["Discord:ApplicationId"] = FakeDiscord.ApplicationId,
        ["Discord:BotToken"] = _discord.BotToken,
        ["Discord:ApiUrl"] = _discord.ApiUrl.ToString(),
    };

    /// <inheritdoc/>
    protected override int Connections => _gateway.Connected.Items.Count;

    /// <inheritdoc/>
    protected override int Unacknowledged => _interactions.Count(interaction => interaction.AnsweredWith is null);

    /// <summary>A Discord that waits for its bot.</summary>
    /// <param name="clock">Discord's clock: on one that stands still no interaction is answered too late, however slow the machine.</param>
    public static async Task<DiscordReplay> CreateAsync(TimeProvider? clock = null)
    {
        var gateway = new FakeGateway(TimeProvider.System)
        {
            Guilds = [new FakeGuild(InteractionPlace.Server.Guild!, [InteractionPlace.Server.Channel])],
        };
        var discord = await FakeDiscord.StartAsync(clock, gateway.MapTo);
        discord.GatewayUrl += FakeGateway.Path;
        return new DiscordReplay(discord, gateway, new CountingSender(new("discord")));
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _discord.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override Task ConnectedAsync(int times) => _gateway.Connected.NthAsync(times);

    /// <inheritdoc/>
    protected override Task DropAsync(int drop)
    {
        switch (drop % 3)
        {
            case 0:
                _gateway.Abort();
                return Task.CompletedTask;
            case 1:
                return _gateway.AskToReconnectAsync();
            default:
                return _gateway.CloseAsync(4000);
        }
    }

    /// <inheritdoc/>
    protected override Func<Task> Next(int number)
    {
        var person = $"{700000000000000000 + number}";
        if (number % 2 == 0)
        {
            var message = _messages.Message(InteractionPlace.Direct with { Person = person, Channel = $"{800000000000000000 + number}" }, "What did it cost?");
            return () => _gateway.DispatchAsync("MESSAGE_CREATE", message);
        }

        JsonObject? command = null;
        return () =>
        {
            // Made when it is delivered: an interaction waits three seconds from then on.
            if (command is null)
            {
                command = _discord.Interactions.Payloads.Slash(InteractionPlace.Server with { Person = person }, "ask", [("question", "What did it cost?")]);
                _interactions.Enqueue(_discord.Interactions.Open(command));
            }

            return _gateway.DispatchAsync("INTERACTION_CREATE", command);
        };
    }

    // A gateway sends in order: what comes back for the last was preceded by all the others.
    /// <inheritdoc/>
    protected override async Task DeliveredAsync()
    {
        var last = _discord.Interactions.Open(_discord.Interactions.Payloads.Autocomplete(InteractionPlace.Server, "ask", "question", "wh"));
        await _gateway.DispatchAsync("INTERACTION_CREATE", last.Payload);
        await _discord.FirstAnswerAsync(call => call.Path.Contains($"/interactions/{last.Id}/", StringComparison.Ordinal));
    }
}
