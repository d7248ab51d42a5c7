using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Platforms.Receiving;

namespace StoryBot.Platforms.Discord;

/// <summary>
/// The endpoint that Discord posts interactions to. It answers at once with what <see cref="DiscordIntake"/> says. Safe to share
/// between threads.
/// </summary>
internal sealed class DiscordWebhook(DiscordSignature signature, DiscordIntake intake, ILogger<DiscordWebhook> logger)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/discord/interactions";

    // A message of 4,000 characters with its embeds, resolved members and channels stays far below.
    private const int LongestBody = 512 * 1024;

    /// <summary>Takes one request in.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (await RequestBody.ReadAsync(context.Request, LongestBody) is not { } body)
        {
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        var headers = context.Request.Headers;
        var verdict = signature.Check(headers[DiscordSignature.SignatureHeader], headers[DiscordSignature.TimestampHeader], body);
        if (verdict != SignatureVerdict.Good)
        {
            DiscordLog.SignatureRefused(logger, verdict);
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        var taken = await TakeAsync(body, context.RequestAborted);
        if (taken.State == IntakeState.Unreadable)
        {
            DiscordLog.Malformed(logger);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("This is not an interaction.", context.RequestAborted);
            return;
        }

        context.Response.OnCompleted(() =>
        {
            taken.Acknowledged?.Invoke();
            return Task.CompletedTask;
        });
        await WriteAsync(context, taken.Acknowledgement!);
    }

    private async Task<IntakeResult> TakeAsync(byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return await intake.TakeAsync(DiscordIntake.Interaction, json.RootElement, cancellationToken);
        }
        catch (JsonException)
        {
            return new IntakeResult(IntakeState.Unreadable);
        }
    }

    private static Task WriteAsync(HttpContext context, JsonObject answer)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(answer, DiscordJson.Default.JsonObject);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = bytes.Length;
        return context.Response.Body.WriteAsync(bytes, context.RequestAborted).AsTask();
    }
}
