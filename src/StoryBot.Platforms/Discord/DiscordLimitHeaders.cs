using System.Globalization;
using System.Net.Http.Headers;

namespace StoryBot.Platforms.Discord;

/// <summary>What an answer's headers say about its rate limit.</summary>
/// <param name="Bucket">The limit's name, shared by the routes that count together; null when there is none.</param>
/// <param name="Remaining">How many calls are left; null when it is not said.</param>
/// <param name="ResetAfter">When there will be more; null when it is not said.</param>
internal sealed record DiscordLimitHeaders(string? Bucket, int? Remaining, TimeSpan? ResetAfter)
{
    /// <summary>Reads them.</summary>
    public static DiscordLimitHeaders Of(HttpResponseHeaders headers) => new(
        Value(headers, "X-RateLimit-Bucket"),
        int.TryParse(Value(headers, "X-RateLimit-Remaining"), NumberStyles.Integer, CultureInfo.InvariantCulture, out var remaining) ? remaining : null,
        Seconds(Value(headers, "X-RateLimit-Reset-After")));

    /// <summary>A number of seconds as text; null when it is none, or cannot be a wait.</summary>
    public static TimeSpan? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 86_400
            ? TimeSpan.FromSeconds(seconds)
            : null;

    private static string? Value(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;
}
