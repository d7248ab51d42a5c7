using Microsoft.EntityFrameworkCore;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Replies.Archive;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Core.Knowledge.Archive;
using StoryBot.Storage.Tests.Support;

namespace StoryBot.Storage.Tests.Conformance;

public abstract class PrivacyConformance : StoreTest
{
    private const string Marker = "zebra-crossing";

    private protected PrivacyConformance(StoreProvider provider)
        : base(provider)
    {
    }

    [Fact]
    public async Task ForgetMe_DeletesEverythingOfThePersonAndNothingOfOthers()
    {
        await WriteAsync(One, "UGONE");
        await WriteAsync(One, "USTAYS");

        await ForgetAsync("UGONE");

        var left = await Columns.TextAsync(One);
        Assert.DoesNotContain("UGONE", left, StringComparison.Ordinal);
        Assert.DoesNotContain($"{Marker} UGONE", left, StringComparison.Ordinal);
        Assert.NotNull(await One.Get<IAnswerLog>().FindAsync(Sample.Answer("aUSTAYS").Id, Stop));
        Assert.Equal(2, Assert.Single(await One.Get<IFeedbackLog>().ListAsync(Sample.Story, 10, Stop)).Records.Count);
        Assert.Equal($"{Marker} USTAYS", Assert.Single(await One.Get<IGapLog>().ListAsync(Sample.Story, Stop)).Question);
        Assert.Equal("tUSTAYS", Assert.Single(await One.Get<IConversationLog>().ReadAsync("here", 10, Stop)).Id);
        Assert.Equal(1, await One.ReadAsync((context, token) => context.Citations.CountAsync(token)));
    }

    [Fact]
    public async Task ForgetMe_EmptiesTheOutboxOfThePersonAndCorrectsTheOthers()
    {
        var outbox = One.Get<IOutboxStore>();
        await outbox.AddAsync(Notice("gap", PostKind.GapNotice, ReplyAudience.Everyone, "UGONE"), Stop);
        await outbox.AddAsync(Notice("alone", PostKind.Correction, ReplyAudience.Asker, "UGONE"), Stop);
        await outbox.AddAsync(Notice("thread", PostKind.Correction, ReplyAudience.Everyone, "UGONE"), Stop);
        await outbox.AddAsync(Notice("posted", PostKind.GapNotice, ReplyAudience.Everyone, "UGONE"), Stop);
        await outbox.AddAsync(Notice("other", PostKind.GapNotice, ReplyAudience.Everyone, "UGONETOO"), Stop);
        await outbox.AddAsync(Notice("digest", PostKind.Digest, ReplyAudience.Everyone, "U1"), Stop);
        await outbox.PostedAsync("posted", Sample.Now, Stop);
        await outbox.PostedAsync("digest", Sample.Now, Stop);

        await ForgetAsync("UGONE");

        var left = await One.ReadAsync((context, token) => context.Outbox.OrderBy(row => row.Key).Select(row => new { row.Key, row.SendTo }).ToListAsync(token));
        Assert.Equal(["digest", "other", "thread"], left.Select(row => row.Key));
        Assert.DoesNotContain("\"UGONE\"", string.Concat(left.Select(row => row.SendTo)), StringComparison.Ordinal);
        var contents = await One.ReadAsync((context, token) => context.OutboxContents.Select(row => row.Content).ToListAsync(token));
        Assert.Equal(["other", "thread"], contents.Select(content => content.Contains("other", StringComparison.Ordinal) ? "other" : "thread").Order());
        Assert.All(contents, content => Assert.DoesNotContain("posted", content, StringComparison.Ordinal));
    }

    [Fact]
    public async Task ForgetMe_OnAnotherPlatform_DeletesNothingHere()
    {
        await WriteAsync(One, "U1");
        var before = await Columns.TextAsync(One);

        foreach (var part in Parts())
        {
            await part.ForgetAsync(Sample.Discord, "U1", Stop);
        }

        Assert.Equal(before, await Columns.TextAsync(One));
    }

    [Fact]
    public async Task Questions_ThatAreNotToBeKept_AreInNoColumn()
    {
        await using var discreet = await TestReplica.StartAsync(Database, new TestReplicaOptions { StoreQuestions = false });

        await WriteAsync(discreet, "U1");

        Assert.Null(discreet.Find<IConversationLog>());
        Assert.DoesNotContain(Marker, await Columns.TextAsync(One), StringComparison.Ordinal);
        Assert.Null((await One.Get<IAnswerLog>().FindAsync(Sample.Answer("aU1").Id, Stop))?.Asked);
        Assert.Empty(await One.Get<IGapLog>().ListAsync(Sample.Story, Stop));
    }

