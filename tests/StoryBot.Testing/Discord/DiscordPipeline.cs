using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using StoryBot.Testing.Discord.Rest;
using StoryBot.Testing.Discord.Specification;

namespace StoryBot.Testing.Discord;

/// <summary>
/// What a request goes through: the script of faults, the bot's token, the rate limits, the specification, the operation, and
/// the specification again for the answer.
/// </summary>
internal sealed class DiscordPipeline(FakeDiscord fake, DiscordState state, IReadOnlyList<DiscordRoute> routes)
{
    public async Task HandleAsync(HttpContext context)
    {
        var route = Find(context, out var values);
        var call = await DiscordCallReader.ReadAsync(context, route?.Template ?? string.Empty, values, fake.Clock);
        fake.Note(call);
        var fault = fake.Faults.Take(call);
        if (fault is DiscordFault.Slow slow)
        {
            await slow.Until.WaitAsync(context.RequestAborted);
        }

        if (fault is not null && await FailAsync(context, call, fault))
        {
            return;
        }

        var limits = fake.Buckets.Count(call);
        WriteHeaders(context, limits.Headers);
        var answer = limits.Refusal is { } refusal ? Limited(context, limits, refusal) : Answer(route, call);
        fake.NoteAnswer(call, answer);
        if (fault is DiscordFault.Reset)
        {
            context.Abort();
            return;
        }

        await WriteAsync(context, answer);
    }

    private DiscordRoute? Find(HttpContext context, out Dictionary<string, string> values)
    {
        var method = context.Request.Method.ToLowerInvariant();
        foreach (var route in routes)
        {
            if (route.Match(method, PathOf(context)) is { } found)
            {
                values = found;
                return route;
            }
        }

        values = [];
        return null;
    }

    private static string PathOf(HttpContext context) => DiscordCallReader.PathOf(context);

    private DiscordAnswer Answer(DiscordRoute? route, DiscordCall call)
    {
        if (route is null)
        {
            fake.Violate($"{call}: the fake has no such operation");
            return DiscordAnswer.Error(404, 0, "404: Not Found");
        }

        if (!call.IsOfInteraction && call.Authorization != $"Bot {fake.BotToken}")
        {
            return DiscordAnswer.Error(401, 0, "401: Unauthorized");
        }

        if (Faulty(call) is { } invalid)
        {
            return invalid;
        }

        DiscordAnswer answer;
        lock (state.Lock)
        {
            answer = route.Handle(call);
        }

        CheckAnswer(call, answer);
        return answer;
    }

    private DiscordAnswer? Faulty(DiscordCall call)
    {
        if (call.Body is null || DiscordSpecification.Instance is not { } specification)
        {
            return null;
        }

        var faults = specification.CheckRequest(call.Method, call.Template, ToElement(call.Body));
        foreach (var fault in faults)
        {
            fake.Violate($"{call}: request: {fault}");
        }

        return faults.Count == 0 ? null : DiscordAnswer.Invalid(faults[0]);
    }

    private void CheckAnswer(DiscordCall call, DiscordAnswer answer)
    {
        JsonElement? body = answer.Body is null ? null : ToElement(answer.Body);
        foreach (var fault in DiscordSpecification.Instance?.CheckAnswer(call.Method, call.Template, answer.Status, body) ?? [])
        {
            fake.Violate($"{call}: answer {answer.Status}: {fault}");
        }
    }

    private static DiscordAnswer Limited(HttpContext context, DiscordBuckets.Verdict limits, JsonObject refusal)
    {
        context.Response.Headers["X-RateLimit-Scope"] = limits.IsGlobal ? "global" : "user";
        if (limits.IsGlobal)
        {
            context.Response.Headers["X-RateLimit-Global"] = "true";
        }

        context.Response.Headers.RetryAfter = Math.Ceiling(refusal["retry_after"]!.GetValue<double>()).ToString();
        return new DiscordAnswer(StatusCodes.Status429TooManyRequests, refusal);
    }

    // Whether the fault is all that the call gets.
    private async Task<bool> FailAsync(HttpContext context, DiscordCall call, DiscordFault fault)
    {
        switch (fault)
        {
            case DiscordFault.RateLimited limited:
                await FailAsync(context, call, limited);
                return true;
            case DiscordFault.Blocked blocked:
                context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                context.Response.ContentType = "text/html";
                if (blocked.RetryAfter is { } seconds)
                {
                    context.Response.Headers.RetryAfter = $"{seconds}";
                }

                await context.Response.WriteAsync("<html>error code: 1015</html>", context.RequestAborted);
                return true;
            case DiscordFault.Status status:
                context.Response.StatusCode = status.Code;
                await context.Response.WriteAsync("upstream connect error", context.RequestAborted);
                return true;
            case DiscordFault.Refused refused:
                await WriteAsync(context, DiscordAnswer.Error(refused.Code, refused.DiscordCode, refused.Message));
                return true;
            case DiscordFault.Reset { AfterCommit: false }:
                context.Abort();
                return true;
            default:
                return false;
        }
    }

    private async Task FailAsync(HttpContext context, DiscordCall call, DiscordFault.RateLimited limited)
    {
        if (limited.WithHeaders)
        {
            WriteHeaders(context, fake.Buckets.Count(call).Headers);
            context.Response.Headers["X-RateLimit-Remaining"] = "0";
            context.Response.Headers["X-RateLimit-Reset-After"] = $"{limited.RetryAfter:0.000}";
            context.Response.Headers["X-RateLimit-Scope"] = limited.IsGlobal ? "global" : "user";
            context.Response.Headers.RetryAfter = $"{Math.Ceiling(limited.RetryAfter)}";
        }

        await WriteAsync(context, new DiscordAnswer(StatusCodes.Status429TooManyRequests, new JsonObject
        {
            ["message"] = "You are being rate limited.",
            ["retry_after"] = limited.RetryAfter,
            ["global"] = limited.IsGlobal,
        }));
    }

    private static void WriteHeaders(HttpContext context, IReadOnlyDictionary<string, string> headers)
    {
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }
    }

    private static async Task WriteAsync(HttpContext context, DiscordAnswer answer)
    {
        context.Response.StatusCode = answer.Status;
        if (answer.Body is not null)
        {
            context.Response.ContentType = "application/json";
            await context.Response.WriteAsync(answer.Body.ToJsonString(), context.RequestAborted);
        }
    }

    private static JsonElement ToElement(JsonNode node) => JsonSerializer.SerializeToElement(node);
}
