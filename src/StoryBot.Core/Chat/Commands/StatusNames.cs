using System.Collections.Frozen;
using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Commands;

/// <summary>The words by which people name how a claim stands.</summary>
internal static class StatusNames
{
    private static readonly FrozenDictionary<string, ClaimStatus> Words = new Dictionary<string, ClaimStatus>
    {
        ["supported"] = ClaimStatus.Supported,
        ["confirmed"] = ClaimStatus.Supported,
        ["true"] = ClaimStatus.Supported,
        ["partly"] = ClaimStatus.Partly,
        ["partial"] = ClaimStatus.Partly,
        ["partially"] = ClaimStatus.Partly,
        ["contradicted"] = ClaimStatus.Contradicted,
        ["false"] = ClaimStatus.Contradicted,
        ["wrong"] = ClaimStatus.Contradicted,
        ["disputed"] = ClaimStatus.Disputed,
        ["contested"] = ClaimStatus.Disputed,
        ["unverified"] = ClaimStatus.Unverified,
        ["unconfirmed"] = ClaimStatus.Unverified,
        ["editorial"] = ClaimStatus.Editorial,
        ["opinion"] = ClaimStatus.Editorial,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The statuses as knowledge files write them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<ClaimStatus>().Select(NameOf)];

    /// <summary>The status as knowledge files write it.</summary>
    public static string NameOf(ClaimStatus status) => status.ToString().ToLowerInvariant();

    /// <summary>The status that a word names, or null.</summary>
    /// <param name="word">The word.</param>
    /// <param name="forgiving">Whether a misspelt one counts.</param>
    public static ClaimStatus? Find(string word, bool forgiving)
    {
        if (Words.TryGetValue(word, out var status))
        {
            return status;
        }

        return forgiving && word.Length > 5 && NearestWord.Find(word, Words.Keys) is { } near ? Words[near] : null;
    }
}
