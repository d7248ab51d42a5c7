using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Replies.Archive;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Storage.Access;
using StoryBot.Storage.Tests.Support;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Slack;

namespace StoryBot.Storage.Tests.Killing;

/// <summary>Alone on the machine: who is starved of time long enough looks dead to the others.</summary>
[CollectionDefinition(nameof(KillTests), DisableParallelization = true)]
public sealed class KillTestsAlone;

/// <summary>Processes that share a store and are killed while they post; each post has to be there once all the same.</summary>
[Collection(nameof(KillTests))]
public sealed class KillTests
{
    /// <summary>
    /// Set to <c>full</c>, every post and every kill that is promised; <c>.ci/run</c> sets it. Otherwise the same with fewer, so that whoever
    /// runs the tests by hand does not wait for minutes.
    /// </summary>
    private const string SizeVariable = "STORYBOT_TEST_KILLS";

    private const int Seed = 20_270_127;
    private const int ChannelsOfEach = 25;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(4);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>The database, and how many replicas, posts and kills.</summary>
    public static TheoryData<string, int, int, int> Sizes => Environment.GetEnvironmentVariable(SizeVariable) == "full"
        ? new() { { "Postgres", 3, 500, 24 }, { "Sqlite", 2, 150, 8 } }
        : new() { { "Postgres", 3, 150, 8 }, { "Sqlite", 2, 60, 4 } };

    [Theory]
    [MemberData(nameof(Sizes))]
    public async Task Posts_ReplicasKilledAtRandom_AreEachThereOnce(string provider, int replicas, int posts, int kills)
    {
        await using var database = await TestDatabase.CreateAsync(Enum.Parse<StoreProvider>(provider));
        await using var discord = await FakeDiscord.StartAsync();
        await using var slack = await FakeSlack.StartAsync();
        Open(discord, slack);
        await using var seeding = await TestReplica.StartAsync(database);
        var outbox = seeding.Get<IOutboxStore>();
        var expected = await FillAsync(outbox, posts);

        await using var processes = new KilledProcesses(database, discord, slack, new Random(Seed));
        var plan = new KillPlan(processes, posts, kills, new Random(Seed + 1));
        discord.MessageWritten = _ => plan.Count();
        slack.MessageWritten = _ => plan.Count();
        for (var index = 0; index < replicas; index++)
        {
            processes.Start();
        }

        await UntilAllPostedAsync(seeding, posts);

        var found = discord.Messages.Select(message => message.Text).Concat(slack.Messages.Select(message => message.Shown)).ToList();
        Assert.Empty(expected.Except(found));
        Assert.Equal(expected.Order(), found.Order());
        Assert.Equal(kills, processes.Killed);
        Assert.Empty(discord.Violations);
        Assert.Empty(slack.Violations.Items);
        TestContext.Current.SendDiagnosticMessage("{0} posts, {1} kills, {2} of them in the middle of a call.", posts, processes.Killed, plan.InTheMiddle);
    }

    private static void Open(FakeDiscord discord, FakeSlack slack)
    {
        for (var index = 0; index < ChannelsOfEach; index++)
        {
            discord.Add(new FakeChannel(DiscordChannel(index), "700000000000000001"));
            slack.Add(new FakeSlackChannel(SlackChannel(index)));
        }
    }

    private static async Task<List<string>> FillAsync(IOutboxStore outbox, int posts)
    {
        var texts = new List<string>();
        for (var index = 0; index < posts; index++)
        {
            var text = $"Digest number {index}.";
            var to = index % 2 == 0
                ? new ReplyAddress(new PlatformId("discord"), DiscordChannel(index / 2 % ChannelsOfEach)) { Workspace = "700000000000000001" }
                : new ReplyAddress(new PlatformId("slack"), SlackChannel(index / 2 % ChannelsOfEach)) { Workspace = FakeSlack.TeamId };
            var content = ReplyArchive.Write(ChatReply.Note(ReplyAudience.Everyone, text));
            Assert.True(await outbox.AddAsync(new OutboxEntry($"digest{index}", PostKind.Digest, to, content, TimeProvider.System.GetUtcNow()), Stop));
            texts.Add(text);
        }

        return texts;
    }

    private static async Task UntilAllPostedAsync(TestReplica looking, int posts)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        limit.CancelAfter(Limit);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        while (!await AreAllPostedAsync(looking.Get<IOutboxStore>(), posts, limit.Token))
        {
            looking.Clock.Advance(TimeSpan.FromSeconds(1));
            await look.WaitForNextTickAsync(limit.Token);
        }
    }

    private static async Task<bool> AreAllPostedAsync(IOutboxStore outbox, int posts, CancellationToken cancellationToken)
    {
        try
        {
            Assert.Empty(await outbox.ListAsync(OutboxState.Failed, 10, cancellationToken));
            return (await outbox.ListAsync(OutboxState.Posted, posts + 1, cancellationToken)).Count == posts;
        }
        catch (StoreUnavailableException)
        {
            // The file of a process that was killed is being put in order by the next one.
            return false;
        }
    }

    private static string DiscordChannel(int index) => $"{800_000_000_000_000_000 + index}";

    private static string SlackChannel(int index) => $"C{index:0000}POST";
}
