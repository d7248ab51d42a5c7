using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Testing.Chat.Replay;

/// <summary>
/// A bot that dials out to one platform's fake, with the real inbox; its answers take no time and end in a count. Events keep coming
/// while it reconnects: what comes then is the platform's to keep, and the bot's to ask for.
/// </summary>
public abstract class SocketReplay(CountingSender answers) : IAsyncDisposable
{
    private IHost? _host;

    /// <summary>Starts the bot and waits until it is connected.</summary>
    /// <param name="add">Adds the platform and its way in to the bot.</param>
    public async Task StartAsync(Action<IHostApplicationBuilder> add)
    {
        ArgumentNullException.ThrowIfNull(add);
        var setup = new ChatSetup();
        foreach (var (key, value) in Configuration)
        {
            setup.Configuration[key] = value;
        }

        // As many as come, or the limits would be looked at instead.
        setup.Configuration["Chat:QueueCapacity"] = "1000000";
        setup.Configuration["Chat:PersonPerMinute"] = "1000000";
        setup.Configuration["Chat:ChannelPerMinute"] = "1000000";
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(setup.Configuration);
        builder.Logging.ClearProviders();
        setup.AddTo(builder.Services);
        add(builder);
        builder.Services.RemoveAll<IChatSender>().AddSingleton<IChatSender>(answers);
        builder.Services.AddSingleton<IChatResponder, PromptResponder>();
        _host = builder.Build();
        await _host.StartAsync();
        await ConnectedAsync(times: 1);
    }

    /// <summary>
    /// Delivers everything, and counts when all that was taken in is at its end. Between two drops, a tenth of the events comes while the
    /// bot is away, and another is under way when the connection goes.
    /// </summary>
    public async Task<ReplayResult> RunAsync(ReplayPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var again = new Random(1);
        var tenth = plan.DropEvery / 10;
        var underWay = new List<Task>();
        var (deliveries, drops) = (0, 0);
        for (var number = 0; number < plan.Events; number++)
        {
            var place = number % plan.DropEvery;
            if (place == 0 && number > 0)
            {
                await DropAsync(drops++);
            }
            else if (place == tenth)
            {
                await ConnectedAsync(times: drops + 1);
            }
            else if (place == plan.DropEvery - tenth)
            {
                await Task.WhenAll(underWay);
                underWay.Clear();
            }

            var deliver = Next(number);
            var times = again.NextDouble() < plan.Redelivered ? 2 : 1;
            underWay.AddRange(Enumerable.Range(0, times).Select(_ => deliver()));
            deliveries += times;
        }

        await ConnectedAsync(times: drops + 1);
        await Task.WhenAll(underWay);
        await DeliveredAsync();
        // Finishes what was taken in; a second reply would come here at the latest.
        await _host!.StopAsync();
        return new ReplayResult(deliveries, drops, Connections, plan.Events - answers.Answered + Unacknowledged, answers.AnsweredTwice);
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        if (_host is not null)
        {
            await _host.StopAsync();
            _host.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>The platform's keys.</summary>
    protected abstract IReadOnlyDictionary<string, string?> Configuration { get; }

    /// <summary>How often the bot connected.</summary>
    protected abstract int Connections { get; }

    /// <summary>How many events lack the acknowledgement that the platform waits for.</summary>
    protected abstract int Unacknowledged { get; }

    /// <summary>Waits until the bot has been connected so many times.</summary>
    protected abstract Task ConnectedAsync(int times);

    /// <summary>Drops the connection, each time in another way.</summary>
    protected abstract Task DropAsync(int drop);

    /// <summary>A new event; what it returns delivers it, and delivers the same again when it is called again.</summary>
    protected abstract Func<Task> Next(int number);

    /// <summary>Waits until everything that was delivered has reached the bot.</summary>
    protected abstract Task DeliveredAsync();

    private sealed class PromptResponder : IChatResponder
    {
        public Task<ChatReply?> RespondAsync(ChatEvent chatEvent, CancellationToken cancellationToken) =>
            Task.FromResult<ChatReply?>(ChatReply.Note(ReplyAudience.Asker, "An answer."));
    }
}
