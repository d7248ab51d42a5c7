using StoryBot.Testing.Slack;
using StoryBot.Testing.Slack.SocketMode;

namespace StoryBot.Testing.Chat.Replay;

/// <summary>
/// Direct messages and mentions in turn, through sockets that are dropped all at once or renewed all at once; what was not acknowledged by
/// then is delivered again, in a new envelope.
/// </summary>
public sealed class SlackReplay : SocketReplay
{
    private readonly FakeSlack _slack;
    private readonly FakeSocketMode _sockets;
    private readonly int _count;
    private int _lost;

    private SlackReplay(FakeSlack slack, FakeSocketMode sockets, int count)
        : base(new CountingSender(new("slack")))
    {
        _slack = slack;
        _sockets = sockets;
        _count = count;
    }

    /// <inheritdoc/>
    protected override IReadOnlyDictionary<string, string?> Configuration => new Dictionary<string, string?>
    {
        ["Slack:SocketMode"] = "true",
        ["Slack:AppToken"] = _sockets.AppToken,
        ["Slack:BotToken"] = _slack.BotToken,
        ["Slack:ApiUrl"] = _slack.ApiUrl.ToString(),
        ["Slack:SocketCount"] = $"{_count}",
    };

    /// <inheritdoc/>
    protected override int Connections => _sockets.Greeted.Items.Count;

    // A delivery that nobody acknowledged; the event may have been answered all the same.
    /// <inheritdoc/>
    protected override int Unacknowledged => _lost;

    /// <summary>A Slack that waits for its bot.</summary>
    /// <param name="sockets">How many sockets the bot is to hold.</param>
    public static async Task<SlackReplay> CreateAsync(int sockets)
    {
        // Slack itself waits for minutes.
        var server = new FakeSocketMode(TimeProvider.System) { RetryDelays = [TimeSpan.Zero, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(10)] };
        return new SlackReplay(await FakeSlack.StartAsync(mount: server.MapTo), server, sockets);
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await _slack.DisposeAsync();
    }

    /// <inheritdoc/>
    protected override Task ConnectedAsync(int times) => _sockets.Greeted.NthAsync(times * _count);

    /// <inheritdoc/>
    protected override Task DropAsync(int drop)
    {
        if (drop % 2 == 0)
        {
            _sockets.Abort();
            return Task.CompletedTask;
        }

        return _sockets.DisconnectAsync("refresh_requested");
    }

    /// <inheritdoc/>
    protected override Func<Task> Next(int number)
    {
        var person = $"U{number:D8}";
        var inner = number % 2 == 0
            ? SlackPayloads.Message(_slack.Say(_slack.Direct(person).Id, person, "What did it cost?"))
            : SlackPayloads.Mention(_slack.Say(FakeSlack.General, person, $"<@{FakeSlack.BotUser}> What did it cost?"));
        var payload = SlackPayloads.Callback(inner, $"Ev{_slack.NextNumber():D10}", TimeProvider.System.GetUtcNow());
        return async () =>
        {
            if (!await _sockets.DeliverAsync(payload))
            {
                Interlocked.Increment(ref _lost);
            }
        };
    }

    // Each delivery ended with its acknowledgement.
    /// <inheritdoc/>
    protected override Task DeliveredAsync() => Task.CompletedTask;
}
