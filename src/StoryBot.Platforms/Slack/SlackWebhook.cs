using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Platforms.Slack;

/// <summary>
/// The three addresses that Slack sends to. A genuine request is handed to the inbox and acknowledged at once; what it asks for is
/// answered later, by <see cref="SlackSender"/>. Safe to share between threads.
/// </summary>
internal sealed class SlackWebhook(
    SlackRequestReader reader,
    SlackEventTranslator events,
    SlackCommandTranslator commands,
    SlackInteractionTranslator interactions,
    IChatInbox inbox,
    SlackAside aside,
    TimeProvider clock,
    ILogger<SlackWebhook> log)
{
    private const string TryAgain = "I can't take this in just now. Please try again in a minute.";

    // Slack gives up after three seconds.
    private static readonly TimeSpan AcceptLimit = TimeSpan.FromSeconds(2);

    /// <summary><c>POST /slack/events</c>.</summary>
    public Task<IResult> EventsAsync(HttpRequest request) => HandleAsync(request, async body =>
    {
        var payload = SlackJson.ParseObject(body);
        switch (payload.Need("type"))
        {
            case "url_verification":
                return Results.Json(new JsonObject { ["challenge"] = payload.Need("challenge") });
            case "event_callback":
                NoteRetry(request, payload.Need("event_id"));
                var isTaken = events.Translate(payload) is not { } chatEvent || await AcceptAsync(chatEvent);
                return isTaken ? Results.Ok() : SlackRequestReader.Problem(StatusCodes.Status503ServiceUnavailable, "Not taken in; please deliver it again.");
            default:
                return Results.Ok();
        }
    });

    /// <summary><c>POST /slack/commands</c>.</summary>
    public Task<IResult> CommandsAsync(HttpRequest request) => HandleAsync(request, async body =>
    {
        var form = FormOf(body);
        if (form.ContainsKey("ssl_check"))
        {
            return Results.Ok();
        }

        return await AcceptAsync(commands.Translate(form)) ? Results.Ok() : Ephemeral(TryAgain);
    });

    /// <summary><c>POST /slack/interactivity</c>.</summary>
    public Task<IResult> InteractivityAsync(HttpRequest request) => HandleAsync(request, async body =>
    {
        var form = FormOf(body);
        if (form.ContainsKey("ssl_check"))
        {
            return Results.Ok();
        }

        if (form["payload"].ToString() is not { Length: > 0 } json)
        {
            throw new SlackPayloadException("The form has no \"payload\".");
        }

        var payload = SlackJson.ParseObject(Encoding.UTF8.GetBytes(json));
        switch (interactions.Translate(payload))
        {
            case SlackInteraction.Answer answer:
                return await AcceptAsync(answer.Event) ? Results.Ok() : NotTaken(answer.Event);
            case SlackInteraction.OpenForm form1:
                aside.OpenForm(form1);
                return Results.Ok();
            case SlackInteraction.UnknownButton button:
                aside.Tell(button.ResponseUrl, "This button is from another version of the bot. Please ask again.");
                return Results.Ok();
            default:
                return Results.Ok();
        }
    });

    private static FormCollection FormOf(byte[] body) => new(QueryHelpers.ParseNullableQuery(Encoding.UTF8.GetString(body)));

    private static IResult Ephemeral(string text) => Results.Json(new JsonObject { ["response_type"] = "ephemeral", ["text"] = text });

    private async Task<IResult> HandleAsync(HttpRequest request, Func<byte[], Task<IResult>> handle)
    {
        var (body, rejection) = await reader.ReadAsync(request);
        if (rejection is not null)
        {
            return rejection;
        }

        try
        {
            return await handle(body);
        }
        catch (SlackPayloadException fault)
        {
            log.Malformed(request.Path, fault.Message);
            return SlackRequestReader.Problem(StatusCodes.Status400BadRequest, fault.Message);
        }
    }

    // A form can say itself that it was not taken, and stays open. What a button's press is answered with, Slack does not show.
    private IResult NotTaken(ChatEvent chatEvent)
    {
        if (chatEvent.Request is ChatRequest.Feedback)
        {
            return Results.Json(new JsonObject { ["response_action"] = "errors", ["errors"] = new JsonObject { [FeedbackForm.ReasonField] = TryAgain } });
        }

        if (chatEvent.ReplyTo.ResponseToken is { } url)
        {
            aside.Tell(url, TryAgain);
        }

        return Results.Ok();
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

    private void NoteRetry(HttpRequest request, string eventId)
    {
        if (request.Headers["X-Slack-Retry-Num"].ToString() is { Length: > 0 } retry)
        {
            log.Redelivered(eventId, retry.ReplaceLineEndings(" "), request.Headers["X-Slack-Retry-Reason"].ToString().ReplaceLineEndings(" "));
        }
    }
}
