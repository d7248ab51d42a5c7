namespace StoryBot.Core.Chat.Replies;

/// <summary>One message of a reply, laid out within the platform's limits. Never empty.</summary>
/// <param name="Sections">The sections in reading order, each in the platform's markup and within its limit.</param>
public sealed record ReplyPage(IReadOnlyList<PageSection> Sections)
{
    /// <summary>The pictures that go with it.</summary>
    public IReadOnlyList<ReplyBlock.Image> Images { get; init; } = [];

    /// <summary>The buttons; only the last message of a reply has any.</summary>
    public IReadOnlyList<ReplyButton> Buttons { get; init; } = [];
}

/// <summary>A section of a message.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its text, in the platform's markup; never blank.</param>
public sealed record PageSection(SectionKind Kind, string Text);

/// <summary>What a section of a message is.</summary>
public enum SectionKind
{
    /// <summary>A heading of one line; its text is plain, because some platforms take no markup there.</summary>
    Heading,

    /// <summary>Text: statements with the numbers of their citations, or the bot's own words.</summary>
    Text,

    /// <summary>A table in letters of one width.</summary>
    Table,

    /// <summary>The list of sources.</summary>
    Sources,

    /// <summary>The line that says what the knowledge is as of.</summary>
    AsOf,
}
