using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Platforms.Discord;

/// <summary>
/// The endpoint that Discord posts interactions to. It answers at once: what needs no knowledge or only memory by itself, the
/// rest by handing it to the inbox and promising an answer. Safe to share between threads.
/// </summary>
internal sealed class DiscordWebhook(
    DiscordSignature signature,
    IChatInbox inbox,
    IAutocomplete autocomplete,
    DiscordAcknowledgements acknowledgements,
    TimeProvider clock,
    ILogger<DiscordWebhook> logger)
{
    /// <summary>Where it is.</summary>
    public const string Path = "/discord/interactions";

    private const string Busy = "I am restarting or have too much to do, and did not take that in. Please ask again in a minute.";

    // A message of 4,000 characters with its embeds, resolved members and channels stays far below.
    private const int LongestBody = 512 * 1024;

    // Discord's limits on choices.
    private const int MostChoices = 25;
    private const int LongestChoice = 100;

    /// <summary>Takes one request in.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        if (await ReadAsync(context) is not { } body)
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

        if (Parse(body) is not { } interaction)
        {
            DiscordLog.Malformed(logger);
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await context.Response.WriteAsync("This is not an interaction.", context.RequestAborted);
            return;
        }

        await WriteAsync(context, await AnswerAsync(context, interaction));
    }

    private ValueTask<JsonObject> AnswerAsync(HttpContext context, DiscordInteraction interaction) => interaction switch
    {
        DiscordInteraction.Asked asked => AcceptAsync(context, asked.Event),
        DiscordInteraction.Ping => new(DiscordFirstAnswer.ToPing()),
        DiscordInteraction.Typing typing => new(DiscordFirstAnswer.Complete(ChoicesFor(typing))),
        DiscordInteraction.WantsForm form => new(DiscordFirstAnswer.OpenForm(form.Answer)),
        DiscordInteraction.Unknown unknown => new(DiscordFirstAnswer.Say(unknown.Words)),
        _ => throw new InvalidOperationException($"An interaction of unknown kind: {interaction.GetType().Name}."),
    };

    private async ValueTask<JsonObject> AcceptAsync(HttpContext context, ChatEvent chatEvent)
    {
        var token = chatEvent.ReplyTo.ResponseToken!;
        acknowledgements.Begin(token);
        context.Response.OnCompleted(() =>
        {
            acknowledgements.End(token);
            return Task.CompletedTask;
        });
        try
        {
            var acceptance = await inbox.AcceptAsync(chatEvent, context.RequestAborted);
            return acceptance == Acceptance.Refused ? DiscordFirstAnswer.Say(Busy) : DiscordFirstAnswer.Later(chatEvent.Request.Audience);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            DiscordLog.NotTakenIn(logger, failure, chatEvent.Id);
            return DiscordFirstAnswer.Say($"Something went wrong on my side before I could look at that. Please ask again; reference {chatEvent.Id.Value}.");
        }
    }

    private List<string> ChoicesFor(DiscordInteraction.Typing typing)
    {
        try
        {
            return [.. autocomplete.Complete(typing.Conversation, typing.Command, typing.Option, typing.Typed, MostChoices)
                .Where(choice => !string.IsNullOrWhiteSpace(choice))
                .Select(choice => DiscordText.Cut(choice, LongestChoice))
                .Distinct(StringComparer.Ordinal)
                .Take(MostChoices)];
        }
        catch (Exception failure)
        {
            // Typing goes on without choices.
            DiscordLog.NotCompleted(logger, failure, typing.Command, typing.Option);
            return [];
        }
    }

    private DiscordInteraction? Parse(byte[] body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return DiscordEventTranslator.Translate(json.RootElement, clock.GetUtcNow());
        }
        catch (Exception malformed) when (malformed is JsonException or InvalidOperationException)
        {
            // The second is a text with half a surrogate pair.
            return null;
        }
    }

    // The bytes as they came, for the signature is over them; null when there are too many.
    private static async Task<byte[]?> ReadAsync(HttpContext context)
    {
        if (context.Request.ContentLength > LongestBody)
        {
            return null;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = LongestBody;
        }

        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > LongestBody)
            {
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
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
