namespace StoryBot.Core.Chat.Replies;

/// <summary>What fits into one message of a platform. Lengths are in UTF-16 units of the text after escaping.</summary>
/// <param name="SectionLength">The longest section.</param>
/// <param name="SectionCount">The most sections of a message.</param>
/// <param name="MessageLength">The longest sum of a message's sections.</param>
/// <param name="MessageCount">The most messages of a reply; what does not fit is left out at a sentence's end, with a line that says so.</param>
public sealed record LayoutLimits(int SectionLength, int SectionCount, int MessageLength, int MessageCount)
{
    /// <summary>The shortest section that can be laid out in: room for the closing line and for a word of any script.</summary>
    public const int LeastSectionLength = 200;

    /// <summary>The shortest message: a closing line and the as-of line.</summary>
    public const int LeastMessageLength = 400;

    /// <summary>The fewest sections of a message: text, sources and the as-of line.</summary>
    public const int LeastSectionCount = 3;

    /// <summary>The longest heading; a longer one is cut at a word. Default: 150, Slack's limit, the lower one.</summary>
    public int HeadingLength { get; init; } = 150;

    /// <summary>Throws when a limit is below what can be laid out in.</summary>
    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(SectionLength, LeastSectionLength);
        ArgumentOutOfRangeException.ThrowIfLessThan(SectionCount, LeastSectionCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(MessageLength, LeastMessageLength);
        ArgumentOutOfRangeException.ThrowIfLessThan(MessageCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(HeadingLength, 1);
    }
}
