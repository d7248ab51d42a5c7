using System.Globalization;
using Microsoft.Extensions.Options;
using StoryBot.Core.Answering;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Stories;

namespace StoryBot.Core.Chat.Memory;

/// <summary>
/// What was said in each conversation, for follow-ups: for a bounded time, in a bounded number of conversations. What only one person
/// sees in a channel is that person's conversation alone. With a log, what another replica answered is known as well. Safe to share
/// between threads.
/// </summary>
internal sealed class ConversationMemory(IOptions<ChatOptions> options, TimeProvider clock, IConversationLog? log = null) : IPersonalData
{
    private readonly BoundedMemory<LaneKey, Known> _conversations =
        new(options.Value.ConversationCount, options.Value.ConversationLifetime, clock);

    /// <summary>The earlier turns about this story; none when it was about another.</summary>
    public async ValueTask<Conversation> RecallAsync(ChatEvent chatEvent, ChatStory story, CancellationToken cancellationToken)
    {
        var key = LaneKey.Of(chatEvent);
        var known = _conversations.TryGet(key, out var remembered) ? remembered : Known.Nothing;
        if (log is not null)
        {
            known = await CatchUpAsync(key, known, story, cancellationToken);
        }

        return known.Turns is [.., var last] && last.Logged.Story == story.Id
            ? new Conversation([.. known.Turns.Where(turn => turn.Logged.Story == story.Id).Select(turn => turn.Turn)])
            : Conversation.Empty;
    }

    /// <summary>Whether the bot has been asked anything in this conversation.</summary>
    public async ValueTask<bool> KnowsAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        var key = LaneKey.Of(chatEvent);
        return _conversations.TryGet(key, out _) || (log is not null && (await log.ReadAsync(NameOf(key), 1, cancellationToken)).Count > 0);
    }

    /// <summary>Adds a turn.</summary>
    public async ValueTask AddAsync(ChatEvent chatEvent, ChatStory story, string question, Turn turn, CancellationToken cancellationToken)
    {
        var key = LaneKey.Of(chatEvent);
        var now = clock.GetUtcNow();
        var logged = new LoggedTurn(Guid.CreateVersion7(now).ToString("N"), story.Id, chatEvent.Id.Platform, chatEvent.Person.Id, question, turn.Cited, now);
        _conversations.Change(key, known => new Known([.. (known?.Turns ?? []).TakeLast(Conversation.Limit - 1), new KnownTurn(logged, turn)]));
        if (log is not null)
        {
            await log.AddAsync(NameOf(key), logged, cancellationToken);
        }
    }

    /// <summary>Forgets a conversation.</summary>
    public async ValueTask RemoveAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        var key = LaneKey.Of(chatEvent);
        _conversations.Remove(key);
        if (log is not null)
        {
            await log.RemoveAsync(NameOf(key), cancellationToken);
        }
    }

    /// <inheritdoc/>
    public ValueTask ForgetAsync(PlatformId platform, string person, CancellationToken cancellationToken)
    {
        foreach (var (key, known) in _conversations.Entries())
        {
            if (known.Turns.Any(turn => turn.Logged.Platform == platform && turn.Logged.Person == person))
            {
                _conversations.Remove(key);
            }
        }

        return ValueTask.CompletedTask;
    }

    // Turns that this process answered are kept as they were understood; those of another are read again.
    private async ValueTask<Known> CatchUpAsync(LaneKey key, Known known, ChatStory story, CancellationToken cancellationToken)
    {
        var logged = await log!.ReadAsync(NameOf(key), Conversation.Limit, cancellationToken);
        if (logged.Count == 0 || logged[^1].At + options.Value.ConversationLifetime <= clock.GetUtcNow())
        {
            return known;
        }

        var understood = known.Turns.ToDictionary(turn => turn.Logged.Id);
        var turns = new List<KnownTurn>();
        foreach (var turn in logged.Where(turn => turn.Story == story.Id))
        {
            turns.Add(understood.TryGetValue(turn.Id, out var same) ? same : Understand(turn, turns, story));
        }

        // What could not be written to the log yet is known here all the same.
        turns.AddRange(known.Turns.Where(turn => string.CompareOrdinal(turn.Logged.Id, logged[^1].Id) > 0));
        return new Known(turns);
    }

    private KnownTurn Understand(LoggedTurn turn, List<KnownTurn> before, ChatStory story)
    {
        var question = new Question
        {
            Text = turn.Question,
            Scope = new(clock.GetUtcNow()),
            Conversation = new Conversation([.. before.Select(earlier => earlier.Turn)]),
        };
        return new KnownTurn(turn, new Turn(story.Understand(question), turn.Cited));
    }

    private static string NameOf(LaneKey key) => string.Create(
        CultureInfo.InvariantCulture,
        $"{key.Conversation.Platform}/{key.Conversation.Workspace}/{key.Conversation.Channel}/{key.Conversation.Thread}/{key.Person}");

    private sealed record KnownTurn(LoggedTurn Logged, Turn Turn);

    private sealed record Known(IReadOnlyList<KnownTurn> Turns)
    {
        public static Known Nothing { get; } = new([]);
    }
}
