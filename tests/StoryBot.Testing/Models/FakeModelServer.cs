using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace StoryBot.Testing.Models;

/// <summary>
/// An OpenAI-compatible server on a loopback port: it answers chat completions with a text that the test sets and
/// embeds a text as its length, and it remembers what it was asked.
/// </summary>
public sealed class FakeModelServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<FakeModelRequest> _requests = [];
    private readonly ConcurrentQueue<int> _failures = [];

    private FakeModelServer(WebApplication app)
    {
        _app = app;
        app.MapPost("/v1/chat/completions", context => AnswerAsync(context, ChatReply));
        app.MapPost("/v1/embeddings", context => AnswerAsync(context, EmbeddingReply));
    }

    /// <summary>The base address to configure.</summary>
    public Uri Endpoint { get; private set; } = null!;

    /// <summary>What a chat completion says.</summary>
    public string Reply { get; set; } = "Hello.";

    /// <summary>The requests so far, oldest first.</summary>
    public IReadOnlyList<FakeModelRequest> Requests => [.. _requests];

    /// <summary>A server that listens.</summary>
    public static async Task<FakeModelServer> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var server = new FakeModelServer(builder.Build());
        server.Endpoint = new Uri(await server._app.StartOnLoopbackAsync(), "v1");
        return server;
    }

    /// <summary>Lets the next request fail with an HTTP status.</summary>
    public void FailNext(int status) => _failures.Enqueue(status);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context, Func<JsonElement, JsonNode> reply)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        _requests.Enqueue(new FakeModelRequest(
            context.Request.Path.Value ?? string.Empty,
            context.Request.Headers.Authorization.ToString(),
            body.RootElement.Clone()));
        if (_failures.TryDequeue(out var status))
        {
            context.Response.StatusCode = status;
            return;
        }

        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(reply(body.RootElement).ToJsonString(), context.RequestAborted);
    }

    private JsonObject ChatReply(JsonElement request) => new()
    {
        ["id"] = "chat-1",
        ["object"] = "chat.completion",
        ["created"] = 1738000000,
        ["model"] = request.GetProperty("model").GetString(),
        ["choices"] = new JsonArray(new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = "stop",
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = Reply },
        }),
        ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["completion_tokens"] = 1, ["total_tokens"] = 2 },
    };

    private static JsonObject EmbeddingReply(JsonElement request)
    {
        var data = new JsonArray();
        foreach (var text in request.GetProperty("input").EnumerateArray())
        {
            var vector = new float[] { text.GetString()!.Length, 1 };
            var bytes = new byte[vector.Length * sizeof(float)];
            Buffer.BlockCopy(vector, 0, bytes, 0, bytes.Length);
            data.Add(new JsonObject { ["object"] = "embedding", ["index"] = data.Count, ["embedding"] = Convert.ToBase64String(bytes) });
        }

        return new JsonObject
        {
            ["object"] = "list",
            ["model"] = request.GetProperty("model").GetString(),
            ["data"] = data,
            ["usage"] = new JsonObject { ["prompt_tokens"] = 1, ["total_tokens"] = 1 },
        };
    }
}
