using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace StoryBot.Testing.Slack;

/// <summary>How every request is handled: the scripted fault, the token, the scope, the method, the answer.</summary>
internal sealed class SlackPipeline(FakeSlack fake, SlackState state)
{
    private readonly ConcurrentDictionary<string, SlackMethod> _methods = [];

    public void Add(string name, SlackMethod method) => _methods[name] = method;

    /// <summary>Handles a call of the Web API.</summary>
    public Task HandleMethodAsync(HttpContext context, string name) => HandleAsync(context, name, call => Answer(context, call), isMethod: true);

    /// <summary>Handles a request to an address that was given out.</summary>
    public Task HandleAddressAsync(HttpContext context, string name, Action<SlackCall> take) => HandleAsync(
        context,
        name,
        call =>
        {
            // Slack's own client sends it along with uploads.
            if (call.Token.Length > 0 && name == "response_url")
            {
                fake.Violations.Add($"the token was sent to {name}");
            }

            take(call);
            return new JsonObject { ["ok"] = true };
        },
        isMethod: false);

    private async Task HandleAsync(HttpContext context, string name, Func<SlackCall, JsonObject> answer, bool isMethod)
    {
        var call = await SlackCallReader.ReadAsync(context, name, fake.Clock.GetUtcNow());
        fake.Calls.Add(call);
        var fault = fake.Faults.Take(name);
        if (fault is SlackFault.Held held)
        {
            await held.Until.WaitAsync(context.RequestAborted);
        }

        var (status, body) = fault switch
        {
            SlackFault.Limited limited => Limit(context, limited.RetryAfterSeconds),
            SlackFault.Refused refused => (StatusCodes.Status200OK, Refusal(new SlackRefusalException(refused.Code))),
            SlackFault.Page { HasEffect: false } or SlackFault.Reset { HasEffect: false } => (StatusCodes.Status200OK, new JsonObject()),
            _ => Run(context, call, answer, isMethod),
        };
        switch (fault)
        {
            case SlackFault.Reset:
                context.Abort();
                break;
            case SlackFault.Page page:
                context.Response.StatusCode = page.Status;
                await WriteAsync(context, "text/html", "<html><body>An error page of something in between.</body></html>");
                break;
            default:
                context.Response.StatusCode = status;
                await (isMethod || status != StatusCodes.Status200OK
                    ? WriteAsync(context, "application/json; charset=utf-8", body.ToJsonString())
                    : WriteAsync(context, "text/html", "ok"));
                break;
        }
    }

    private (int Status, JsonObject Body) Run(HttpContext context, SlackCall call, Func<SlackCall, JsonObject> answer, bool isMethod)
    {
        try
        {
            lock (state.Lock)
            {
                return (StatusCodes.Status200OK, answer(call));
            }
        }
        catch (SlackRefusalException refusal)
        {
            return (isMethod ? StatusCodes.Status200OK : StatusCodes.Status404NotFound, Refusal(refusal));
        }
        catch (SlackLimitException limit)
        {
            return Limit(context, limit.Seconds);
        }
    }

    private JsonObject Answer(HttpContext context, SlackCall call)
    {
        if (!_methods.TryGetValue(call.Method, out var method))
        {
            throw new SlackRefusalException("unknown_method");
        }

        if (call.Token != method.Token())
        {
            throw new SlackRefusalException(call.Token.Length == 0 ? "not_authed" : call.Token.StartsWith("xapp-", StringComparison.Ordinal) ? "not_allowed_token_type" : "invalid_auth");
        }

        context.Response.Headers["X-OAuth-Scopes"] = string.Join(',', fake.Scopes);
        return method.Scope is null || fake.Scopes.Contains(method.Scope) ? method.Answer(call) : throw new SlackRefusalException("missing_scope") { Needed = method.Scope };
    }

    private JsonObject Refusal(SlackRefusalException refusal)
    {
        var body = new JsonObject { ["ok"] = false, ["error"] = refusal.Code };
        if (refusal.Needed is not null)
        {
            body["needed"] = refusal.Needed;
            body["provided"] = string.Join(',', fake.Scopes);
        }

        if (refusal.Details.Count > 0)
        {
            body["response_metadata"] = new JsonObject { ["messages"] = new JsonArray([.. refusal.Details.Select(detail => (JsonNode)detail)]) };
            fake.Violations.Add($"{refusal.Code}: {string.Join("; ", refusal.Details)}");
        }

        return body;
    }

    private static (int Status, JsonObject Body) Limit(HttpContext context, int? seconds)
    {
        if (seconds is { } wait)
        {
            context.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        }

        return (StatusCodes.Status429TooManyRequests, new JsonObject { ["ok"] = false, ["error"] = "ratelimited" });
    }

    private static Task WriteAsync(HttpContext context, string type, string body)
    {
        context.Response.ContentType = type;
        return context.Response.WriteAsync(body, context.RequestAborted);
    }
}

/// <summary>A method of the Web API.</summary>
/// <param name="Scope">The scope that it needs.</param>
/// <param name="Token">The token that it needs.</param>
/// <param name="Answer">What it answers.</param>
internal sealed record SlackMethod(string? Scope, Func<string> Token, Func<SlackCall, JsonObject> Answer);
