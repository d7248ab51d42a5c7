namespace StoryBot.Platforms.Discord;

/// <summary>Plain text within Discord's limits.</summary>
internal static class DiscordText
{
    private const char Ellipsis = '…';

    /// <summary>The text, or its start and an ellipsis where it is too long; never half a character.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit)
        {
            return text;
        }

        var end = limit - 1;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + Ellipsis;
    }
}
