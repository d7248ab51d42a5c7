using System.Collections.Concurrent;

namespace StoryBot.Platforms.Discord;

/// <summary>
/// Interactions whose first answer is on its way. Discord knows a token only from then on; a reply that is quicker than the
/// acknowledgement has to wait for it. Safe to share between threads.
/// </summary>
internal sealed class DiscordAcknowledgements(TimeProvider clock)
{
    // Discord takes no first answer after this.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(3);

    private readonly ConcurrentDictionary<string, TaskCompletionSource> _open = new(StringComparer.Ordinal);

    /// <summary>The first answer is about to be given.</summary>
    public void Begin(string token) => _open.TryAdd(token, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>The first answer has been written.</summary>
    public void End(string token)
    {
        if (_open.TryRemove(token, out var open))
        {
            open.SetResult();
        }
    }

    /// <summary>Waits until a first answer that is on its way from this process has been written.</summary>
    public async Task WaitAsync(string token, CancellationToken cancellationToken)
    {
        if (_open.TryGetValue(token, out var open))
        {
            await Task.WhenAny(open.Task, Task.Delay(Longest, clock, cancellationToken));
        }
    }
}
