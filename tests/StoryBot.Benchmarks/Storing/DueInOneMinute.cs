using System.Collections.Concurrent;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Digests;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Platforms.Discord;
using StoryBot.Platforms.Slack;
using StoryBot.Storage;
using StoryBot.Storage.Access;
using StoryBot.Testing.Chat;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Slack;

namespace StoryBot.Benchmarks.Storing;

/// <summary>
/// What happens when very many digests are due in the same minute: the server's scheduler, outbox, poster and senders, on both fakes with
/// their rate limits.
/// </summary>
internal static class DueInOneMinute
{
    private const int Subscriptions = 10_000;
    private const int Answers = 100_000;
    private const int DiscordPerSecond = 50;
    private const string Guild = "700000000000000001";

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public static async Task WriteAsync(TextWriter report)
    {
        report.WriteLine($"\n## {Subscriptions:N0} subscriptions due in the same minute\n");
        report.WriteLine($"Half of them in channels on Discord, half on Slack, each a first digest; the store holds {Answers:N0} questions that were asked in those channels, and each digest names its channel's. Lag: from the full minute until a subscription has moved on and its post is in the outbox. Then they are posted to the fakes, which refuse more than {DiscordPerSecond} calls a second on Discord and more than one message a second to a channel on Slack, and share the processors with the bot.\n");
        report.WriteLine($"| database | lag p50 s | lag p99 s | on Discord | the last after s | at {DiscordPerSecond} a second s | on Slack | the last after s | twice or missing |\n|---|---|---|---|---|---|---|---|---|");
        foreach (var create in StoreTarget.All)
        {
            await using var target = await create();
            await MeasureAsync(target, report);
        }
    }

    private static async Task MeasureAsync(StoreTarget target, TextWriter report)
    {
        await using var discord = await FakeDiscord.StartAsync();
        await using var slack = await FakeSlack.StartAsync();
        slack.Faults.LimitsChannels = true;
        var (onDiscord, onSlack) = (new Arrivals(), new Arrivals());
        discord.MessageWritten = message => onDiscord.Add(message.Channel);
        slack.MessageWritten = message => onSlack.Add(message.Channel);
        var lags = new ConcurrentBag<double>();
        using var host = Build(target, discord, slack, run => lags.Add((TimeProvider.System.GetUtcNow() - run.DueAt).TotalSeconds));
        await host.Services.GetServices<IHostedService>().OfType<StorePreparation>().Single().StartAsync(CancellationToken.None);
        var due = await FillAsync(host.Services, discord, slack);
        await host.StartAsync();
        using var limit = new CancellationTokenSource(Patience);
        var outbox = host.Services.GetRequiredService<IOutboxStore>();
        while (lags.Count < Subscriptions || (await outbox.ListAsync(OutboxState.Posted, Subscriptions, limit.Token)).Count < Subscriptions)
        {
            await Task.Delay(TimeSpan.FromSeconds(2), TimeProvider.System, limit.Token);
        }

        await host.StopAsync(CancellationToken.None);
        var sorted = lags.Order().ToList();
        var wrong = onDiscord.NotAlike(Subscriptions / 2) + onSlack.NotAlike(Subscriptions / 2);
        report.WriteLine(FormattableString.Invariant(
            $"| {target.Title} | {sorted[sorted.Count / 2]:F2} | {sorted[sorted.Count * 99 / 100]:F2} | {onDiscord.Count:N0} messages | {onDiscord.LastAfter(due):F0} | {onDiscord.Count / (double)DiscordPerSecond:F0} | {onSlack.Count:N0} messages | {onSlack.LastAfter(due):F0} | {wrong} |"));
    }

