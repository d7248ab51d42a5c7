using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Storage;

/// <summary>How events, addresses and snapshots are written as JSON. What the code computes is not written; unknown members are passed over.</summary>
internal static class StoreJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        IgnoreReadOnlyProperties = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new JsonStringEnumConverter(), new ActionConverter() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    /// <summary>Writes a value.</summary>
    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <summary>Reads what <see cref="Write"/> wrote; null for anything else, such as what another version wrote.</summary>
    public static T? Read<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Options);
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentException)
        {
            return null;
        }
    }

    // The kinds are Core's; that they are told apart by a member is this format's business.
    private static void NameKinds(JsonTypeInfo type)
    {
        if (type.Type == typeof(ChatRequest) || type.Type == typeof(KnowledgeRecord))
        {
            var kinds = type.Type == typeof(ChatRequest)
                ? typeof(ChatRequest).GetNestedTypes().Where(nested => nested.IsSubclassOf(typeof(ChatRequest)))
                : [typeof(Claim), typeof(Quote), typeof(MarketFact)];
            type.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
            foreach (var kind in kinds)
            {
                type.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name));
            }
        }
    }

    private sealed class ActionConverter : JsonConverter<ChatAction>
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsAssignableTo(typeof(ChatAction));

        public override ChatAction? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            ChatAction.Parse(reader.GetString()) ?? throw new JsonException("Not an action.");

        public override void Write(Utf8JsonWriter writer, ChatAction value, JsonSerializerOptions options) => writer.WriteStringValue(value.Encode());
    }
}
