using System.Diagnostics.CodeAnalysis;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>Reads the addresses of sources.</summary>
internal static class WebAddress
{
    private const int Limit = 2048;

    /// <summary>Reads an absolute http or https address without a user name in it.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? url) =>
        Uri.TryCreate(text, UriKind.Absolute, out url)
        && text!.Length <= Limit
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps)
        && url.Host.Length > 0
        && url.UserInfo.Length == 0;
}