    [Fact]
    public async Task Sweep_DeletesWhatIsTooOldAndKeepsWhatIsNeeded()
    {
        await WriteAsync(One, "U1");
        await One.Get<IEventLog>().TryAddAsync(Sample.Event("unfinished"), Stop);
        await FillOutboxAsync();
        Assert.Equal(1, await One.Get<RetentionSweep>().RunAsync(Stop));

        One.Clock.Advance(TimeSpan.FromDays(7) + TimeSpan.FromSeconds(1));
        await One.Get<RetentionSweep>().RunAsync(Stop);

        Assert.Equal(["unfinished"], await One.ReadAsync((context, token) => context.Events.Select(row => row.EventId).ToListAsync(token)));
        Assert.Equal(["kFailed", "kPending"], await One.ReadAsync((context, token) => context.Outbox.Select(row => row.Key).OrderBy(key => key).ToListAsync(token)));
        Assert.NotNull(await One.Get<IAnswerLog>().FindAsync(Sample.Answer("aU1").Id, Stop));

        One.Clock.Advance(TimeSpan.FromDays(23));
        await One.Get<RetentionSweep>().RunAsync(Stop);

        Assert.Null(await One.Get<IAnswerLog>().FindAsync(Sample.Answer("aU1").Id, Stop));
        Assert.Empty(await One.Get<IFeedbackLog>().ListAsync(Sample.Story, 10, Stop));
        Assert.Empty(await One.Get<IGapLog>().ListAsync(Sample.Story, Stop));
        Assert.Empty(await One.Get<IConversationLog>().ReadAsync("here", 10, Stop));
        Assert.Equal(["kPending"], await One.ReadAsync((context, token) => context.Outbox.Select(row => row.Key).ToListAsync(token)));
        Assert.Equal("pending", Assert.Single(await One.Get<IOutboxStore>().ClaimAsync(One.Clock.GetUtcNow(), 10, Stop)).Content);
    }

    [Fact]
    public async Task Sweep_KeepsSnapshotsThatSomethingStartsFrom()
    {
        var archive = One.Get<ISnapshotArchive>();
        var packs = new[] { Packs.Longer(1), Packs.Longer(2), Packs.Longer(3) };
        foreach (var pack in packs)
        {
            await archive.KeepAsync(pack, Stop);
        }

        var story = packs[0].Story.Id;
        await archive.SetToldAsync(story, packs[0].Id, Stop);
        await One.Get<ISubscriptionStore>().AddAsync(Sample.Subscription(story: story.Value) with { LastSnapshot = packs[1].Id }, Stop);

        One.Clock.Advance(TimeSpan.FromDays(31));
        await One.Get<RetentionSweep>().RunAsync(Stop);

        Assert.NotNull(await archive.FindAsync(story, packs[0].Id, Stop));
        Assert.NotNull(await archive.FindAsync(story, packs[1].Id, Stop));
        Assert.Null(await archive.FindAsync(story, packs[2].Id, Stop));
    }

    private static async Task WriteAsync(TestReplica replica, string person)
    {
        var words = $"{Marker} {person}";
        var chatEvent = Sample.Event($"e{person.Length}", new ChatRequest.Message(words), person);
        await replica.Get<IEventLog>().TryAddAsync(chatEvent, Stop);
        Assert.Equal(replica.Find<IConversationLog>() is not null, (await Columns.TextAsync(replica)).Contains(words, StringComparison.Ordinal));
        await replica.Get<IEventLog>().FinishAsync(chatEvent.Id, Stop);
        await replica.Get<IAnswerLog>().AddAsync(Sample.Answer($"a{person}", person: person, cited: new CitedRecord(Sample.Cost, "h")) with { Asked = words }, Stop);
        await replica.Get<IFeedbackLog>().AddAsync(Sample.Feedback(words, person), Stop);
        await replica.Get<IGapLog>().AddAsync(Sample.Gap(words, person: person), Stop);
        if (replica.Find<IConversationLog>() is { } turns)
        {
            await turns.AddAsync("here", Sample.Turn($"t{person}", words, person), Stop);
        }
    }

    private static OutboxEntry Notice(string key, PostKind kind, ReplyAudience audience, string person) => new(
        key, kind, Sample.To($"C{key}") with { Person = person }, ReplyArchive.Write(ChatReply.Note(audience, $"{Marker} {key}")), Sample.Now);

    private async Task FillOutboxAsync()
    {
        var outbox = One.Get<IOutboxStore>();
        foreach (var name in new[] { "Posted", "Failed", "Pending" })
        {
            await outbox.AddAsync(Sample.Post($"k{name}", $"C{name}", name.ToLowerInvariant()), Stop);
        }

        await outbox.ClaimAsync(Sample.Now, 10, Stop);
        await outbox.PostedAsync("kPosted", Sample.Now, Stop);
        await outbox.ParkAsync("kFailed", "gone", Stop);
        await outbox.RetryAsync("kPending", Sample.Now, "later", Stop);
    }

    private async Task ForgetAsync(string person)
    {
        foreach (var part in Parts())
        {
            await part.ForgetAsync(Sample.Slack, person, Stop);
        }
    }

    // As the chat layer puts them together.
    private IEnumerable<IPersonalData> Parts() =>
        new object[] { One.Get<IEventLog>(), One.Get<IAnswerLog>(), One.Get<IFeedbackLog>(), One.Get<IGapLog>(), One.Get<IConversationLog>(), One.Get<IOutboxStore>() }.OfType<IPersonalData>();
}
