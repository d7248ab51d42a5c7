using Microsoft.Extensions.Logging;
using StoryBot.Core.Ticking;

namespace StoryBot.Core.Chat.Inbox;

/// <summary>Looks for events that were acknowledged by a process which then died, at the start and from time to time, and has them answered.</summary>
internal sealed class EventRecovery(ChatInbox inbox, TimeProvider clock, ILogger<ChatInbox> logger) : RepeatedWork(TimeSpan.FromSeconds(5), clock)
{
    private const int MostAtOnce = 500;

    /// <inheritdoc/>
    protected override async Task WorkAsync(CancellationToken cancellationToken) => await inbox.TakeOverAsync(MostAtOnce, cancellationToken);

    /// <inheritdoc/>
    protected override void Tell(Exception failure) => ChatLog.NotTakenOver(logger, failure);
}
