using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using NSec.Cryptography;
using StoryBot.Testing.Discord.Specification;

namespace StoryBot.Testing.Discord;

/// <summary>
/// Tells a bot what people do: makes the interactions, signs them as Discord does and posts them to the bot's endpoint, and takes
/// its first answer in by Discord's rules. Safe to share between threads.
/// </summary>
public sealed class FakeInteractions
{
    private const string Callback = "/interactions/{interaction_id}/{interaction_token}/callback";

    private readonly DiscordState _state;
    private readonly DiscordSnowflakes _ids;
    private readonly TimeProvider _clock;
    private readonly Action<string> _violate;
    private readonly Action<FakeMessage> _announce;
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);

    internal FakeInteractions(DiscordState state, DiscordSnowflakes ids, TimeProvider clock, Action<string> violate, Action<FakeMessage> announce)
    {
        _state = state;
        _ids = ids;
        _clock = clock;
        _violate = violate;
        _announce = announce;
        Payloads = new InteractionPayloads(ids, FakeDiscord.ApplicationId);
    }

    /// <summary>The application's public key in hexadecimal, as the portal shows it.</summary>
    public string PublicKey => Convert.ToHexStringLower(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey));

    /// <summary>Makes what the bot is told.</summary>
    public InteractionPayloads Payloads { get; }

    /// <summary>Lets an interaction begin; its channel is there from then on.</summary>
    public FakeInteraction Open(JsonObject payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var interaction = new FakeInteraction(
            payload["id"]!.GetValue<string>(), payload["token"]!.GetValue<string>(), payload, _clock.GetUtcNow());
        lock (_state.Lock)
        {
            _state.Interactions[interaction.Token] = interaction;
            if (interaction.Channel.Length > 0)
            {
                _state.Channels.TryAdd(interaction.Channel, new FakeChannel(interaction.Channel, payload["guild_id"]?.GetValue<string>())
                {
                    // Where only the person has installed the bot, the bot itself is not there.
                    BotSees = payload["authorizing_integration_owners"]?["0"] is not null && payload["context"]?.GetValue<int>() != 2,
                });
            }
        }

        return interaction;
    }

    /// <summary>Signs a body as Discord does.</summary>
    public string Sign(string timestamp, byte[] body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(_key, [.. Encoding.UTF8.GetBytes(timestamp), .. body]));

    /// <summary>The signed request that tells the bot.</summary>
    public HttpRequestMessage Request(Uri endpoint, JsonObject payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        var body = Encoding.UTF8.GetBytes(payload.ToJsonString());
        var timestamp = $"{_clock.GetUtcNow().ToUnixTimeSeconds()}";
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Add("X-Signature-Ed25519", Sign(timestamp, body));
        request.Headers.Add("X-Signature-Timestamp", timestamp);
        request.Headers.UserAgent.ParseAdd("Discord-Interactions/1.0");
        return request;
    }

    /// <summary>Lets an interaction begin, tells the bot, and takes its answer in.</summary>
    public async Task<InteractionExchange> SendAsync(HttpClient client, Uri endpoint, JsonObject payload, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(client);
        var interaction = Open(payload);
        using var request = Request(endpoint, payload);
        using var response = await client.SendAsync(request, cancellationToken);
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        var answer = response.IsSuccessStatusCode ? Take(interaction, text) : null;
        return new InteractionExchange((int)response.StatusCode, answer, interaction);
    }

    private JsonObject? Take(FakeInteraction interaction, string text)
    {
        var answer = JsonNode.Parse(text)!.AsObject();
        foreach (var fault in DiscordSpecification.Instance?.CheckRequest("post", Callback, JsonSerializer.SerializeToElement(answer)) ?? [])
        {
            _violate($"the first answer to interaction {interaction.Id}: {fault}");
        }

        lock (_state.Lock)
        {
            if (interaction.Type == 1)
            {
                return answer;
            }

            if (_state.Answer(interaction, answer, []) is { } refusal)
            {
                _violate($"the first answer to interaction {interaction.Id}: {refusal.Body}");
            }
            else if (interaction.Original is { } id && _state.Find(interaction.Channel, id) is { } message)
            {
                _announce(message);
            }
        }

        return answer;
    }
}

/// <summary>What became of an interaction that was told by webhook.</summary>
/// <param name="Status">The HTTP status of the bot's answer.</param>
/// <param name="Answer">The answer; null when the status says that there is none.</param>
/// <param name="Interaction">The interaction.</param>
public sealed record InteractionExchange(int Status, JsonObject? Answer, FakeInteraction Interaction)
{
    /// <summary>The kind of the answer; 0 when there is none.</summary>
    public int Type => Answer?["type"]?.GetValue<int>() ?? 0;

    /// <summary>Whether the answer says that only the person is to see it.</summary>
    public bool IsEphemeral => ((Answer?["data"]?["flags"]?.GetValue<int>() ?? 0) & FakeMessage.Ephemeral) != 0;
}
