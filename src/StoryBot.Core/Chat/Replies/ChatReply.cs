namespace StoryBot.Core.Chat.Replies;

/// <summary>
/// A reply in the same terms for every platform: what it says, and its buttons. What it says of the story is in
/// verified statements alone; the rest is the bot's own fixed words. Immutable. Never without a block.
/// </summary>
/// <param name="Audience">Who sees it.</param>
/// <param name="Blocks">What it says, in reading order.</param>
public sealed record ChatReply(ReplyAudience Audience, IReadOnlyList<ReplyBlock> Blocks)
{
    /// <summary>The buttons, in order; under the last message where the reply takes several.</summary>
    public IReadOnlyList<ReplyButton> Buttons { get; init; } = [];

    /// <summary>
    /// The plain text that stands for the reply where its form cannot be shown, as in a notification: the first statement.
    /// </summary>
    public string Fallback { get; init; } = string.Empty;

    /// <summary>A reply of the bot's own words, for an apology, a refusal or a short confirmation.</summary>
    public static ChatReply Note(ReplyAudience audience, string text) => new(audience, [new ReplyBlock.Note(text)]) { Fallback = text };
}

/// <summary>Who sees a reply.</summary>
public enum ReplyAudience
{
    /// <summary>Only the person who asked, where the platform can do so.</summary>
    Asker,

    /// <summary>Everyone in the conversation.</summary>
    Everyone,
}

/// <summary>A button under a reply.</summary>
/// <param name="Label">At most 75 characters (Slack's limit, the lower one); a longer suggestion is cut at a word.</param>
/// <param name="Action">What it does.</param>
public sealed record ReplyButton(string Label, ChatAction Action);
