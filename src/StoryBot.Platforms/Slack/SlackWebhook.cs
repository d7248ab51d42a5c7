using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;

namespace StoryBot.Platforms.Slack;

/// <summary>
/// The three addresses that Slack sends to. A genuine request is handed to the inbox and acknowledged at once; what it asks for is
/// answered later, by <see cref="SlackSender"/>. Safe to share between threads.
/// </summary>
internal sealed class SlackWebhook(SlackRequestReader reader, SlackIntake intake, ILogger<SlackWebhook> log)
{
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
                return await intake.TakeEventAsync(payload) is { State: IntakeState.Taken }
                    ? Results.Ok()
                    : SlackRequestReader.Problem(StatusCodes.Status503ServiceUnavailable, "Not taken in; please deliver it again.");
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

        return ResultOf(await intake.TakeCommandAsync(form));
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

        return ResultOf(await intake.TakeInteractionAsync(SlackJson.ParseObject(Encoding.UTF8.GetBytes(json))));
    });

    private static FormCollection FormOf(byte[] body) => new(QueryHelpers.ParseNullableQuery(Encoding.UTF8.GetString(body)));

    private static IResult ResultOf(IntakeResult taken) => taken.Acknowledgement is { } answer ? Results.Json(answer) : Results.Ok();

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

    private void NoteRetry(HttpRequest request, string eventId)
    {
        if (request.Headers["X-Slack-Retry-Num"].ToString() is { Length: > 0 } retry)
        {
            log.Redelivered(eventId, retry.ReplaceLineEndings(" "), request.Headers["X-Slack-Retry-Reason"].ToString().ReplaceLineEndings(" "));
        }
    }
}
