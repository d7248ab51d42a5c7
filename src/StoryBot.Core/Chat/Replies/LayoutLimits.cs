namespace StoryBot.Core.Chat.Replies;

/// <summary>What fits into one message of a platform. Lengths are in UTF-16 units of the text after escaping.</summary>
/// <param name="SectionLength">The longest section.</param>
/// <param name="SectionCount">The most sections of a message.</param>
/// <param name="MessageLength">The longest sum of a message's sections.</param>
/// <param name="MessageCount">The most messages of a reply; what does not fit is left out at a sentence's end, with a line that says so.</param>
public sealed record LayoutLimits(int SectionLength, int SectionCount, int MessageLength, int MessageCount);
