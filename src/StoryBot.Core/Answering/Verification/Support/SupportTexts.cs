using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Verification.Support;

/// <summary>The words of a citation, before they are read. Filled by <see cref="SupportWriter"/>.</summary>
internal sealed class SupportTexts
{
    /// <summary>The record, when one is cited.</summary>
    public KnowledgeRecord? Record { get; init; }

    /// <summary>Texts that say something.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Names and keywords that say nothing by themselves.</summary>
    public List<string> Labels { get; } = [];

    /// <summary>Words that may stand in quotation marks, in part or whole.</summary>
    public List<string> Verbatim { get; } = [];

    /// <summary>Titles of the cited source.</summary>
    public List<string> Titles { get; } = [];

    /// <summary>Publisher and author of the cited source.</summary>
    public List<string> Publishers { get; } = [];

    /// <summary>Words that the curators put in quotation marks in a statement.</summary>
    public List<string> OwnQuotations { get; } = [];

    /// <summary>Dates that are no text.</summary>
    public List<StoryDate> Dates { get; } = [];

    /// <summary>Figures that are no text.</summary>
    public List<BoundedFigure> Figures { get; } = [];

    /// <summary>Whose words it can be said to be.</summary>
    public List<string> Attributees { get; } = [];

    /// <summary>For a figure that is a change: +1 a rise, -1 a fall.</summary>
    public int Movement { get; set; }
}
