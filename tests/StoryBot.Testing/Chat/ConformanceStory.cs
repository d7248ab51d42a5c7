using StoryBot.Core.Chat.Stories;

namespace StoryBot.Testing.Chat;

/// <summary>The invented story with what chats make hard: long quotations, many of one speaker, and words that platforms read as markup or mentions.</summary>
public static class ConformanceStory
{
    /// <summary>The speaker of the long quotations.</summary>
    public const string LongSpeaker = "Ines Moreau";

    /// <summary>The speaker of words that would notify people.</summary>
    public const string LoudSpeaker = "Ada Brandt";

    /// <summary>Words that would notify people, and format, if they were not escaped.</summary>
    public const string LoudWords = "Tell @everyone, @here, <!channel>, <!here>, <@U123456>, <@123456789012345678> & <@&42>: *wait*, _please_, ~now~, `then` || see <https://example.org|this> [one](https://example.org) # now";

    private static readonly Lazy<ChatStory> Story = new(Open);

    /// <summary>The long quotations.</summary>
    public static IReadOnlyList<string> LongWords { get; } =
    [
        .. Enumerable.Range(1, 9).Select(number =>
            $"Part {number} of what I saw in Varde: " + string.Join(", ", Enumerable.Repeat("rows of cells, humming in the cold, each with its own small lamp \U0001F4A1 and a name", 6)) + "."),
    ];

    /// <summary>The story alone.</summary>
    public static FixedStories Stories => new(Story.Value);

    private static ChatStory Open()
    {
        var pack = InventedPack.Start()
            .Entity(LongSpeaker, "person")
            .Entity(LoudSpeaker, "person")
            .Quote("loud", LoudSpeaker, LoudWords, PackBuilder.Excerpt("wire", LoudWords, 7), "2031-04-14", "shop steward");
        for (var index = 0; index < LongWords.Count; index++)
        {
            pack.Quote($"long-{index + 1}", LongSpeaker, LongWords[index], PackBuilder.Excerpt("wire", LongWords[index], index + 10), "2031-04-14", "reporter");
        }

        return FixedStories.Open(pack.Build());
    }
}
