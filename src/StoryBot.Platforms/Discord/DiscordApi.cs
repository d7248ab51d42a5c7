using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Platforms.Sending;

namespace StoryBot.Platforms.Discord;

/// <summary>
/// Discord's HTTP interface, the only way out. Keeps to the rate limits, waits out refusals, and repeats what failed on the
/// other side for as long as it is worth it. Safe to share between threads.
/// </summary>
internal sealed class DiscordApi(
    IHttpClientFactory clients,
    IOptions<DiscordOptions> options,
    DiscordRateLimits limits,
    TimeProvider clock,
    ILogger<DiscordApi> logger)
{
    /// <summary>The name of the HTTP client.</summary>
    public const string ClientName = "discord";

    // After this a reply is of no use to whoever waits for it; whoever posts on a schedule tries again by itself.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    // Between a reply that came too early and the next attempt.
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(0.25);

    /// <summary>Makes a call.</summary>
    /// <returns>The JSON of the answer; undefined when it has none.</returns>
    /// <exception cref="DiscordException">It did not succeed.</exception>
    public async Task<JsonElement> SendAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        var ends = request.Ends ?? clock.GetUtcNow() + Patience;
        for (var failures = 0; ;)
        {
            var attempt = await TryAsync(request, ends, cancellationToken);
            if (attempt.Answer is { IsGood: true } good)
            {
                return good.Json;
            }

            if (attempt.Wait is { } wait)
            {
                // A refusal holds back the calls of its limit by itself.
                await WaitAsync(wait, ends, attempt, cancellationToken);
                continue;
            }

            if (!attempt.IsPassing || BackOff.Default.After(++failures) is not { } pause)
            {
                throw attempt.Failure;
            }

            DiscordLog.Repeating(logger, request.Method, request.Route, failures, pause.TotalSeconds, attempt.Failure.Message);
            await WaitAsync(pause, ends, attempt, cancellationToken);
        }
    }

    private async Task WaitAsync(TimeSpan wait, DateTimeOffset ends, Attempt attempt, CancellationToken cancellationToken)
    {
        if (clock.GetUtcNow() + wait >= ends)
        {
            throw attempt.Failure;
        }

        await Task.Delay(wait, clock, cancellationToken);
    }

    private async Task<Attempt> TryAsync(DiscordRequest request, DateTimeOffset ends, CancellationToken cancellationToken)
    {
        using var turn = await limits.EnterAsync(request, ends, cancellationToken);
        using var timeout = new CancellationTokenSource(options.Value.RequestTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var answer = await CallAsync(request, either.Token);
            limits.Note(request, turn, answer.Limits);
            return Judge(request, turn, answer);
        }
        catch (HttpRequestException failure)
        {
            return Broken(request, failure, WasNotSent(failure));
        }
        catch (IOException failure)
        {
            return Broken(request, failure, wasNotSent: false);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            return Broken(request, failure, wasNotSent: false);
        }
    }

    private Attempt Judge(DiscordRequest request, DiscordRateLimits.Turn turn, DiscordAnswer answer)
    {
        if (answer.IsGood)
        {
            return new Attempt(answer, null!);
        }

        var failure = new DiscordException(
            $"{request.Method} {request.Route} was answered with {(int)answer.Status}, code {answer.Code}: {answer.Json.Text("message") ?? answer.Status.ToString()}.",
            answer.Status,
            answer.Code);
        if (answer.Status == HttpStatusCode.TooManyRequests)
        {
            limits.Block(request, turn, answer.Wait, answer.Scope);
            DiscordLog.Limited(logger, request.Method, request.Route, answer.Wait.TotalSeconds, answer.Scope);
            return new Attempt(answer, failure) { Wait = answer.Wait };
        }

        var isEarly = failure.IsTokenUnknown && clock.GetUtcNow() < request.UnknownUntil;
        return new Attempt(answer, failure) { Wait = isEarly ? Moment : null, IsPassing = (int)answer.Status >= 500 };
    }

    private static Attempt Broken(DiscordRequest request, Exception failure, bool wasNotSent)
    {
        var reason = failure is OperationCanceledException ? "no answer in time" : "the connection broke";
        return new Attempt(null, new DiscordException($"{request.Method} {request.Route}: {reason}.", inner: failure) { MayHaveWorked = !wasNotSent })
        {
            IsPassing = wasNotSent || request.IsRepeatable,
        };
    }

    private static bool WasNotSent(HttpRequestException failure) =>
        failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError;

    private async Task<DiscordAnswer> CallAsync(DiscordRequest request, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(request.Method, new Uri(options.Value.ApiUrl, request.Path)) { Content = ContentOf(request) };
        if (!request.IsOfInteraction)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bot", options.Value.BotToken);
        }

        using var client = clients.CreateClient(ClientName);
        using var response = await client.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return await DiscordAnswer.ReadAsync(response, cancellationToken);
    }

    private static HttpContent? ContentOf(DiscordRequest request)
    {
        if (request.Json is null)
        {
            return null;
        }

        var json = new ByteArrayContent(request.Json);
        json.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        if (request.Files.Count == 0)
        {
            return json;
        }

        var parts = new MultipartFormDataContent { { json, "payload_json" } };
        foreach (var (index, (name, bytes)) in request.Files.Index())
        {
            var file = new ReadOnlyMemoryContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue("image/png");
            parts.Add(file, $"files[{index}]", name);
        }

        return parts;
    }

    /// <summary>What became of one attempt.</summary>
    private sealed record Attempt(DiscordAnswer? Answer, DiscordException Failure)
    {
        /// <summary>How long to wait before the same call may be made; null where that is not the matter.</summary>
        public TimeSpan? Wait { get; init; }

        /// <summary>Whether another attempt may go better.</summary>
        public bool IsPassing { get; init; }
    }
}
