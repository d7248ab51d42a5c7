using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;

namespace StoryBot.Sockets.Discord;

/// <summary>
/// Sends the first response to an interaction, which Discord wants within 3 seconds. Not through the SDK, whose queue lets
/// the second of two first responses wait for 0.75 seconds and repeats a 502 without a pause.
/// </summary>
internal sealed class InteractionCallback(IHttpClientFactory clients, IOptions<DiscordGatewayOptions> options, TimeProvider clock)
{
    /// <summary>The name of the HTTP client.</summary>
    public const string Client = "discord-interactions";

    // Discord's codes: the interaction is too old or unknown; it has been answered already.
    private const int AlreadyAnswered = 40060;
    private const int Attempts = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly Uri _base = DiscordAddress.WithSlash(options.Value.ApiUrl);

    /// <summary>Sends a response; says why when it could not be, else null. A repetition does no harm: the second is refused.</summary>
    /// <param name="interaction">The interaction's id.</param>
    /// <param name="token">The interaction's token.</param>
    /// <param name="response">The response: a type and its data.</param>
    /// <param name="cancellationToken">The process is stopping.</param>
    public async Task<string?> SendAsync(string interaction, string token, JsonObject response, CancellationToken cancellationToken)
    {
        var address = new Uri(_base, $"interactions/{interaction}/{token}/callback");
        for (var attempt = 1; ; attempt++)
        {
            var (fault, isPassing) = await TryAsync(address, response, cancellationToken);
            if (fault is null || !isPassing || attempt == Attempts)
            {
                return fault;
            }

            await Task.Delay(Pause * attempt, clock, cancellationToken);
        }
    }

    private async Task<(string? Fault, bool IsPassing)> TryAsync(Uri address, JsonObject response, CancellationToken cancellationToken)
    {
        try
        {
            using var client = clients.CreateClient(Client);
            using var answer = await client.PostAsJsonAsync(address, response, cancellationToken);
            if (answer.IsSuccessStatusCode)
            {
                return (null, false);
            }

            var code = await CodeAsync(answer, cancellationToken);
            return code == AlreadyAnswered
                ? (null, false)
                : ($"Discord answered {(int)answer.StatusCode}, code {code}.", answer.StatusCode >= HttpStatusCode.InternalServerError);
        }
        catch (HttpRequestException fault)
        {
            return ($"Discord could not be reached ({fault.HttpRequestError}).", true);
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return ("Discord did not answer in time.", true);
        }
    }

    private static async Task<int> CodeAsync(HttpResponseMessage answer, CancellationToken cancellationToken)
    {
        try
        {
            var body = await answer.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            return body.ValueKind == JsonValueKind.Object && body.TryGetProperty("code", out var code) && code.TryGetInt32(out var number) ? number : 0;
        }
        catch (JsonException)
        {
            return 0;
        }
    }
}
