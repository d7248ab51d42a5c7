using StoryBot.Core.Answering.Verification;

namespace StoryBot.Core.Chat.Replies;

/// <summary>A part of a reply: exactly one of these. Its text is plain; escaping it is the platform's business.</summary>
public abstract record ReplyBlock
{
    private ReplyBlock()
    {
    }

    /// <summary>A heading of one line.</summary>
    public sealed record Heading(string Text) : ReplyBlock;

    /// <summary>The bot's own words: what is missing, a question back, help. Says nothing of the story.</summary>
    public sealed record Note(string Text) : ReplyBlock;

    /// <summary>
    /// Verified statements in the order of the answer: prose, list items and table rows by their layout. Citation numbers run on
    /// over the answers of one reply.
    /// </summary>
    /// <param name="Answer">The answer.</param>
    /// <param name="FirstNumber">The number that its citation 1 is shown as; at least 1.</param>
    public sealed record Statements(VerifiedAnswer Answer, int FirstNumber = 1) : ReplyBlock;

    /// <summary>The numbered list of what <see cref="Statements"/> cite: publisher, title, date, paragraph, link.</summary>
    /// <param name="Citations">The citations in order.</param>
    /// <param name="FirstNumber">The number that citation 1 is shown as; at least 1.</param>
    /// <param name="WithExcerpts">Whether each is followed by the source's words.</param>
    public sealed record Sources(IReadOnlyList<Citation> Citations, int FirstNumber = 1, bool WithExcerpts = false) : ReplyBlock;

    /// <summary>A picture, with words for those who do not see it.</summary>
    /// <param name="Png">The picture, PNG.</param>
    /// <param name="FileName">A name such as <c>market.png</c>.</param>
    /// <param name="AltText">What it shows, figures included.</param>
    public sealed record Image(ReadOnlyMemory<byte> Png, string FileName, string AltText) : ReplyBlock;

    /// <summary>The line that says up to when the knowledge reaches, and which version it is.</summary>
    public sealed record AsOf(string Date, string Story, string Knowledge) : ReplyBlock;
}
