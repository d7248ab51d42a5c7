using System.Collections.Concurrent;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Testing.Chat;

/// <summary>
/// Counts replies by what they answer, in the place of a platform whose pace is not what is looked at. Knows nothing of how the bot
/// tells repetitions. Safe to share between threads.
/// </summary>
public sealed class CountingSender(PlatformId platform) : IChatSender
{
    private readonly ConcurrentDictionary<string, int> _replies = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public PlatformId Platform => platform;

    /// <summary>How many different things were answered.</summary>
    public int Answered => _replies.Count;

    /// <summary>How many of them were answered more than once.</summary>
    public int AnsweredTwice => _replies.Values.Count(times => times > 1);

    /// <inheritdoc/>
    public Task ShowWorkingAsync(ReplyAddress to, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task SendAsync(ReplyAddress to, ChatReply reply, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        _replies.AddOrUpdate($"{to.Channel} {to.ResponseToken ?? to.Message}", 1, (_, times) => times + 1);
        return Task.CompletedTask;
    }
}
