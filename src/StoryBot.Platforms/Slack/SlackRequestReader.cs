using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using StoryBot.Platforms.Receiving;

namespace StoryBot.Platforms.Slack;

/// <summary>Reads a request's body and makes sure that it comes from Slack, before anything in it is looked at. Safe to share between threads.</summary>
internal sealed class SlackRequestReader(SlackSignature signature, TimeProvider clock, ILogger<SlackRequestReader> log)
{
    /// <summary>
    /// The longest body, in bytes. Slack's longest message is 40,000 characters, which interactions carry twice, escaped for
    /// JSON and again for a form: below 3 MB.
    /// </summary>
    public const int LongestBody = 4 * 1024 * 1024;

    /// <summary>The body of a genuine request, or the answer to any other.</summary>
    public async Task<(byte[] Body, IResult? Rejection)> ReadAsync(HttpRequest request)
    {
        if (await RequestBody.ReadAsync(request, LongestBody) is not { } body)
        {
            return ([], Problem(StatusCodes.Status413PayloadTooLarge, $"The body is longer than {LongestBody} bytes; nothing that Slack sends is."));
        }

        var timestamp = request.Headers["X-Slack-Request-Timestamp"].ToString();
        var verdict = signature.Check(timestamp, request.Headers["X-Slack-Signature"].ToString(), body);
        if (verdict == SignatureVerdict.Genuine)
        {
            return (body, null);
        }

        if (verdict == SignatureVerdict.Stale)
        {
            log.Stale(request.Path, TimeSpan.FromSeconds(clock.GetUtcNow().ToUnixTimeSeconds() - double.Parse(timestamp)));
        }
        else
        {
            log.TurnedAway(request.Path, verdict);
        }

        return ([], Problem(StatusCodes.Status401Unauthorized, Explain(verdict)));
    }

    /// <summary>An answer in plain words.</summary>
    public static IResult Problem(int status, string words) => Results.Text(words, "text/plain", statusCode: status);

    private static string Explain(SignatureVerdict verdict) => verdict switch
    {
        SignatureVerdict.Missing => "The request is not signed: X-Slack-Signature or X-Slack-Request-Timestamp is missing.",
        SignatureVerdict.Stale => "The request's time is more than five minutes from this machine's clock.",
        _ => "The signature does not fit the request. It must be made with the signing secret in Slack:SigningSecret, over the body as it is sent.",
    };
}
