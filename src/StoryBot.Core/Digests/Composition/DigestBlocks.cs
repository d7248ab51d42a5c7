using StoryBot.Core.Chat.Charts;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Requests;

namespace StoryBot.Core.Digests.Composition;

/// <summary>Lays a digest out in blocks: what it tells under headings, then what was asked, in the bot's words. Safe to share between threads.</summary>
internal sealed class DigestBlocks(MarketPictures pictures)
{
    /// <summary>The reply that is posted in a channel.</summary>
    public ChatReply Post(Digest digest, TimeZoneInfo? zone, IReadOnlyList<string> notes) =>
        new(ReplyAudience.Everyone, Of(digest, zone, notes).Build(AsOf(digest))) { Fallback = DigestWords.Title(digest, zone) };

    /// <summary>The blocks, the sources to follow.</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="zone">The time zone that moments are given in.</param>
    /// <param name="notes">What is told after it.</param>
    public BlockList Of(Digest digest, TimeZoneInfo? zone, IReadOnlyList<string> notes)
    {
        var blocks = new BlockList();
        var title = DigestWords.Title(digest, zone);
        _ = digest.IsEmpty ? blocks.Note(title) : blocks.Heading(title);
        foreach (var section in digest.Sections)
        {
            Tell(blocks, section).Image(pictures.Of(section.Now)).Note(section.Note);
        }

        foreach (var note in notes)
        {
            blocks.Note(note);
        }

        return blocks;
    }

    /// <summary>Adds what a section says, and what it said before.</summary>
    public static BlockList Tell(BlockList blocks, DigestSection section)
    {
        blocks.Heading(section.Heading);
        if (section.Before is { } before)
        {
            blocks.Note("Before:").Statements(before).Note(section.Now is null ? null : "Now:");
        }

        return blocks.Statements(section.Now);
    }

    /// <summary>The line that says what a digest is as of.</summary>
    public static ReplyBlock.AsOf AsOf(Digest digest) => new(digest.AsOf.ToString(), digest.Story.Id.Value, digest.Knowledge.Value);
}
