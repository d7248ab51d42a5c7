using System.Security.Cryptography;
using System.Text;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Core.Chat.Inbox;

/// <summary>
/// What stands for an event outside: the reference in an apology, which is in the log as well, and the keys of its replies.
/// Made of the event's id alone, so that it is the same in every process and tells nothing.
/// </summary>
internal static class EventReference
{
    // Without letters and digits that are taken for each other.
    private const string Letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";
    private const int KeyLength = 20;
    private const int HalfReference = 4;

    /// <summary>The reference, such as <c>K7QM-2XRB</c>.</summary>
    public static string Of(ChatEventId id)
    {
        var text = Encode(id, string.Empty);
        return $"{text[..HalfReference]}-{text[HalfReference..(2 * HalfReference)]}";
    }

    /// <summary>The key of the event's reply, at most 20 characters.</summary>
    public static string ReplyKey(ChatEventId id) => Encode(id, "reply");

    /// <summary>The key of the apology, which must not be taken for the reply.</summary>
    public static string ApologyKey(ChatEventId id) => Encode(id, "apology");

    private static string Encode(ChatEventId id, string purpose)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{purpose}\n{id}"));
        return string.Concat(hash.Take(KeyLength).Select(part => Letters[part % Letters.Length]));
    }
}
