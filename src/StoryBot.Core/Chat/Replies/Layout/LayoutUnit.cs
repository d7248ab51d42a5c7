namespace StoryBot.Core.Chat.Replies.Layout;

/// <summary>What is kept or left out as a whole: a sentence, a source, a heading, a picture.</summary>
/// <param name="Role">What it is to the reply.</param>
/// <param name="Pieces">Its text, in order; none for a picture.</param>
internal sealed record LayoutUnit(UnitRole Role, IReadOnlyList<LayoutPiece> Pieces)
{
    /// <summary>The numbers that it shows: of a statement the citations, of a source its own.</summary>
    public IReadOnlyList<int> Numbers { get; init; } = [];

    /// <summary>The picture, where it is one.</summary>
    public ReplyBlock.Image? Image { get; init; }
}

/// <summary>What a unit is to the reply.</summary>
internal enum UnitRole
{
    /// <summary>The bot's own words, or a picture.</summary>
    Words,

    /// <summary>A heading: worth nothing without what follows it.</summary>
    Heading,

    /// <summary>A verified statement.</summary>
    Statement,

    /// <summary>An entry of the list of sources.</summary>
    Source,

    /// <summary>The as-of line: always kept.</summary>
    AsOf,
}
