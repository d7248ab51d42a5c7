using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace StoryBot.Testing.Slack;

/// <summary>
/// Sends what people do to the bot's three addresses, signed as Slack signs it. Set <see cref="Target"/> first. Safe to share
/// between threads.
/// </summary>
public sealed class SlackRequests(FakeSlack fake, TimeProvider clock) : IDisposable
{
    // Slack: at once, after a minute, after five.
    private static readonly TimeSpan[] Retries = [TimeSpan.Zero, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)];

    private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false });

    /// <summary>The bot's address, such as <c>http://127.0.0.1:5080</c>.</summary>
    public Uri Target { get; set; } = null!;

    /// <summary>Delivers an event once.</summary>
    /// <param name="inner">The event itself; see <see cref="SlackPayloads"/>.</param>
    /// <param name="eventId">Its id; a new one when null. The same again is a redelivery.</param>
    /// <param name="retry">Which retry it is; null for the first delivery.</param>
    public Task<HttpResponseMessage> EventAsync(JsonObject inner, string? eventId = null, int? retry = null) =>
        PostEventAsync(SlackPayloads.Callback(inner, eventId ?? NewEventId(), clock.GetUtcNow()), retry);

    /// <summary>Delivers an event until it is acknowledged, with Slack's three retries by the fake's clock.</summary>
    /// <returns>How often it was delivered.</returns>
    public async Task<int> DeliverAsync(JsonObject inner, CancellationToken cancellationToken)
    {
        var payload = SlackPayloads.Callback(inner, NewEventId(), clock.GetUtcNow());
        for (var attempt = 0; ; attempt++)
        {
            using var response = await PostEventAsync(payload, attempt == 0 ? null : attempt);
            if (response.IsSuccessStatusCode || attempt == Retries.Length)
            {
                return attempt + 1;
            }

            await Task.Delay(Retries[attempt], clock, cancellationToken);
        }
    }

    /// <summary>A person writes in a channel, a thread or a direct message, and the bot is told.</summary>
    public async Task<FakeSlackMessage> SayAsync(string channel, string person, string text, string? thread = null)
    {
        var message = fake.Say(channel, person, text, thread);
        using var response = await EventAsync(SlackPayloads.Message(message));
        response.EnsureSuccessStatusCode();
        return message;
    }

    /// <summary>A person names the bot in a channel, and the bot is told: by a mention, and by the message itself.</summary>
    public async Task<FakeSlackMessage> MentionAsync(string channel, string person, string text, string? thread = null)
    {
        var message = fake.Say(channel, person, $"<@{FakeSlack.BotUser}> {text}", thread);
        using var mention = await EventAsync(SlackPayloads.Mention(message));
        mention.EnsureSuccessStatusCode();
        using var response = await EventAsync(SlackPayloads.Message(message));
        response.EnsureSuccessStatusCode();
        return message;
    }

    /// <summary>A person opens the bot's Home tab.</summary>
    public Task<HttpResponseMessage> OpenHomeAsync(string person) => EventAsync(SlackPayloads.HomeOpened(person, fake.Direct(person).Id));

    /// <summary>A person gives a slash command.</summary>
    public Task<HttpResponseMessage> CommandAsync(string command, string text, string person, string channel = FakeSlack.General) => PostFormAsync(
        "slack/commands",
        SlackPayloads.Command(command, text, person, channel, fake.NewResponseUrl(channel, person), fake.NewTrigger()));

    /// <summary>A person presses a button of a message.</summary>
    /// <param name="message">The message.</param>
    /// <param name="label">The button's label, or its beginning.</param>
    /// <param name="person">Who presses.</param>
    public Task<HttpResponseMessage> PressAsync(FakeSlackMessage message, string label, string person)
    {
        ArgumentNullException.ThrowIfNull(message);
        var button = message.Buttons.First(one => one.Label.StartsWith(label, StringComparison.Ordinal));
        return InteractAsync(SlackPayloads.Press(message, button, person, fake.NewResponseUrl(message.Channel, person), fake.NewTrigger()));
    }

    /// <summary>A person has a message checked from its menu.</summary>
    public Task<HttpResponseMessage> CheckAsync(FakeSlackMessage message, string person)
    {
        ArgumentNullException.ThrowIfNull(message);
        return InteractAsync(SlackPayloads.CheckMessage(message, person, fake.NewResponseUrl(message.Channel, person), fake.NewTrigger()));
    }

    /// <summary>A person sends off a form.</summary>
    /// <param name="view">The form, as it was opened.</param>
    /// <param name="reason">The chosen reason's value.</param>
    /// <param name="note">What was added; null for nothing.</param>
    /// <param name="person">Who sends it.</param>
    public Task<HttpResponseMessage> SubmitAsync(JsonObject view, string reason, string? note, string person) =>
        InteractAsync(SlackPayloads.Submission(view, reason, note, person, fake.NewTrigger()));

    /// <summary>Posts an interaction.</summary>
    public Task<HttpResponseMessage> InteractAsync(JsonObject payload)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return PostFormAsync("slack/interactivity", new Dictionary<string, string> { ["payload"] = payload.ToJsonString() });
    }

    /// <summary>Posts a form, signed.</summary>
    public async Task<HttpResponseMessage> PostFormAsync(string path, IEnumerable<KeyValuePair<string, string>> fields)
    {
        using var form = new FormUrlEncodedContent(fields);
        return await SendAsync(path, await form.ReadAsByteArrayAsync(), "application/x-www-form-urlencoded");
    }

    /// <summary>Posts an event's payload, signed.</summary>
    public Task<HttpResponseMessage> PostEventAsync(JsonObject payload, int? retry = null)
    {
        ArgumentNullException.ThrowIfNull(payload);
        return SendAsync("slack/events", Encoding.UTF8.GetBytes(payload.ToJsonString()), "application/json", retry: retry);
    }

    /// <summary>Posts anything.</summary>
    /// <param name="path">The path.</param>
    /// <param name="body">The body.</param>
    /// <param name="type">Its media type.</param>
    /// <param name="timestamp">The header with the time; now when null.</param>
    /// <param name="signature">The header with the signature; the right one when null.</param>
    /// <param name="retry">Which retry it is.</param>
    public Task<HttpResponseMessage> SendAsync(string path, byte[] body, string type, string? timestamp = null, string? signature = null, int? retry = null)
    {
        var time = timestamp ?? clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(Target, path)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        Add(request, "X-Slack-Request-Timestamp", time);
        Add(request, "X-Slack-Signature", signature ?? Sign(fake.SigningSecret, time, body));
        if (retry is { } number)
        {
            Add(request, "X-Slack-Retry-Num", number.ToString(CultureInfo.InvariantCulture));
            Add(request, "X-Slack-Retry-Reason", "http_error");
        }

        return _client.SendAsync(request);
    }

    /// <summary>The signature of a request.</summary>
    public static string Sign(string secret, string timestamp, byte[] body) =>
        "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes($"v0:{timestamp}:").Concat(body).ToArray()));

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    // An empty header is one that is left out.
    private static void Add(HttpRequestMessage request, string name, string value)
    {
        if (value.Length > 0)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }
    }

    private string NewEventId() => $"Ev{fake.NextNumber():D8}";
}
