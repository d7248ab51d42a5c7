namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>Somebody's exact words. <see cref="Text"/> is byte for byte what was said or written.</summary>
public sealed record Quote : KnowledgeRecord
{
    /// <summary>Who said it.</summary>
    public required string Speaker { get; init; }

    /// <summary>The speaker's role at the time.</summary>
    public string? Role { get; init; }

    /// <summary>The speaker's organisation at the time.</summary>
    public string? Organisation { get; init; }

    /// <summary>The words, without quotation marks around them.</summary>
    public required string Text { get; init; }

    /// <summary>True when the original words were not found: <see cref="Text"/> is then a paraphrase and is never shown in quotation marks.</summary>
    public bool IsParaphrase { get; init; }

    /// <summary>Where it was said.</summary>
    public string? Venue { get; init; }

    /// <summary>How a source distorts the words, where one does.</summary>
    public AsPrinted? AsPrinted { get; init; }
}