    private static IHost Build(StoreTarget target, FakeDiscord discord, FakeSlack slack, Action<DigestRun> moved)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(target.Settings).AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Discord:ApplicationId"] = FakeDiscord.ApplicationId,
            ["Discord:PublicKey"] = new string('a', 64),
            ["Discord:BotToken"] = discord.BotToken,
            ["Discord:ApiUrl"] = discord.ApiUrl.ToString(),
            ["Slack:BotToken"] = slack.BotToken,
            ["Slack:SigningSecret"] = slack.SigningSecret,
            ["Slack:ApiUrl"] = slack.ApiUrl.ToString(),
        }).Build();
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services
            .AddSingleton(TimeProvider.System)
            .AddSingleton<IStories>(FixedStories.Invented)
            .AddStorage(configuration)
            .AddSingleton<ISubscriptionStore>(provider =>
                new TimedSubscriptions(ActivatorUtilities.CreateInstance<StoredSubscriptions>(provider), moved))
            .AddChat(configuration)
            .AddDigests(configuration)
            .AddDiscord(configuration)
            .AddSlack(configuration);
        return builder.Build();
    }

    // Returns when they are due: early enough ahead that all of them are there by then.
    private static async Task<DateTimeOffset> FillAsync(IServiceProvider services, FakeDiscord discord, FakeSlack slack)
    {
        var story = FixedStories.Invented.All[0].Id;
        await FillAnswersAsync(services.GetRequiredService<StoreAccess>(), story);
        var soon = TimeProvider.System.GetUtcNow().AddSeconds(100);
        var due = new DateTimeOffset(soon.UtcTicks - (soon.UtcTicks % TimeSpan.TicksPerMinute), TimeSpan.Zero).AddMinutes(1);
        var subscriptions = services.GetRequiredService<ISubscriptionStore>();
        for (var index = 0; index < Subscriptions; index++)
        {
            var channel = ChannelOf(index);
            if (channel.Platform == SlackId)
            {
                slack.Add(new FakeSlackChannel(channel.Channel));
            }
            else
            {
                discord.Add(new FakeChannel(channel.Channel, Guild));
            }

            await subscriptions.AddAsync(Subscription(channel, story, due), CancellationToken.None);
        }

        return due > TimeProvider.System.GetUtcNow() ? due : throw new InvalidOperationException("The subscriptions took too long to fill in; the lag would be theirs.");
    }

    private static async Task FillAnswersAsync(StoreAccess store, StoryId story)
    {
        var at = TimeProvider.System.GetUtcNow().AddDays(-1).UtcTicks;
        await StoreTarget.FillAsync(
            store,
            Answers,
            """
            "Answers" ("Id", "Platform", "Workspace", "Channel", "IsDirect", "Person", "SentTo", "Place", "IsForAsker", "Story", "Snapshot", "Asked", "AskedWords", "Content", "Suggestions", "At")
            """,
            $"""
            SELECT 'a' || (10000000 + n), CASE n % 2 WHEN 0 THEN 'discord' ELSE 'slack' END, CASE n % 2 WHEN 0 THEN '{Guild}' ELSE '{FakeSlack.TeamId}' END,
                CASE n % 2 WHEN 0 THEN '' || (800000000000000000 + n % {Subscriptions}) ELSE 'C' || (10000 + n % {Subscriptions}) END,
                FALSE, 'U' || (n % 5000), '{"{{}}"}', 'somewhere', FALSE, '{story.Value}', 's1', 'Question ' || (n % 7) || '?', 'question ' || (n % 7), '{"{{}}"}', '[]', {at} + n
            """);
    }

    private static readonly PlatformId SlackId = new("slack");
    private static readonly PlatformId DiscordId = new("discord");

    private static ConversationKey ChannelOf(int index) => index % 2 == 0
        ? new ConversationKey(DiscordId, Guild, $"{800_000_000_000_000_000 + index}", null)
        : new ConversationKey(SlackId, FakeSlack.TeamId, $"C{10_000 + index}", null);

    private static DigestSubscription Subscription(ConversationKey channel, StoryId story, DateTimeOffset due) => new()
    {
        Channel = channel,
        To = new ReplyAddress(channel.Platform, channel.Channel) { Workspace = channel.Workspace },
        Story = story,
        Schedule = new DigestSchedule($"{due.Minute} {due.Hour} * * *", "UTC", "daily"),
        CreatedBy = "U1",
        CreatedAt = due.AddDays(-1),
        NextAt = due,
    };

    /// <summary>When messages came, and where.</summary>
    private sealed class Arrivals
    {
        private readonly ConcurrentDictionary<string, int> _byChannel = [];
        private long _last;

        public int Count => _byChannel.Values.Sum();

        public void Add(string channel)
        {
            _byChannel.AddOrUpdate(channel, 1, (_, count) => count + 1);
            Interlocked.Exchange(ref _last, TimeProvider.System.GetUtcNow().UtcTicks);
        }

        public double LastAfter(DateTimeOffset due) => TimeSpan.FromTicks(Interlocked.Read(ref _last) - due.UtcTicks).TotalSeconds;

        // Every channel is told the same number of messages: another one is a post that is there twice, or not whole.
        public int NotAlike(int channels)
        {
            var usual = _byChannel.Values.GroupBy(count => count).MaxBy(group => group.Count())?.Key ?? 0;
            return channels - _byChannel.Values.Count(count => count == usual);
        }
    }
}
