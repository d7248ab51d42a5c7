using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Requests;

/// <summary>What a handler works with: the event, the story of its conversation, and what may be seen there. Immutable.</summary>
internal sealed record RequestContext(ChatEvent Event, ChatStory Story, ReaderScope Scope)
{
    /// <summary>Who sees the reply.</summary>
    public ReplyAudience Audience => Event.Request.Audience;

    /// <summary>The line that says what the knowledge is as of: up to when the story was followed, or an earlier day that was asked for.</summary>
    public ReplyBlock.AsOf AsOf => Story.AsOf(Scope);

    /// <summary>Whether others do not see what is asked here.</summary>
    public bool IsPrivate => Event.Conversation.IsDirect || Audience == ReplyAudience.Asker;
}

/// <summary>Collects the blocks of a reply: statements in order, their sources and the as-of line after them. For one thread.</summary>
internal sealed class BlockList
{
    private readonly List<ReplyBlock> _blocks = [];
    private readonly List<ReplyBlock.Sources> _sources = [];
    private int _cited;

    /// <summary>Whether anything that is cited stands in it.</summary>
    public bool HasStatements => _sources.Count > 0;

    /// <summary>Adds a heading.</summary>
    public BlockList Heading(string text)
    {
        _blocks.Add(new ReplyBlock.Heading(text));
        return this;
    }

    /// <summary>Adds the bot's own words; nothing for null.</summary>
    public BlockList Note(string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            _blocks.Add(new ReplyBlock.Note(text));
        }

        return this;
    }

    /// <summary>Adds verified statements, their numbers running on; nothing for null.</summary>
    public BlockList Statements(VerifiedAnswer? answer)
    {
        if (answer is not null)
        {
            _blocks.Add(new ReplyBlock.Statements(answer, _cited + 1));
            Sources(answer.Citations);
        }

        return this;
    }

    /// <summary>Adds a picture; nothing for null.</summary>
    public BlockList Image(ReplyBlock.Image? image)
    {
        if (image is not null)
        {
            _blocks.Add(image);
        }

        return this;
    }

    /// <summary>Adds sources that no statement stands before.</summary>
    public BlockList Sources(IReadOnlyList<Citation> citations)
    {
        if (citations.Count > 0)
        {
            _sources.Add(new ReplyBlock.Sources(citations, _cited + 1));
            _cited += citations.Count;
        }

        return this;
    }

    /// <summary>The blocks, the sources and the as-of line at the end.</summary>
    public IReadOnlyList<ReplyBlock> Build(ReplyBlock.AsOf asOf) => [.. _blocks, .. _sources, asOf];
}
