using System.Collections.Frozen;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>The words that say how a claim stands.</summary>
internal static class StatusWords
{
    private static readonly FrozenDictionary<string, ClaimStatus[]> ByStem = new Dictionary<string, ClaimStatus[]>
    {
        ["supported"] = [ClaimStatus.Supported, ClaimStatus.Partly],
        ["contradicted"] = [ClaimStatus.Contradicted],
        ["disputed"] = [ClaimStatus.Disputed, ClaimStatus.Contradicted, ClaimStatus.Partly],
        ["unverified"] = [ClaimStatus.Unverified],
        ["unconfirmed"] = [ClaimStatus.Unverified],
        ["verified"] = [ClaimStatus.Supported],
        ["confirmed"] = [ClaimStatus.Supported],
        ["confirmation"] = [ClaimStatus.Supported],
        ["partly"] = [ClaimStatus.Partly],
        ["editorial"] = [ClaimStatus.Editorial],
        ["opinion"] = [ClaimStatus.Editorial],
    }.ToFrozenDictionary(pair => Words.Stem(pair.Key), pair => pair.Value);

    /// <summary>Whether the stem says how a claim stands.</summary>
    public static bool IsStatus(string stem) => ByStem.ContainsKey(stem);

    /// <summary>Whether a claim of that status may be called so.</summary>
    public static bool Fits(string stem, ClaimStatus status) => ByStem.TryGetValue(stem, out var statuses) && statuses.Contains(status);
}
