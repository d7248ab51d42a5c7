using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using StoryBot.Host.Evaluation;

namespace StoryBot.Host.Contracts;

/// <summary>The command line's JSON: camel case, one line an object, letters of every script as they are.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(AnswerObject))]
[JsonSerializable(typeof(CheckObject))]
[JsonSerializable(typeof(DigestObject))]
[JsonSerializable(typeof(SearchObject))]
[JsonSerializable(typeof(LineError))]
[JsonSerializable(typeof(EvalQuestion))]
internal sealed partial class HostJson : JsonSerializerContext
{
    /// <summary>
    /// The contract to write with. The encoder leaves quotation marks and accents readable: the output goes to files
    /// and pipes, never into a page.
    /// </summary>
    public static HostJson Written { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    });

    /// <summary>An id for a question that came without one.</summary>
    public static JsonElement TextId(string id) => JsonSerializer.SerializeToElement(id, Default.String);
}
