using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using StoryBot.Platforms.Sending;

namespace StoryBot.Platforms.Slack;

/// <summary>
/// The only way out to Slack: calls that wait out rate limits and repeat what failed in passing, within bounds. Safe to share
/// between threads.
/// </summary>
internal sealed class SlackApi(SlackTransport transport, TimeProvider clock, ILogger<SlackApi> log)
{
    /// <summary>Messages of one channel are at least this far apart: https://docs.slack.dev/apis/web-api/rate-limits.</summary>
    public static readonly TimeSpan ChannelPace = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan LongestLimit = TimeSpan.FromMinutes(5);
    private static readonly BackOff AfterFailure = new(TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(10), Attempts: 6);

    // Where Slack does not say how long: its limits are per second and per minute.
    private static readonly BackOff AfterLimit = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(60), Attempts: int.MaxValue);

    private readonly ConcurrentDictionary<string, DateTimeOffset> _notBefore = [];

    /// <summary>Calls a method of the Web API.</summary>
    /// <param name="method">The method.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="cancellationToken">The process is stopping.</param>
    /// <param name="findDone">
    /// For a call that must not be made twice: looks whether an attempt whose answer was lost had its effect, and gives what it
    /// would have answered. Null where repeating does no harm.
    /// </param>
    /// <exception cref="SlackApiException">Slack refused it, or it did not work in time.</exception>
    public Task<JsonElement> CallAsync(string method, JsonObject arguments, CancellationToken cancellationToken, Func<Task<JsonElement?>>? findDone = null)
    {
        // Posting is limited per channel, everything else per method.
        var isPost = method == "chat.postMessage";
        var gate = isPost ? $"{method} {(string?)arguments["channel"]}" : method;
        return RepeatAsync(method, gate, isPost ? ChannelPace : TimeSpan.Zero, () => transport.CallAsync(method, (JsonObject)arguments.DeepClone(), cancellationToken), findDone, cancellationToken);
    }

    /// <summary>Calls a method once, for what is not worth waiting for.</summary>
    /// <exception cref="SlackApiException">It did not work.</exception>
    public async Task<JsonElement> TryOnceAsync(string method, JsonObject arguments, CancellationToken cancellationToken) =>
        await transport.CallAsync(method, arguments, cancellationToken) switch
        {
            SlackAttempt.Done done => done.Answer,
            SlackAttempt.Refused refused => throw SlackApiException.Refused(method, refused.Code, refused.Needed),
            SlackAttempt.Limited limited => throw SlackApiException.Limited(method, limited.Wait ?? TimeSpan.Zero),
            SlackAttempt.Failed failed => throw SlackApiException.Unreachable(method, failed.Failure, failed.IsUnclear, failed.Exception),
            _ => throw new InvalidOperationException("An attempt of unknown kind."),
        };

    /// <summary>Posts JSON to a response URL.</summary>
    /// <exception cref="SlackApiException">Slack refused it, or it did not work in time.</exception>
    public Task RespondAsync(string responseUrl, JsonObject body, CancellationToken cancellationToken) =>
        RepeatAsync("response_url", responseUrl, TimeSpan.Zero, () => transport.PostAsync(new Uri(responseUrl), SlackTransport.Json(body), cancellationToken), findDone: null, cancellationToken);

    /// <summary>Posts a file's bytes to an upload URL.</summary>
    /// <exception cref="SlackApiException">Slack refused it, or it did not work in time.</exception>
    public Task UploadAsync(string uploadUrl, ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        RepeatAsync("upload_url", uploadUrl, TimeSpan.Zero, () => transport.PostAsync(new Uri(uploadUrl), new ReadOnlyMemoryContent(bytes), cancellationToken), findDone: null, cancellationToken);

    private async Task<JsonElement> RepeatAsync(string method, string gate, TimeSpan pace, Func<Task<SlackAttempt>> attempt, Func<Task<JsonElement?>>? findDone, CancellationToken cancellationToken)
    {
        var failures = 0;
        var limits = 0;
        var waited = TimeSpan.Zero;
        while (true)
        {
            await WaitForGateAsync(gate, cancellationToken);
            var outcome = await attempt();
            if (outcome is SlackAttempt.Failed failed)
            {
                await WaitAfterAsync(method, failed, ++failures, cancellationToken);
                outcome = failed.IsUnclear && findDone is not null && await findDone() is { } found ? new SlackAttempt.Done(found) : outcome;
            }

            switch (outcome)
            {
                case SlackAttempt.Done done:
                    HoldGate(gate, pace);
                    return done.Answer;
                case SlackAttempt.Refused refused:
                    throw SlackApiException.Refused(method, refused.Code, refused.Needed);
                case SlackAttempt.Limited limited:
                    var wait = limited.Wait ?? AfterLimit.After(++limits)!.Value;
                    waited += wait;
                    HoldGate(gate, waited > LongestLimit ? throw SlackApiException.Limited(method, waited) : wait);
                    log.RateLimited(method, wait);
                    break;
            }
        }
    }

    private async Task WaitAfterAsync(string method, SlackAttempt.Failed failed, int failures, CancellationToken cancellationToken)
    {
        var wait = AfterFailure.After(failures) ?? throw SlackApiException.Unreachable(method, failed.Failure, failed.IsUnclear, failed.Exception);
        log.Retrying(method, failed.Failure, wait);
        await Task.Delay(wait, clock, cancellationToken);
    }

    private async Task WaitForGateAsync(string gate, CancellationToken cancellationToken)
    {
        while (_notBefore.TryGetValue(gate, out var opens) && opens - clock.GetUtcNow() is { Ticks: > 0 } wait)
        {
            // Timers know whole milliseconds: a wait that is cut short would be waited for again and again.
            await Task.Delay(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), clock, cancellationToken);
        }
    }

    private void HoldGate(string gate, TimeSpan wait)
    {
        var now = clock.GetUtcNow();
        if (wait > TimeSpan.Zero)
        {
            _notBefore.AddOrUpdate(gate, now + wait, (_, old) => old > now + wait ? old : now + wait);
        }

        // Gates that are open again are of no use; there are as many as channels.
        if (_notBefore.Count > 1000)
        {
            foreach (var (name, opens) in _notBefore)
            {
                if (opens <= now)
                {
                    _notBefore.TryRemove(name, out _);
                }
            }
        }
    }
}
