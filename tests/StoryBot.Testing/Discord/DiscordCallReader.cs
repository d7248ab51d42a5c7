using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace StoryBot.Testing.Discord;

/// <summary>Reads a request, whichever of Discord's forms its body has: JSON, several parts, or a form.</summary>
internal static class DiscordCallReader
{
    /// <summary>Where the interface begins.</summary>
    public const string Base = "/api/v10";

    public static string PathOf(HttpContext context)
    {
        var path = context.Request.Path.Value ?? string.Empty;
        return path.StartsWith(Base, StringComparison.Ordinal) ? path[Base.Length..] : path;
    }

    public static async Task<DiscordCall> ReadAsync(HttpContext context, string template, Dictionary<string, string> values, TimeProvider clock)
    {
        var request = context.Request;
        var files = new List<DiscordFile>();
        JsonNode? body = null;
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            body = Parse(form["payload_json"].ToString()) ?? new JsonObject();
            foreach (var file in form.Files)
            {
                using var bytes = new MemoryStream();
                await file.CopyToAsync(bytes, context.RequestAborted);
                files.Add(new DiscordFile(file.Name, file.FileName, bytes.ToArray()));
            }
        }
        else
        {
            using var reader = new StreamReader(request.Body);
            body = Parse(await reader.ReadToEndAsync(context.RequestAborted));
        }

        return new DiscordCall(
            request.Method.ToLowerInvariant(),
            template,
            PathOf(context),
            values,
            request.Query.ToDictionary(pair => pair.Key, pair => pair.Value.ToString()),
            request.Headers.Authorization.ToString(),
            body,
            files,
            clock.GetUtcNow());
    }

    private static JsonNode? Parse(string text)
    {
        try
        {
            return string.IsNullOrWhiteSpace(text) ? null : JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
