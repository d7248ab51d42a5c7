namespace StoryBot.Core.Chat.Replies.Layout;

/// <summary>
/// The smallest thing that is placed: it fits into a section by itself and is never divided any more.
/// </summary>
/// <param name="Kind">The kind of section that it goes into.</param>
/// <param name="Text">Its text in the platform's markup; of a heading and of a table row the plain text.</param>
/// <param name="Glue">What stands between it and the piece before it in the same section; null when it must begin a section.</param>
internal sealed record LayoutPiece(SectionKind Kind, string Text, string? Glue = LayoutPiece.Paragraph)
{
    /// <summary>Sets a paragraph apart.</summary>
    public const string Paragraph = "\n\n";

    /// <summary>Begins a line.</summary>
    public const string Line = "\n";

    /// <summary>Goes on in the same line.</summary>
    public const string Space = " ";
}
