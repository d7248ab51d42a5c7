using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Chat.Inbox;

/// <summary>
/// Takes one event to its end: a reply, or a plain apology with a reference that the log has as well. Never fails, and is never
/// silent but where there is nothing to say. Safe to share between threads.
/// </summary>
internal sealed class ReplyWorker(IChatResponder responder, IEnumerable<IChatSender> senders, ChatOptions options, TimeProvider clock, ILogger logger)
{
    // Showing that work is done must not hold up its result.
    private static readonly TimeSpan WorkingLimit = TimeSpan.FromSeconds(2);

    private readonly Dictionary<PlatformId, IChatSender> _senders = senders.ToDictionary(sender => sender.Platform);

    /// <summary>Works on the event.</summary>
    /// <param name="chatEvent">The event.</param>
    /// <param name="stopping">The process can wait no longer.</param>
    public async Task AnswerAsync(ChatEvent chatEvent, CancellationToken stopping)
    {
        var reference = EventReference.Of(chatEvent.Id);
        if (!_senders.TryGetValue(chatEvent.ReplyTo.Platform, out var sender))
        {
            ChatLog.NoSender(logger, chatEvent.ReplyTo.Platform, reference);
            return;
        }

        try
        {
            var (reply, isApology) = await RespondAsync(chatEvent, sender, reference, stopping);
            if (reply is not null && !await TrySendAsync(chatEvent, sender, reply, isApology, reference, stopping) && !isApology)
            {
                await TrySendAsync(chatEvent, sender, Apology(chatEvent, reference), isApology: true, reference, stopping);
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            ChatLog.Unanswered(logger, reference);
        }
    }

    private async Task<(ChatReply? Reply, bool IsApology)> RespondAsync(ChatEvent chatEvent, IChatSender sender, string reference, CancellationToken stopping)
    {
        using var timeout = new CancellationTokenSource(options.Timeout, clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, stopping);
        // Off this thread: an answer may be worked out without a single wait.
        var work = Task.Run(() => responder.RespondAsync(chatEvent, limit.Token), CancellationToken.None);
        try
        {
            await ShowWorkingAsync(chatEvent, sender, work, limit.Token);
            // A responder that does not heed the token is left behind.
            return (await work.WaitAsync(limit.Token), false);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            ChatLog.TookTooLong(logger, options.Timeout, reference);
            Observe(work);
            return (ChatReply.Note(chatEvent.Request.Audience, $"Sorry, that took me too long and I stopped. Please ask again, perhaps in fewer words. Reference: {reference}"), true);
        }
#pragma warning disable CA1031 // One of the places where anything is caught: per event. The log has it, the asker an apology.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            ChatLog.Failed(logger, failure, reference);
            return (Apology(chatEvent, reference), true);
        }
    }

    private async Task ShowWorkingAsync(ChatEvent chatEvent, IChatSender sender, Task work, CancellationToken limit)
    {
        if (await Task.WhenAny(work, Task.Delay(options.ShowWorkingAfter, clock, limit)) == work || limit.IsCancellationRequested)
        {
            return;
        }

        try
        {
            await sender.ShowWorkingAsync(chatEvent.ReplyTo, limit).WaitAsync(WorkingLimit, clock, limit);
        }
        catch (TimeoutException)
        {
            ChatLog.WorkingNotShown(logger, chatEvent.ReplyTo.Platform);
        }
    }

    private async Task<bool> TrySendAsync(ChatEvent chatEvent, IChatSender sender, ChatReply reply, bool isApology, string reference, CancellationToken stopping)
    {
        try
        {
            var key = isApology ? EventReference.ApologyKey(chatEvent.Id) : EventReference.ReplyKey(chatEvent.Id);
            await sender.SendAsync(chatEvent.ReplyTo, reply, key, stopping);
            return true;
        }
        catch (ChatSendException failure)
        {
            ChatLog.NotSent(logger, failure, chatEvent.ReplyTo.Platform, reference);
            // Where nothing can be delivered an apology cannot either.
            return failure.IsFinal;
        }
#pragma warning disable CA1031 // As above: a sender that breaks its contract must not take the conversation with it.
        catch (Exception failure) when (failure is not OperationCanceledException || !stopping.IsCancellationRequested)
#pragma warning restore CA1031
        {
            ChatLog.NotSent(logger, failure, chatEvent.ReplyTo.Platform, reference);
            return false;
        }
    }

    private static ChatReply Apology(ChatEvent chatEvent, string reference) =>
        ChatReply.Note(chatEvent.Request.Audience, $"Sorry, something went wrong on my side and I could not answer that. Please try again. Reference: {reference}");

    // What fails after nobody waits for it any more is no failure of the process.
    private static void Observe(Task work) =>
        _ = work.ContinueWith(static done => done.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
