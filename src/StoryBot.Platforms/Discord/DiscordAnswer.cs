using System.Net;
using System.Text.Json;

namespace StoryBot.Platforms.Discord;

/// <summary>What Discord, or something before it, answered to a call.</summary>
/// <param name="Status">The status.</param>
/// <param name="Json">The body where it is JSON; undefined otherwise.</param>
/// <param name="Limits">What the headers say of the rate limit.</param>
internal sealed record DiscordAnswer(HttpStatusCode Status, JsonElement Json, DiscordLimitHeaders Limits)
{
    // Where a refusal does not say how long it lasts.
    private static readonly TimeSpan UnknownWait = TimeSpan.FromSeconds(5);

    // A wait of nothing would turn into a storm of calls, each of which counts against the bot.
    private static readonly TimeSpan LeastWait = TimeSpan.FromSeconds(0.25);

    /// <summary>Whether the call has done its work.</summary>
    public bool IsGood => (int)Status is >= 200 and < 300;

    /// <summary>The header that says how long to wait; null when there is none.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>Whether the limit over all calls is meant.</summary>
    public bool IsGlobal { get; init; }

    /// <summary>How long to wait after a refusal for too many calls: as the body says, else the header.</summary>
    public TimeSpan Wait
    {
        get
        {
            var said = Json.At("retry_after") is { ValueKind: JsonValueKind.Number } seconds ? DiscordLimitHeaders.Seconds(seconds.GetRawText()) : null;
            var wait = said ?? RetryAfter ?? Limits.ResetAfter ?? UnknownWait;
            return wait < LeastWait ? LeastWait : wait;
        }
    }

    /// <summary>Which calls a refusal for too many calls is about. Without Discord's JSON it comes from the network before it, and is about all.</summary>
    public BlockScope Scope => Json.ValueKind != JsonValueKind.Object ? BlockScope.Everything : IsGlobal ? BlockScope.Bot : BlockScope.Limit;

    /// <summary>Discord's own number for the reason; 0 when it gave none.</summary>
    public int Code => Json.Number("code") ?? 0;

    /// <summary>Reads an answer.</summary>
    public static async Task<DiscordAnswer> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var json = default(JsonElement);
        if (response.Content.Headers.ContentType?.MediaType == "application/json")
        {
            try
            {
                await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
                using var document = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
                json = document.RootElement.Clone();
            }
            catch (JsonException)
            {
                // As if there were none: the status still stands.
            }
        }

        return new DiscordAnswer(response.StatusCode, json, DiscordLimitHeaders.Of(response.Headers))
        {
            RetryAfter = response.Headers.RetryAfter?.Delta,
            IsGlobal = json.At("global").ValueKind == JsonValueKind.True || response.Headers.Contains("X-RateLimit-Global"),
        };
    }
}
