using System.Text.Json.Serialization;

namespace StoryBot.Core.Chat.Replies.Archive;

/// <summary>A reply as it is kept: statements by what they say and cite, to be verified again when they are read.</summary>
internal sealed record StoredReply(ReplyAudience Audience, string Fallback, IReadOnlyList<StoredBlock> Blocks, IReadOnlyList<StoredButton> Buttons);

/// <summary>A button; <paramref name="Action"/> is encoded.</summary>
internal sealed record StoredButton(string Label, string Action);

/// <summary>A block, by its kind.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(Heading), "heading")]
[JsonDerivedType(typeof(Note), "note")]
[JsonDerivedType(typeof(Statements), "statements")]
[JsonDerivedType(typeof(Sources), "sources")]
[JsonDerivedType(typeof(Image), "image")]
[JsonDerivedType(typeof(AsOf), "asOf")]
internal abstract record StoredBlock
{
    public sealed record Heading(string Text) : StoredBlock;

    public sealed record Note(string Text) : StoredBlock;

    public sealed record Statements(string Snapshot, int FirstNumber, IReadOnlyList<StoredSentence> Sentences) : StoredBlock;

    public sealed record Sources(int FirstNumber, bool WithExcerpts, IReadOnlyList<StoredCitation> Citations) : StoredBlock;

    public sealed record Image(byte[] Png, string FileName, string AltText) : StoredBlock;

    public sealed record AsOf(string Date, string Story, string Knowledge) : StoredBlock;
}

/// <summary>A sentence and what it cites.</summary>
internal sealed record StoredSentence(string Text, Answering.Composition.SentenceLayout Layout, IReadOnlyList<StoredSupport> Cites);

/// <summary>A record's id with the index of its evidence, or a passage's source and paragraph.</summary>
internal sealed record StoredSupport(string? Record, int Index, string? Source, int? Paragraph);

/// <summary>A citation that stands in a list of sources.</summary>
internal sealed record StoredCitation(int Number, string? Record, string Source, int? Paragraph, string Excerpt);

/// <summary>How stored replies are written; enum values by name, so that their order may change.</summary>
[JsonSourceGenerationOptions(UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(StoredReply))]
internal sealed partial class StoredReplyJson : JsonSerializerContext;
