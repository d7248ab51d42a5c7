using Microsoft.Extensions.Options;
using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Requests;
using StoryBot.Core.Digests.Scheduling;

namespace StoryBot.Core.Digests.Commands;

/// <summary>The digest commands: shows digests to the person who asks, and changes when they are posted. Safe to share between threads.</summary>
internal sealed class DigestCommands(DigestView view, ISubscriptionStore subscriptions, ChatPermissions permissions, IOptions<DigestOptions> options, TimeProvider clock) : ICommandHandler
{
    private const string None = "There is no digest of this story here. /story digest subscribe with a schedule, such as weekdays at 8:30, begins one.";

    /// <inheritdoc/>
    public IReadOnlyCollection<string> Names { get; } =
    [
        CommandNames.DigestNow, CommandNames.DigestPreview, CommandNames.DigestSubscribe, CommandNames.DigestUnsubscribe,
        CommandNames.DigestPause, CommandNames.DigestResume, CommandNames.DigestList,
    ];

    /// <inheritdoc/>
    public async Task<ChatReply> HandleAsync(RequestContext context, ChatRequest.Command command, CancellationToken cancellationToken)
    {
        var id = SubscriptionId.Of(context.Event.Conversation, context.Story.Id);
        switch (command.Name)
        {
            case CommandNames.DigestNow:
                return await view.NowAsync(context, await subscriptions.FindAsync(id, cancellationToken), cancellationToken);
            case CommandNames.DigestPreview:
                return await view.PreviewAsync(context, await subscriptions.FindAsync(id, cancellationToken), cancellationToken);
            case CommandNames.DigestList:
                return Note(context, await ListAsync(context, cancellationToken));
        }

        if (!permissions.Decides(context.Event.Conversation, context.Event.Person))
        {
            return Note(context, "Only an admin can change the digests of a whole channel. /story digest now shows you what has changed, and in a direct message you can have digests of your own.");
        }

        if (!options.Value.Enabled)
        {
            return Note(context, "Nothing is posted on a schedule here; the bot does so as a server (serve). /story digest now shows you what has changed.");
        }

        return Note(context, command.Name switch
        {
            CommandNames.DigestSubscribe => await SubscribeAsync(context, command, cancellationToken),
            CommandNames.DigestUnsubscribe => await subscriptions.RemoveAsync(id, cancellationToken) ? $"No more digests are posted {Here(context)}." : None,
            CommandNames.DigestPause => await PauseAsync(context, id, cancellationToken),
            CommandNames.DigestResume => await ResumeAsync(id, cancellationToken),
            _ => throw new InvalidOperationException($"A digest command of unknown name: {command.Name}."),
        });
    }

    private async Task<string> SubscribeAsync(RequestContext context, ChatRequest.Command command, CancellationToken cancellationToken)
    {
        var zone = options.Value.TimeZone;
        if (ListHandler.Option(command, CommandNames.Zone) is { } named)
        {
            if (ZoneNames.Meant(named) is not { } meant)
            {
                return $"I do not know the time zone “{named}”. Name a city or an IANA zone, such as Tokyo, New York or Europe/Berlin, or write UTC.";
            }

            zone = meant;
        }

        var (schedule, problem) = DigestSchedule.Read(ListHandler.Option(command, CommandNames.Schedule) ?? string.Empty, zone);
        if (schedule is null)
        {
            return problem!;
        }

        if (YesOrNo(ListHandler.Option(command, CommandNames.Empty)) is not { } postsWhenEmpty)
        {
            return "Say yes or no to empty: whether a digest is to come when nothing has changed.";
        }

        var (now, at) = (clock.GetUtcNow(), context.Event.Conversation);
        var first = schedule.Next(now);
        var added = await subscriptions.AddAsync(
            new DigestSubscription
            {
                Channel = at with { Thread = null },
                To = new ReplyAddress(at.Platform, at.Channel) { Workspace = at.Workspace, Thread = at.IsDirect ? null : at.Thread },
                Story = context.Story.Id,
                Schedule = schedule,
                CreatedBy = context.Event.Person.Id,
                CreatedAt = now,
                PostsWhenEmpty = postsWhenEmpty,
                NextAt = first,
            },
            cancellationToken);
        var which = added.LastAt is null ? "The first one, an overview, comes on" : "The next one comes on";
        return $"Digests of {context.Story.Title} are posted {(context.Event.Conversation is { IsDirect: false, Thread: not null } ? "in this thread" : Here(context))}: {schedule}. {which} {When(first, schedule, now)}. "
            + (postsWhenEmpty ? "They come even when nothing has changed." : "When nothing has changed, none comes.")
            + " /story digest unsubscribe ends it.";
    }

    private async Task<string> PauseAsync(RequestContext context, SubscriptionId id, CancellationToken cancellationToken) =>
        await subscriptions.PauseAsync(id, cancellationToken) ? $"The digests {Here(context)} rest. /story digest resume goes on with them." : None;

    private async Task<string> ResumeAsync(SubscriptionId id, CancellationToken cancellationToken)
    {
        if (await subscriptions.FindAsync(id, cancellationToken) is not { } subscription)
        {
            return None;
        }

        var now = clock.GetUtcNow();
        var next = subscription.Schedule.Next(now);
        await subscriptions.ResumeAsync(id, next, cancellationToken);
        return $"The digests go on: {subscription.Schedule}. The next one comes on {When(next, subscription.Schedule, now)}.";
    }

    private async Task<string> ListAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var all = await subscriptions.ListAsync(context.Event.Conversation, cancellationToken);
        var now = clock.GetUtcNow();
        return all.Count == 0
            ? $"No digests are posted {Here(context)}. /story digest subscribe with a schedule, such as weekdays at 8:30, begins them."
            : string.Join('\n', all.Select(subscription =>
                $"- {subscription.Story}: {subscription.Schedule}"
                + (subscription.To.Thread is null ? string.Empty : subscription.To.Thread == context.Event.Conversation.Thread ? ", in this thread" : ", in a thread")
                + (subscription.PostsWhenEmpty ? ", even when nothing has changed" : string.Empty)
                + (subscription.IsPaused ? "; resting." : $"; the next one on {When(subscription.NextAt, subscription.Schedule, now)}."))
                .Prepend($"Digests that are posted {Here(context)}:"));
    }

    /// <summary>"Tuesday, 24 November, 08:30 (Europe/Berlin)"; with the year where that is not the present one.</summary>
    internal static string When(DateTimeOffset? moment, DigestSchedule schedule, DateTimeOffset now)
    {
        if (moment is not { } at)
        {
            return "no day any more";
        }

        var there = ZoneNames.Find(schedule.Zone) is { } zone ? TimeZoneInfo.ConvertTime(at, zone) : at;
        return there.ToString(there.Year == now.Year ? "dddd, d MMMM, HH:mm" : "dddd, d MMMM yyyy, HH:mm") + $" ({schedule.Zone})";
    }

    private static string Here(RequestContext context) => context.Event.Conversation.IsDirect ? "to you here" : "in this channel";

    private static bool? YesOrNo(string? text) => text?.ToLowerInvariant() switch
    {
        null or "no" or "n" or "false" or "off" or "never" => false,
        "yes" or "y" or "true" or "on" or "always" => true,
        _ => null,
    };

    private static ChatReply Note(RequestContext context, string text) => ChatReply.Note(context.Audience, text);
}
