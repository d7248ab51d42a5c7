using System.Text;
using System.Text.Json;
using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Importing;

/// <summary>Reads one line of a file of documents.</summary>
internal static class DocumentLineReader
{
    /// <summary>Who published a document that does not say it.</summary>
    internal const string UnknownPublisher = "unknown";

    private const int IdLimit = 200;
    private const int TitleLimit = 300;
    private const int TextTitleLimit = 80;

    /// <summary>The document, or null with the reason. What is wrong but can be left out is told in the notices.</summary>
    public static ImportDocument? Read(ReadOnlyMemory<byte> line, out string? rejection, List<string> notices)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                rejection = "The line is not a JSON object.";
                return null;
            }

            return Read(json.RootElement, out rejection, notices);
        }
        catch (JsonException exception)
        {
            rejection = $"The line is not valid JSON (at byte {exception.BytePositionInLine + 1}).";
            return null;
        }
        catch (InvalidOperationException)
        {
            // A text that is not valid Unicode: the parser finds it only when the text is taken.
            rejection = "The line holds text that is not valid Unicode.";
            return null;
        }
    }

    private static ImportDocument? Read(JsonElement line, out string? rejection, List<string> notices)
    {
        var id = Text(line, "id", out rejection);
        var text = rejection is null ? Clean(Text(line, "text", out rejection)) : string.Empty;
        var title = rejection is null ? OneLine(Clean(Text(line, "title", out rejection)), TitleLimit) : string.Empty;
        rejection ??= IdProblem(id);
        if (rejection is null && title.Length == 0)
        {
            title = OneLine(text, TextTitleLimit);
            rejection = title.Length == 0 ? "The document has neither a title nor a text." : null;
        }

        if (rejection is null && Encoding.UTF8.GetByteCount(text) > PackFolder.TextLimit - 1024)
        {
            rejection = $"The text is longer than {PackFolder.TextLimit / 1048576} MB.";
        }

        return rejection is not null
            ? null
            : new ImportDocument
            {
                Id = new SourceId(id!.Trim()),
                Title = title,
                Text = text,
                Publisher = OneLine(Optional(line, "publisher", notices) ?? UnknownPublisher, TitleLimit),
                Url = Url(line, notices),
                Published = Published(line, notices),
            };
    }

    private static string? IdProblem(string? id)
    {
        var trimmed = id?.Trim() ?? string.Empty;
        return trimmed switch
        {
            "" => "The document has no id.",
            _ when trimmed.Length > IdLimit || trimmed.Any(char.IsControl) => $"The id is longer than {IdLimit} characters or holds control characters.",
            _ when SourceFileName.Of(new SourceId(trimmed)).Length > SourceFileName.Limit => "The id is too long for the name of a file.",
            _ => null,
        };
    }

    private static string? Text(JsonElement line, string key, out string? rejection)
    {
        rejection = null;
        if (!line.TryGetProperty(key, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.String:
                return value.GetString();
            case JsonValueKind.Number when key == "id":
                return value.GetRawText();
            default:
                rejection = $"The value of '{key}' is not text.";
                return null;
        }
    }

    private static string? Optional(JsonElement line, string key, List<string> notices)
    {
        var text = Text(line, key, out var problem);
        if (problem is not null)
        {
            notices.Add(problem);
        }

        text = Clean(text).Trim();
        return text.Length == 0 ? null : text;
    }

    private static Uri? Url(JsonElement line, List<string> notices)
    {
        if (Optional(line, "url", notices) is not { } text)
        {
            return null;
        }

        if (!WebAddress.TryParse(text, out var url))
        {
            notices.Add("The url is no absolute http or https address; the document is taken without it.");
            return null;
        }

        return url;
    }

    private static StoryDate? Published(JsonElement line, List<string> notices)
    {
        if (Optional(line, "published", notices) is not { } text)
        {
            return null;
        }

        if (!StoryDate.TryParse(text, out var date))
        {
            notices.Add("'published' is no ISO 8601 date that exists; the document is taken without it.");
            return null;
        }

        return date;
    }

    /// <summary>The text without the control characters that no pack may hold.</summary>
    private static string Clean(string? text) =>
        text is null ? string.Empty
        : !text.Any(IsForbidden) ? text
        : string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = IsForbidden(source[i]) ? ' ' : source[i];
            }
        });

    private static bool IsForbidden(char character) =>
        character is < ' ' and not ('\t' or '\n' or '\r' or '\f') or '\u007F' or '\uFEFF';

    private static string OneLine(string text, int limit)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (line.Length <= limit)
        {
            return line;
        }

        var end = line.LastIndexOf(' ', limit - 1);
        return line[..(end > limit / 2 ? end : limit - (char.IsHighSurrogate(line[limit - 1]) ? 1 : 0))] + " ...";
    }
}
