using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Replies.Archive;
using StoryBot.Core.Digests.Outbox;

namespace StoryBot.Core.Digests.Posting;

/// <summary>
/// Posts what is in the outbox: once, in the order of each channel, many channels side by side. What fails is tried again later; what
/// can never work is parked. When the process stops, what is being sent is finished and nothing new is begun.
/// </summary>
internal sealed class PostingWorker(
    IOutboxStore store,
    OutboxSignal signal,
    ReplyArchive archive,
    IEnumerable<IChatSender> senders,
    IOptions<PostingOptions> options,
    TimeProvider clock,
    ILogger<PostingWorker> logger) : BackgroundService
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    private readonly Dictionary<PlatformId, IChatSender> _senders = senders.ToDictionary(sender => sender.Platform);
    private readonly PostingOptions _options = options.Value;
    private int _sending;

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var posts = new List<Task>();
        while (!stoppingToken.IsCancellationRequested)
        {
            posts.RemoveAll(post => post.IsCompleted);
            try
            {
                // As long as there is as much as could be taken, there may be more.
                if (!await BeginAsync(posts, stoppingToken))
                {
                    await signal.WaitAsync(_options.Interval, clock, stoppingToken);
                }
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                break;
            }
        }

        await Task.WhenAll(posts);
    }

    private async Task<bool> BeginAsync(List<Task> posts, CancellationToken stoppingToken)
    {
        var free = _options.Channels - Volatile.Read(ref _sending);
        if (free <= 0 || signal.IsHeld)
        {
            return false;
        }

        IReadOnlyList<OutboxEntry> claimed;
        try
        {
            claimed = await store.ClaimAsync(clock.GetUtcNow(), free, stoppingToken);
        }
#pragma warning disable CA1031 // A background tick: with the store away posts wait, and the next tick tries again.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            PostingLog.NotClaimed(logger, failure);
            return false;
        }

        foreach (var entry in claimed)
        {
            Interlocked.Increment(ref _sending);
            posts.Add(Task.Run(() => WorkAsync(entry), CancellationToken.None));
        }

        return claimed.Count == free;
    }

    private async Task WorkAsync(OutboxEntry entry)
    {
        try
        {
            await PostAsync(entry);
        }
#pragma warning disable CA1031 // Per post: the store did not take what became of it. It is found as unfinished, and the sender looks before it repeats.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            PostingLog.NotNoted(logger, failure, entry.Key);
        }
        finally
        {
            Interlocked.Decrement(ref _sending);
            signal.Set();
        }
    }

    private async Task PostAsync(OutboxEntry entry)
    {
        if (!_senders.TryGetValue(entry.To.Platform, out var sender))
        {
            await ParkAsync(entry, $"there is no way out to {entry.To.Platform}: its keys are not configured");
            return;
        }

        var reply = await archive.ReadAsync(entry.Content, CancellationToken.None);
        if (reply is null)
        {
            await ParkAsync(entry, "its statements cannot be verified any more");
            return;
        }

        // A process that stood still for long may have been taken for dead meanwhile. What is left is the time from here to the call itself.
        if (!await store.StillHasAsync(entry.Key, CancellationToken.None))
        {
            PostingLog.TakenOver(logger, entry.Key);
            return;
        }

        try
        {
            var to = entry.To with { MayHaveBeenSent = entry.Attempts > 1, MadeAt = entry.CreatedAt };
            await sender.SendAsync(to, reply, entry.Key, CancellationToken.None);
        }
        catch (ChatSendException failure)
        {
            await FailAsync(entry, failure.Message, failure.IsFinal);
            return;
        }
#pragma warning disable CA1031 // Per post: a sender that breaks its contract costs this attempt and no more.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            PostingLog.Broken(logger, failure, entry.Key);
            await FailAsync(entry, "the sender failed; the log says why", isFinal: false);
            return;
        }

        await store.PostedAsync(entry.Key, clock.GetUtcNow(), CancellationToken.None);
        PostingLog.Posted(logger, entry.Kind, entry.To.Platform, entry.Key);
    }

    private async Task FailAsync(OutboxEntry entry, string problem, bool isFinal)
    {
        if (isFinal || entry.Attempts >= _options.Attempts)
        {
            await ParkAsync(entry, problem);
            return;
        }

        var wait = TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, _options.FirstWait.Ticks << Math.Min(entry.Attempts - 1, 20)));
        PostingLog.Failed(logger, entry.Key, entry.Attempts, wait, problem);
        await store.RetryAsync(entry.Key, clock.GetUtcNow() + wait, problem, CancellationToken.None);
    }

    private async Task ParkAsync(OutboxEntry entry, string problem)
    {
        PostingLog.Parked(logger, entry.Kind, entry.To.Platform, entry.Key, entry.Attempts, problem);
        await store.ParkAsync(entry.Key, problem, CancellationToken.None);
    }
}
