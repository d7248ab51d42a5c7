using System.Text.Json;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Sockets.Discord;

/// <summary>
/// What becomes of an event from the gateway: taken in, acknowledged, handed over. Works off the gateway's task, so that a slow
/// event holds up no heartbeat; takes in by order within a channel, acknowledges side by side. Safe to share between threads.
/// </summary>
internal sealed class DiscordReceiver(
    IEnumerable<IPlatformIntake> intakes,
    IChatInbox inbox,
    DiscordMessageTranslator messages,
    InteractionCallback callback,
    IEnumerable<IChatSender> senders,
    ILogger<DiscordReceiver> logger)
{
    private const string Busy = "I am restarting or have too much to do, and did not take that in. Please ask again in a minute.";

    private readonly IPlatformIntake _intake = intakes.Single(intake => intake.Platform == DiscordMessageTranslator.Platform);
    private readonly OrderedWork<string> _taking = new();
    private readonly OrderedWork<string> _acknowledging = new();

    /// <summary>Begins with an event and returns at once.</summary>
    /// <param name="type">The event's name, one of <see cref="GatewayEvent"/>.</param>
    /// <param name="data">Its payload.</param>
    /// <param name="self">The bot's own user id.</param>
    /// <param name="server">What is known of the servers.</param>
    public void Receive(string type, JsonElement data, string self, IServerKnowledge server) =>
        _taking.Run(Text(data, "channel_id"), () => GuardAsync(data, () => type == GatewayEvent.Interaction ? TakeAsync(data) : TakeAsync(data, self, server)));

    /// <summary>Waits until everything that was begun is done.</summary>
    public async Task DrainAsync(CancellationToken cancellationToken)
    {
        await _taking.DrainAsync(cancellationToken);
        await _acknowledging.DrainAsync(cancellationToken);
    }

    private static string Text(JsonElement data, string name) =>
        data.ValueKind == JsonValueKind.Object && data.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : string.Empty;

    private async Task GuardAsync(JsonElement data, Func<Task> handle)
    {
        try
        {
            await handle();
        }
        catch (Exception fault)
        {
            SocketLog.NotTakenIn(logger, fault, Text(data, "id"));
        }
    }

    // Stored before it is acknowledged. Not to be cancelled: what Discord has sent once it does not send again.
    private async Task TakeAsync(JsonElement interaction)
    {
        var taken = await _intake.TakeAsync(GatewayEvent.Interaction, interaction, CancellationToken.None);
        if (taken is not { State: not IntakeState.Unreadable, Acknowledgement: { } answer })
        {
            SocketLog.Unreadable(logger, DiscordGateway.Name, GatewayEvent.Interaction);
            return;
        }

        var id = Text(interaction, "id");
        _acknowledging.Run(id, () => GuardAsync(interaction, async () =>
        {
            if (await callback.SendAsync(id, Text(interaction, "token"), answer, CancellationToken.None) is { } fault)
            {
                SocketLog.NotAcknowledged(logger, id, fault);
            }

            taken.Acknowledged?.Invoke();
        }));
    }

    private async Task TakeAsync(JsonElement message, string self, IServerKnowledge server)
    {
        // A message has no acknowledgement to be refused by, and is not delivered again.
        if (messages.Translate(message, self, server) is { } chatEvent && !await IsTakenInAsync(chatEvent)
            && senders.FirstOrDefault(sender => sender.Platform == DiscordMessageTranslator.Platform) is { } sender)
        {
            await sender.SendAsync(chatEvent.ReplyTo, ChatReply.Note(ReplyAudience.Everyone, Busy), chatEvent.Id.Value, CancellationToken.None);
        }
    }

    private async Task<bool> IsTakenInAsync(ChatEvent chatEvent)
    {
        try
        {
            if (await inbox.AcceptAsync(chatEvent, CancellationToken.None) != Acceptance.Refused)
            {
                return true;
            }

            SocketLog.TurnedAway(logger, chatEvent.Id.Value);
        }
        catch (Exception fault)
        {
            SocketLog.NotTakenIn(logger, fault, chatEvent.Id.Value);
        }

        return false;
    }
}
