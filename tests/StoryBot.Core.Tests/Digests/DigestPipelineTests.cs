using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Replies.Archive;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Digests;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Core.Knowledge.Archive;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Testing.Chat;

namespace StoryBot.Core.Tests.Digests;

public sealed class DigestPipelineTests : IDisposable
{
    private static readonly DateTimeOffset Due = new(2031, 5, 2, 8, 30, 0, TimeSpan.Zero);

    private readonly SwappedStories _stories = new(FixedStories.Invented.All[0]);
    private readonly FakeTimeProvider _clock = new(Due);
    private readonly ServiceProvider _services;
    private readonly ISubscriptionStore _subscriptions;

    public DigestPipelineTests()
    {
        var configuration = new ConfigurationBuilder().Build();
        _services = new ServiceCollection()
            .AddSingleton<TimeProvider>(_clock)
            .AddLogging()
            .AddSingleton<IStories>(_stories)
            .AddChat(configuration)
            .AddDigests(configuration)
            .BuildServiceProvider();
        _subscriptions = _services.GetRequiredService<ISubscriptionStore>();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DigestPipeline Pipeline => _services.GetRequiredService<DigestPipeline>();

    [Fact]
    public async Task FirstDigest_OfAChannel_IsAnOverviewWithItsSources()
    {
        await _subscriptions.AddAsync(Subscriptions.At("one", Due), Cancellation);

        await RunAsync(Due);

        var reply = Assert.Single(await PostedAsync());
        Assert.Equal(ReplyAudience.Everyone, reply.Audience);
        Assert.Equal("An invented story: an overview", Assert.IsType<ReplyBlock.Heading>(reply.Blocks[0]).Text);
        Assert.Contains(reply.Blocks, block => block is ReplyBlock.Sources);
        Assert.IsType<ReplyBlock.AsOf>(reply.Blocks[^1]);
    }

    [Fact]
    public async Task Digest_WhenNothingChanged_IsNotPostedUnlessAskedFor()
    {
        await _subscriptions.AddAsync(Subscriptions.At("silent", Due), Cancellation);
        await _subscriptions.AddAsync(Subscriptions.At("asking", Due) with { PostsWhenEmpty = true }, Cancellation);
        await RunAsync(Due);

        await RunAsync(Due.AddDays(1));

        var replies = await PostedAsync();
        Assert.Equal(3, replies.Count);
        Assert.Equal("An invented story: nothing has changed since 2 May 2031, 08:30 (UTC).", Assert.IsType<ReplyBlock.Note>(replies[2].Blocks[0]).Text);
    }

    [Fact]
    public async Task Digest_AfterAChange_TellsBeforeAndNow()
    {
        await _subscriptions.AddAsync(Subscriptions.At("one", Due), Cancellation);
        await RunAsync(Due);
        _stories.ChangeFigure();

        await RunAsync(Due.AddDays(1));

        var reply = (await PostedAsync())[1];
        var text = string.Join('\n', reply.Blocks.Select(block => block switch
        {
            ReplyBlock.Heading heading => heading.Text,
            ReplyBlock.Note note => note.Text,
            ReplyBlock.Statements statements => statements.Answer.Sentences[0].Text,
            _ => block.GetType().Name,
        }));
        Assert.Matches("(?s)what changed since 2 May 2031, 08:30 \\(UTC\\)\nChanged: value\nBefore:\n.*0\\.85%.*\nNow:\n.*0\\.95%", text);
    }

    [Fact]
    public async Task Digest_AfterDowntime_IsOneAndGoesOnFromNow()
    {
        await _subscriptions.AddAsync(Subscriptions.At("one", Due), Cancellation);

        await RunAsync(Due.AddDays(9).AddHours(3));

        Assert.Single(await PostedAsync());
        var moved = Assert.Single(await _subscriptions.ListAsync(Subscriptions.Channel("one"), Cancellation));
        Assert.Equal(Due.AddDays(10), moved.NextAt);
    }

    [Fact]
    public async Task Digest_TellsWhatWasAskedInItsOwnChannelAlone_AndOpenGaps()
    {
        await _subscriptions.AddAsync(Subscriptions.At("one", Due), Cancellation);
        var asked = _services.GetRequiredService<IAskedQuestions>();
        var story = new StoryId("invented");
        await asked.AddAsync(story, Subscriptions.Channel("one"), "ada", "How fast does\nthe Q7 charge? " + new string('x', 200), Due.AddHours(-1), Cancellation);
        await asked.AddAsync(story, Subscriptions.Channel("other"), "ada", "Something secret?", Due.AddHours(-1), Cancellation);
        var gaps = _services.GetRequiredService<IGapLog>();
        await gaps.AddAsync(Gap("Who founded it?", isPrivate: false), Cancellation);
        await gaps.AddAsync(Gap("Am I fired?", isPrivate: true), Cancellation);

        await RunAsync(Due);

        var notes = string.Join('\n', Assert.Single(await PostedAsync()).Blocks.OfType<ReplyBlock.Note>().Select(note => note.Text));
        Assert.Contains("Asked most here:\n- 1× “How fast does the Q7 charge?", notes, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('x', 120), notes, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", notes, StringComparison.Ordinal);
        Assert.Contains("Asked and not in the knowledge:\n- 1× “Who founded it?”", notes, StringComparison.Ordinal);
        Assert.DoesNotContain("fired", notes, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ManySubscriptions_DueInTheSameMinute_AreComposedOnceAndEachPosted()
    {
        const int Channels = 10_000;
        for (var index = 0; index < Channels; index++)
        {
            await _subscriptions.AddAsync(Subscriptions.At($"c{index}", Due), Cancellation);
        }

        var round = await RunAsync(Due);

        Assert.Equal(1, round.Made);
        var entries = await _services.GetRequiredService<IOutboxStore>().ListAsync(OutboxState.Pending, Channels + 1, Cancellation);
        Assert.Equal(Channels, entries.Select(entry => entry.Key).Distinct().Count());
        Assert.Equal(Channels, entries.Select(entry => entry.Lane).Distinct().Count());
        Assert.Empty(await _subscriptions.ClaimDueAsync(Due, 1, Cancellation));
    }

    [Fact]
    public async Task Digest_WhoseStoryIsNotLoaded_HoldsNobodyUpAndIsTriedAgainLater()
    {
        await _subscriptions.AddAsync(Subscriptions.At("lost", Due.AddMinutes(-1)) with { Story = new StoryId("lost") }, Cancellation);
        await _subscriptions.AddAsync(Subscriptions.At("one", Due), Cancellation);

        await RunAsync(Due);

        Assert.Single(await PostedAsync());
        Assert.Empty(await _subscriptions.ClaimDueAsync(Due, 10, Cancellation));
        Assert.Single(await _subscriptions.ClaimDueAsync(Due + ISubscriptionStore.ClaimLifetime, 10, Cancellation));
    }

    [Fact]
    public async Task Preparation_KeepsTheStateAndPostsNothing()
    {
        await _subscriptions.AddAsync(Subscriptions.At("one", Due), Cancellation);

        await Pipeline.PrepareAsync(Due, Cancellation);

        Assert.Empty(await PostedAsync());
        var archive = _services.GetRequiredService<ISnapshotArchive>();
        Assert.NotNull(await archive.FindAsync(_stories.All[0].Id, _stories.All[0].Snapshot.Id, Cancellation));
        Assert.Single(await _subscriptions.ClaimDueAsync(Due, 10, Cancellation));
    }

    [Fact]
    public void KeyOf_AnOccurrence_IsTheSameEverywhereAndFitsASender()
    {
        var id = Subscriptions.At("one", Due).Id;

        var key = DigestPipeline.KeyOf(id, Due);

        Assert.Equal(key, DigestPipeline.KeyOf(id, Due.ToOffset(TimeSpan.FromHours(2))));
        Assert.NotEqual(key, DigestPipeline.KeyOf(id, Due.AddMinutes(1)));
        Assert.Matches("^[0-9A-Za-z]{20}$", key);
    }

    private static UnansweredQuestion Gap(string question, bool isPrivate) =>
        new(new StoryId("invented"), question, isPrivate, "ada", Subscriptions.At("one", Due).To, ReplyAudience.Everyone, Due.AddHours(-1));

    public void Dispose() => _services.Dispose();

    private async Task<DigestRound> RunAsync(DateTimeOffset now)
    {
        _clock.SetUtcNow(now);
        var round = new DigestRound(now);
        for (var batch = 0; batch < 1_000; batch++)
        {
            if (await Pipeline.RunAsync(round, Cancellation) == 0)
            {
                return round;
            }
        }

        throw new InvalidOperationException("What is due does not come to an end.");
    }

    private async Task<IReadOnlyList<ChatReply>> PostedAsync()
    {
        var archive = _services.GetRequiredService<ReplyArchive>();
        var replies = new List<ChatReply>();
        foreach (var entry in await _services.GetRequiredService<IOutboxStore>().ListAsync(OutboxState.Pending, 100, Cancellation))
        {
            replies.Add(Assert.IsType<ChatReply>(await archive.ReadAsync(entry.Content, Cancellation)));
        }

        return replies;
    }
}
