using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace StoryBot.Testing.Slack;

/// <summary>Reads requests as Slack does: JSON, forms with JSON in their values, multipart forms, and plain bytes of a file.</summary>
internal static class SlackCallReader
{
    private static readonly string[] JsonArguments = ["blocks", "attachments", "files", "metadata", "view", "loading_messages", "prompts"];

    public static async Task<SlackCall> ReadAsync(HttpContext context, string method, DateTimeOffset at)
    {
        var type = context.Request.ContentType?.Split(';')[0].Trim() ?? string.Empty;
        var token = context.Request.Headers.Authorization.ToString() is ['B', 'e', 'a', 'r', 'e', 'r', ' ', .. var bearer] ? bearer : string.Empty;
        if (context.Request.HasFormContentType)
        {
            return await ReadFormAsync(context, method, type, token, at);
        }

        var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var bytes = body.ToArray();
        var arguments = type == "application/json" && bytes.Length > 0 ? JsonNode.Parse(bytes)!.AsObject() : [];
        AddQuery(context, arguments);
        return new SlackCall(method, arguments, token, type, at) { Bytes = method == "upload" ? bytes : default };
    }

    private static async Task<SlackCall> ReadFormAsync(HttpContext context, string method, string type, string token, DateTimeOffset at)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var arguments = new JsonObject();
        foreach (var (name, value) in form)
        {
            arguments[name] = JsonArguments.Contains(name) ? Decode(value.ToString()) : value.ToString();
        }

        AddQuery(context, arguments);
        var bytes = new MemoryStream();
        if (form.Files is [var file, ..])
        {
            await file.CopyToAsync(bytes, context.RequestAborted);
        }

        return new SlackCall(method, arguments, token.Length > 0 ? token : form["token"].ToString(), type, at) { Bytes = bytes.ToArray() };
    }

    private static void AddQuery(HttpContext context, JsonObject arguments)
    {
        foreach (var (name, value) in context.Request.Query)
        {
            arguments[name] ??= value.ToString();
        }
    }

    private static JsonNode? Decode(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return json;
        }
    }
}
