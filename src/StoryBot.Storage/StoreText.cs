using System.Text;

namespace StoryBot.Storage;

/// <summary>What people write, as a database takes it: PostgreSQL refuses a NUL, and neither takes half of a surrogate pair.</summary>
internal static class StoreText
{
    /// <summary>The text without NULs, halves of pairs replaced.</summary>
    public static string Clean(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.Replace("\0", string.Empty, StringComparison.Ordinal)));
    }
}
