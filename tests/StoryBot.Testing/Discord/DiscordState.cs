using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord;

/// <summary>
/// What Discord remembers: channels, messages, interactions and commands, and the rules by which an interaction is answered.
/// Every member is to be used under <see cref="Lock"/>.
/// </summary>
internal sealed class DiscordState(DiscordSnowflakes ids, TimeProvider clock, string applicationId)
{
    // How long Discord waits for the first answer, and how long the token lasts; "the past few minutes" of a nonce.
    private static readonly TimeSpan FirstAnswer = TimeSpan.FromSeconds(3);
    private static readonly TimeSpan TokenLife = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan NonceLife = TimeSpan.FromMinutes(5);

    private readonly DiscordMessageWriter _writer = new(ids, clock, applicationId);
    private readonly Dictionary<string, FakeMessage> _messages = [];

    public Lock Lock { get; } = new();

    public Dictionary<string, FakeChannel> Channels { get; } = [];

    /// <summary>The interactions by their tokens.</summary>
    public Dictionary<string, FakeInteraction> Interactions { get; } = [];

    public Dictionary<string, JsonArray> Commands { get; } = [];

    public IEnumerable<FakeMessage> Messages => _messages.Values.OrderBy(message => ulong.Parse(message.Id)).Select(Copy);

    public FakeMessage? Find(string channel, string id) =>
        _messages.TryGetValue(id, out var message) && message.Channel == channel ? message : null;

    public bool Remove(string id) => _messages.Remove(id);

    public FakeMessage Create(string channel, JsonObject fields, IReadOnlyList<DiscordFile> files, int flags = 0, string? interaction = null)
    {
        var json = _writer.Empty(channel, flags);
        _writer.Fill(json, fields, files);
        DiscordMessageWriter.Answer(json, fields, Channels.GetValueOrDefault(channel)?.Guild);
        if (interaction is not null)
        {
            json["application_id"] = applicationId;
            json["webhook_id"] = applicationId;
        }

        if (fields["nonce"] is { } nonce)
        {
            json["nonce"] = nonce.DeepClone();
        }

        return Keep(new FakeMessage(json) { Interaction = interaction, Files = files, Notifies = DiscordMentions.In(fields) });
    }

    public FakeMessage Edit(FakeMessage message, JsonObject fields, IReadOnlyList<DiscordFile> files)
    {
        var json = message.Json.DeepClone().AsObject();
        _writer.Fill(json, fields, files);
        json["flags"] = json["flags"]!.GetValue<int>() & ~FakeMessage.Loading;
        json["edited_timestamp"] = _writer.Now;
        return Keep(message with { Json = json, Files = files.Count > 0 ? files : message.Files, Notifies = DiscordMentions.In(fields) });
    }

    /// <summary>The message that was sent to a channel with the same nonce in the past few minutes.</summary>
    public FakeMessage? WithNonce(string channel, string nonce) => _messages.Values.FirstOrDefault(message =>
        message.Channel == channel && message.Nonce == nonce && clock.GetUtcNow() - DiscordSnowflakes.TimeOf(message.Id) < NonceLife);

    /// <summary>Takes in the first answer to an interaction; null when it is right, else what Discord says.</summary>
    public DiscordAnswer? Answer(FakeInteraction interaction, JsonObject answer, IReadOnlyList<DiscordFile> files)
    {
        if (interaction.AnsweredWith is not null)
        {
            return DiscordAnswer.Error(400, 40060, "Interaction has already been acknowledged.");
        }

        if (clock.GetUtcNow() - interaction.At > FirstAnswer)
        {
            return DiscordAnswer.Error(404, 10062, "Unknown interaction");
        }

        var type = answer["type"]!.GetValue<int>();
        var data = answer["data"] as JsonObject ?? [];
        if (type is 4 or 7 && DiscordRules.Refuse(data, files) is { } refusal)
        {
            return refusal;
        }

        interaction.AnsweredWith = type;
        interaction.AnswerData = data;
        var flags = (data["flags"]?.GetValue<int>() ?? 0) & FakeMessage.Ephemeral;
        interaction.Original = type switch
        {
            4 => Create(interaction.Channel, data, files, flags, interaction.Id).Id,
            5 => Create(interaction.Channel, [], [], flags | FakeMessage.Loading, interaction.Id).Id,
            6 => interaction.Message,
            7 => Find(interaction.Channel, interaction.Message!) is { } shown ? Edit(shown, data, files).Id : null,
            _ => null,
        };
        return null;
    }

    /// <summary>The interaction whose token still answers; null with what Discord says otherwise.</summary>
    public FakeInteraction? OpenBy(string token, out DiscordAnswer? refusal)
    {
        var interaction = Interactions.GetValueOrDefault(token);
        refusal = interaction is null || interaction.AnsweredWith is null ? DiscordAnswer.Error(404, 10015, "Unknown Webhook")
            : clock.GetUtcNow() - interaction.At > TokenLife ? DiscordAnswer.Error(401, 50027, "Invalid Webhook Token")
            : null;
        return refusal is null ? interaction : null;
    }

    private FakeMessage Keep(FakeMessage message)
    {
        _messages[message.Id] = message;
        return Copy(message);
    }

    private static FakeMessage Copy(FakeMessage message) => message with { Json = message.Json.DeepClone().AsObject() };
}
