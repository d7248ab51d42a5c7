using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using StoryBot.Testing.Slack;

namespace StoryBot.Platforms.Tests.Slack;

/// <summary>Calls methods of the fake Slack with arguments that it takes, to see its answers.</summary>
internal sealed class FakeSlackCaller(FakeSlack slack) : IDisposable
{
    private readonly HttpClient _client = new(new SocketsHttpHandler());

    /// <summary>A method's answer to a call that is as it should be.</summary>
    public async Task<JsonObject> CallAsync(string method) => method switch
    {
        "chat.postEphemeral" => await PostAsync(method, new JsonObject { ["channel"] = FakeSlack.General, ["user"] = "U0ANN", ["text"] = "hello" }),
        "files.getUploadURLExternal" => await BeginUploadAsync(),
        "files.completeUploadExternal" => await UploadAsync(),
        "assistant.threads.setStatus" => await PostAsync(method, new JsonObject { ["channel_id"] = FakeSlack.General, ["thread_ts"] = "1.2", ["status"] = "is thinking" }),
        "views.publish" => await PostAsync(method, new JsonObject { ["user_id"] = "U0ANN", ["view"] = new JsonObject { ["type"] = "home", ["blocks"] = new JsonArray() } }),
        _ => await PostAsync(method, []),
    };

    public void Dispose() => _client.Dispose();

    private Task<JsonObject> BeginUploadAsync() =>
        SendAsync("files.getUploadURLExternal", new FormUrlEncodedContent(new Dictionary<string, string> { ["filename"] = "a.png", ["length"] = "3" }));

    private async Task<JsonObject> UploadAsync()
    {
        var begun = await BeginUploadAsync();
        (await _client.PostAsync(new Uri((string)begun["upload_url"]!), new ByteArrayContent([1, 2, 3]))).EnsureSuccessStatusCode().Dispose();
        return await PostAsync("files.completeUploadExternal", new JsonObject { ["files"] = new JsonArray(new JsonObject { ["id"] = (string?)begun["file_id"], ["title"] = "a.png" }) });
    }

    private Task<JsonObject> PostAsync(string method, JsonObject arguments) => SendAsync(method, new StringContent(arguments.ToJsonString(), Encoding.UTF8, "application/json"));

    private async Task<JsonObject> SendAsync(string method, HttpContent content)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(slack.ApiUrl, method)) { Content = content };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", slack.BotToken);
        using var response = await _client.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!.AsObject();
    }
}
