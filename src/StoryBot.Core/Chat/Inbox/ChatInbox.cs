using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Core.Chat.Inbox;

/// <summary>
/// The one way in. What is taken in is answered once, in the order of its conversation, and to the end when the process stops: stopping
/// refuses what is new and waits for what was accepted. Safe to share between threads.
/// </summary>
public sealed class ChatInbox : IChatInbox, IHostedService, IDisposable
{
    private readonly IEventLog _events;
    private readonly ILogger<ChatInbox> _logger;
    private readonly ReplyWorker _worker;
    private readonly ConversationLanes _lanes;
    private readonly int _capacity;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _drained = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _isClosed;
    private int _pending;

    /// <summary>An inbox that answers through these senders.</summary>
    public ChatInbox(
        IEventLog events,
        IChatResponder responder,
        IEnumerable<IChatSender> senders,
        IOptions<ChatOptions> options,
        TimeProvider clock,
        ILogger<ChatInbox> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        _events = events;
        _logger = logger;
        _capacity = options.Value.QueueCapacity;
        _worker = new ReplyWorker(responder, senders, options.Value, clock, logger);
        _lanes = new ConversationLanes(WorkAsync, options.Value.Workers);
    }

    /// <summary>How many events were accepted and are not at their end.</summary>
    public int Pending => Volatile.Read(ref _pending);

    /// <inheritdoc/>
    public async ValueTask<Acceptance> AcceptAsync(ChatEvent chatEvent, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(chatEvent);
        // Counted before the door is looked at: whoever closes it waits for the count.
        if (Interlocked.Increment(ref _pending) > _capacity || _isClosed)
        {
            Leave();
            ChatLog.Refused(_logger, chatEvent.Id.Platform, _isClosed ? "stopping" : "full");
            return Acceptance.Refused;
        }

        var isTaken = false;
        try
        {
            isTaken = await _events.TryAddAsync(chatEvent, cancellationToken);
            if (isTaken)
            {
                _lanes.Add(chatEvent);
            }

            return isTaken ? Acceptance.Accepted : Acceptance.Duplicate;
        }
        finally
        {
            if (!isTaken)
            {
                Leave();
            }
        }
    }

    /// <summary>
    /// Goes on with events that another replica took in and did not bring to an end; they are in the log already. Returns how many there
    /// were.
    /// </summary>
    public async ValueTask<int> TakeOverAsync(int most, CancellationToken cancellationToken)
    {
        if (_isClosed || Pending >= _capacity)
        {
            return 0;
        }

        var unfinished = await _events.TakeOverAsync(most, cancellationToken);
        foreach (var chatEvent in unfinished)
        {
            Interlocked.Increment(ref _pending);
            ChatLog.TakenOver(_logger, EventReference.Of(chatEvent.Id));
            _lanes.Add(chatEvent);
        }

        return unfinished.Count;
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Takes nothing new in and waits for what was accepted; when it can wait no longer, the rest is given up and logged.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        _isClosed = true;
        if (Pending == 0)
        {
            return;
        }

        try
        {
            await _drained.Task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            ChatLog.Abandoned(_logger, Pending);
            await _stopping.CancelAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _stopping.Dispose();
        _lanes.Dispose();
    }

    private async Task WorkAsync(ChatEvent chatEvent)
    {
        try
        {
            if (_stopping.IsCancellationRequested)
            {
                ChatLog.Unanswered(_logger, EventReference.Of(chatEvent.Id));
                return;
            }

            await _worker.AnswerAsync(chatEvent, _stopping.Token);
            await _events.FinishAsync(chatEvent.Id, CancellationToken.None);
        }
#pragma warning disable CA1031 // The event is at its end: whatever noting that failed with, the next one has to come.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            ChatLog.Failed(_logger, failure, EventReference.Of(chatEvent.Id));
        }
        finally
        {
            Leave();
        }
    }

    private void Leave()
    {
        if (Interlocked.Decrement(ref _pending) == 0 && _isClosed)
        {
            _drained.TrySetResult();
        }
    }
}
