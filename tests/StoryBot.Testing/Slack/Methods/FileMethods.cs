using System.Globalization;
using System.Text.Json.Nodes;

namespace StoryBot.Testing.Slack.Methods;

/// <summary>Files: ask for an address, send the bytes there, complete.</summary>
internal sealed class FileMethods(SlackState state, Func<string> uploadBase)
{
    public void AddTo(FakeSlack fake)
    {
        fake.AddMethod("files.getUploadURLExternal", "files:write", Begin);
        fake.AddMethod("files.completeUploadExternal", "files:write", Complete);
    }

    /// <summary>Takes the bytes of a file.</summary>
    public void Upload(string id, SlackCall call)
    {
        if (!state.Files.TryGetValue(id, out var file))
        {
            throw new SlackRefusalException("file_not_found");
        }

        state.Files[id] = call.Bytes.Length == file.Length ? file with { Bytes = call.Bytes } : throw new SlackRefusalException("length_mismatch");
    }

    private JsonObject Begin(SlackCall call)
    {
        // This method takes forms only.
        if (call.ContentType == "application/json" || !int.TryParse(call.Text("length"), NumberStyles.None, CultureInfo.InvariantCulture, out var length) || length == 0)
        {
            throw new SlackRefusalException("invalid_arguments");
        }

        if (call.Text("alt_txt") is { Length: > 1000 })
        {
            throw new SlackRefusalException("alt_txt_too_large");
        }

        var id = $"F{state.NextNumber():D8}";
        state.Files[id] = new FakeSlackFile(id, call.Need("filename"), length, call.Text("alt_txt"));
        return new JsonObject { ["ok"] = true, ["upload_url"] = $"{uploadBase()}{id}", ["file_id"] = id };
    }

    private JsonObject Complete(SlackCall call)
    {
        var files = call.List("files") ?? throw new SlackRefusalException("invalid_arguments");
        var channel = (call.Text("channel_id") ?? call.Text("channels")) is { } id ? state.ChannelOf(id) : null;
        if (channel is { HasBot: false })
        {
            throw new SlackRefusalException("not_in_channel");
        }

        var done = new JsonArray();
        foreach (var entry in files)
        {
            var file = state.Files.GetValueOrDefault((string?)entry!["id"] ?? string.Empty);
            if (file is not { Bytes.Length: > 0 })
            {
                throw new SlackRefusalException("file_not_found");
            }

            state.Files[file.Id] = file with { IsComplete = true, Channel = channel?.Id, Thread = call.Text("thread_ts") };
            done.Add(new JsonObject { ["id"] = file.Id, ["title"] = (string?)entry["title"] ?? file.Name });
        }

        return new JsonObject { ["ok"] = true, ["files"] = done };
    }
}
