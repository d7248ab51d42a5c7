namespace StoryBot.Sockets.Discord;

/// <summary>Addresses below the base of Discord's REST interface.</summary>
internal static class DiscordAddress
{
    /// <summary>The base with a slash at its end, so that relative addresses go below it.</summary>
    public static Uri WithSlash(Uri baseAddress) =>
        baseAddress.AbsoluteUri.EndsWith('/') ? baseAddress : new Uri(baseAddress.AbsoluteUri + "/");
}
