using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace StoryBot.Platforms.Slack;

/// <summary>Makes one request to Slack and says what it came to. The only place that holds the token. Safe to share between threads.</summary>
internal sealed class SlackTransport(IHttpClientFactory clients, IOptions<SlackOptions> options, TimeProvider clock)
{
    /// <summary>The HTTP client's name.</summary>
    public const string ClientName = "slack";

    // Slack answers within a second or two; what takes this long is lost.
    private static readonly TimeSpan AttemptLimit = TimeSpan.FromSeconds(15);

    /// <summary>Calls a method of the Web API.</summary>
    /// <param name="method">The method, such as <c>chat.postMessage</c>.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">The process is stopping.</param>
    public Task<SlackAttempt> CallAsync(string method, JsonObject arguments, CancellationToken cancellationToken)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.ApiBase, method)) { Content = ContentOf(method, arguments) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", options.Value.BotToken);
        return SendAsync(request, cancellationToken);
    }

    /// <summary>Posts to an address that Slack gave out for one purpose. Carries no token: the address itself is the secret.</summary>
    public Task<SlackAttempt> PostAsync(Uri address, HttpContent content, CancellationToken cancellationToken) =>
        SendAsync(new HttpRequestMessage(HttpMethod.Post, address) { Content = content }, cancellationToken);

    /// <summary>A body of JSON.</summary>
    public static StringContent Json(JsonObject body) => new(body.ToJsonString(), Encoding.UTF8, "application/json");

    // Methods that read take no JSON, nor does the one that starts an upload.
    private static HttpContent ContentOf(string method, JsonObject arguments) =>
        method is "conversations.history" or "conversations.replies" or "files.getUploadURLExternal"
            ? new FormUrlEncodedContent(arguments.Select(pair => KeyValuePair.Create(pair.Key, pair.Value is JsonValue value ? value.ToString() : pair.Value?.ToJsonString() ?? string.Empty)))
            : Json(arguments);

    private async Task<SlackAttempt> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(AttemptLimit, clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using (request)
            {
                using var response = await clients.CreateClient(ClientName).SendAsync(request, both.Token);
                return Read(response, await response.Content.ReadAsByteArrayAsync(both.Token));
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SlackAttempt.Failed($"no answer within {AttemptLimit.TotalSeconds} s", IsUnclear: true, Exception: null);
        }
        catch (HttpRequestException fault)
        {
            var wasNotSent = fault.HttpRequestError is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
                or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError;
            return new SlackAttempt.Failed($"the connection failed ({fault.HttpRequestError})", !wasNotSent, fault);
        }
    }

    private SlackAttempt Read(HttpResponseMessage response, byte[] body)
    {
        var answer = ObjectOf(body);
        var code = answer?.Text("error");
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => new SlackAttempt.Limited(WaitOf(response)),
            >= HttpStatusCode.InternalServerError => new SlackAttempt.Failed($"status {(int)response.StatusCode}", IsUnclear: true, Exception: null),
            _ when code is not null && SlackErrors.IsLimit(code) => new SlackAttempt.Limited(WaitOf(response)),
            _ when code is not null && SlackErrors.IsPassing(code) => new SlackAttempt.Failed(code, IsUnclear: true, Exception: null),
            _ when code is not null => new SlackAttempt.Refused(code, answer?.Text("needed")),
            _ when response.IsSuccessStatusCode && answer?.At("ok") is null or { ValueKind: JsonValueKind.True } => Success(answer, body),
            _ => new SlackAttempt.Refused($"http_{(int)response.StatusCode}", Needed: null),
        };
    }

    // Response URLs and uploads answer "ok" in words. A page of a proxy or a login is a success only in its status.
    private static SlackAttempt Success(JsonElement? answer, byte[] body) => answer switch
    {
        { } done => new SlackAttempt.Done(done),
        null when body.Length < 100 && Encoding.UTF8.GetString(body).TrimStart() is "" or ['o' or 'O', 'k' or 'K', ..] => new SlackAttempt.Done(JsonElement.Parse("{}")),
        null => new SlackAttempt.Failed("an answer that does not come from Slack", IsUnclear: true, Exception: null),
    };

    private TimeSpan? WaitOf(HttpResponseMessage response) => response.Headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        { Date: { } date } => date - clock.GetUtcNow() is { Ticks: > 0 } wait ? wait : TimeSpan.Zero,
        _ => null,
    };

    private static JsonElement? ObjectOf(byte[] body)
    {
        try
        {
            return SlackJson.ParseObject(body);
        }
        catch (SlackPayloadException)
        {
            return null;
        }
    }
}
