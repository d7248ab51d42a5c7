using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Lists;

/// <summary>A list out of the knowledge: verified statements under headings, and the bot's words on what the list is. Immutable.</summary>
/// <param name="Sections">The sections in order, each with its heading; an empty heading is none.</param>
/// <param name="Note">What is not shown, or what there is where nothing fits; null for nothing to say.</param>
internal sealed record StoryList(IReadOnlyList<(string Heading, VerifiedAnswer Answer)> Sections, string? Note)
{
    /// <summary>The source that it is about, where it is about one.</summary>
    public Source? Source { get; init; }

    /// <summary>A list of nothing.</summary>
    public static StoryList Empty(string note) => new([], note);
}
