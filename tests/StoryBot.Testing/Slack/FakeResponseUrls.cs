using StoryBot.Testing.Slack.Methods;

namespace StoryBot.Testing.Slack;

/// <summary>Response URLs: five uses, half an hour, and no token.</summary>
internal sealed class FakeResponseUrls(SlackState state, Action<FakeSlackMessage> written)
{
    private readonly Dictionary<string, Entry> _entries = [];

    /// <summary>A new one.</summary>
    public string New(string baseAddress, string channel, string person)
    {
        lock (state.Lock)
        {
            var id = $"R{state.NextNumber():D8}";
            _entries[id] = new Entry(baseAddress + id, channel, person, state.Now + TimeSpan.FromMinutes(30));
            return baseAddress + id;
        }
    }

    /// <summary>Takes a message; refuses with the code that Slack gives.</summary>
    public void Respond(string id, SlackCall call)
    {
        var entry = _entries.GetValueOrDefault(id) ?? throw new SlackRefusalException("invalid_url");
        if (entry.Ends < call.At)
        {
            throw new SlackRefusalException("expired_url");
        }

        if (entry.Uses >= 5)
        {
            throw new SlackRefusalException("used_url");
        }

        ChatMethods.Check(call);
        entry.Uses++;
        var message = ChatMethods.Message(call, entry.Channel, state.NextTs(entry.Channel)) with
        {
            OnlyFor = call.Text("response_type") == "in_channel" ? null : entry.Person,
            Metadata = null,
            ResponseUrl = entry.Address,
        };
        state.Messages.Add(message);
        written(message);
    }

    private sealed record Entry(string Address, string Channel, string Person, DateTimeOffset Ends)
    {
        public int Uses { get; set; }
    }
}
