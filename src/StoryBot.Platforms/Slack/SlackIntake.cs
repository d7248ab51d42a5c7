using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Primitives;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Platforms.Slack;

/// <summary>
/// Takes in what Slack delivers, whether it comes by webhook or by socket, and says what acknowledges it; what is asked for is
/// answered later, by <see cref="SlackSender"/>. Safe to share between threads.
/// </summary>
internal sealed class SlackIntake(
    SlackEventTranslator events,
    SlackCommandTranslator commands,
    SlackInteractionTranslator interactions,
    IChatInbox inbox,
    SlackAside aside,
    TimeProvider clock,
    ILogger<SlackIntake> log) : IPlatformIntake
{
    private const string TryAgain = "I can't take this in just now. Please try again in a minute.";

    // Slack gives up after three seconds.
    private static readonly TimeSpan AcceptLimit = TimeSpan.FromSeconds(2);
    private static readonly IntakeResult Taken = new(IntakeState.Taken);

    /// <inheritdoc/>
    public PlatformId Platform => SlackPlatform.Id;

    /// <inheritdoc/>
    public async ValueTask<IntakeResult> TakeAsync(string kind, JsonElement payload, CancellationToken cancellationToken)
    {
        try
        {
            return kind switch
            {
                "events_api" => await TakeEventAsync(payload),
                "slash_commands" => await TakeCommandAsync(FormOf(payload)),
                "interactive" => await TakeInteractionAsync(payload),
                _ => new IntakeResult(IntakeState.Unreadable),
            };
        }
        catch (SlackPayloadException fault)
        {
            log.Malformed(kind, fault.Message);
            return new IntakeResult(IntakeState.Unreadable);
        }
    }

    /// <summary>Takes in what the Events API delivers.</summary>
    /// <exception cref="SlackPayloadException">It lacks what every such payload has.</exception>
    public async Task<IntakeResult> TakeEventAsync(JsonElement payload) =>
        events.Translate(payload) is not { } chatEvent || await AcceptAsync(chatEvent) ? Taken : new IntakeResult(IntakeState.Refused);

    /// <summary>Takes in a slash command.</summary>
    /// <exception cref="SlackPayloadException">It lacks what every command has.</exception>
    public async Task<IntakeResult> TakeCommandAsync(IFormCollection form) => await AcceptAsync(commands.Translate(form))
        ? Taken
        : new IntakeResult(IntakeState.Refused, new JsonObject { ["response_type"] = "ephemeral", ["text"] = TryAgain });

    /// <summary>Takes in a press, a shortcut or a form.</summary>
    /// <exception cref="SlackPayloadException">It lacks what every such interaction has.</exception>
    public async Task<IntakeResult> TakeInteractionAsync(JsonElement payload)
    {
        switch (interactions.Translate(payload))
        {
            case SlackInteraction.Answer answer:
                return await AcceptAsync(answer.Event) ? Taken : NotTaken(answer.Event);
            case SlackInteraction.OpenForm form:
                aside.OpenForm(form);
                return Taken;
            case SlackInteraction.UnknownButton button:
                aside.Tell(button.ResponseUrl, "This button is from another version of the bot. Please ask again.");
                return Taken;
            default:
                return Taken;
        }
    }

    // By socket a command comes as an object of the same names.
    private static FormCollection FormOf(JsonElement payload) => payload.ValueKind == JsonValueKind.Object
        ? new(payload.EnumerateObject()
            .Where(field => field.Value.ValueKind == JsonValueKind.String)
            .ToDictionary(field => field.Name, field => new StringValues(payload.Text(field.Name) ?? string.Empty)))
        : throw new SlackPayloadException("The command is not an object.");

    // A form can say itself that it was not taken, and stays open. What a button's press is answered with, Slack does not show.
    private IntakeResult NotTaken(ChatEvent chatEvent)
    {
        if (chatEvent.Request is ChatRequest.Feedback)
        {
            return new IntakeResult(
                IntakeState.Refused,
                new JsonObject { ["response_action"] = "errors", ["errors"] = new JsonObject { [FeedbackForm.ReasonField] = TryAgain } });
        }

        if (chatEvent.ReplyTo.ResponseToken is { } url)
        {
            aside.Tell(url, TryAgain);
        }

        return Taken;
    }

    // Whether it will be answered, now or as what was delivered before. Not bound to the request: Slack may hang up, and
    // commands are not delivered again.
    private async Task<bool> AcceptAsync(ChatEvent chatEvent)
    {
        try
        {
            var acceptance = await inbox.AcceptAsync(chatEvent, CancellationToken.None).AsTask().WaitAsync(AcceptLimit, clock);
            if (acceptance != Acceptance.Refused)
            {
                return true;
            }

            log.Refused(chatEvent.Id.Value);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // Caught per event: the others must go on, and Slack is told the truth about this one.
            log.AcceptFailed(chatEvent.Id.Value, fault);
        }

        return false;
    }
}
