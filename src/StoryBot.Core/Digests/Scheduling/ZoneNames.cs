using System.Collections.Frozen;

namespace StoryBot.Core.Digests.Scheduling;

/// <summary>
/// The time zones by IANA name, and by the names that people call them: a city, a country's "time", an abbreviation. What an abbreviation
/// stands for in several countries is not guessed. Safe to share between threads.
/// </summary>
internal static class ZoneNames
{
    /// <summary>The zone that needs no data.</summary>
    public const string Utc = "UTC";

    private static readonly FrozenDictionary<string, string> Called = new Dictionary<string, string>
    {
        ["utc"] = Utc,
        ["gmt"] = Utc,
        ["zulu"] = Utc,
        ["z"] = Utc,
        ["et"] = "America/New_York",
        ["est"] = "America/New_York",
        ["edt"] = "America/New_York",
        ["eastern"] = "America/New_York",
        ["washington"] = "America/New_York",
        ["boston"] = "America/New_York",
        ["ct"] = "America/Chicago",
        ["cdt"] = "America/Chicago",
        ["central"] = "America/Chicago",
        ["mt"] = "America/Denver",
        ["mdt"] = "America/Denver",
        ["mountain"] = "America/Denver",
        ["pt"] = "America/Los_Angeles",
        ["pst"] = "America/Los_Angeles",
        ["pdt"] = "America/Los_Angeles",
        ["pacific"] = "America/Los_Angeles",
        ["san francisco"] = "America/Los_Angeles",
        ["seattle"] = "America/Los_Angeles",
        ["uk"] = "Europe/London",
        ["british"] = "Europe/London",
        ["cet"] = "Europe/Berlin",
        ["cest"] = "Europe/Berlin",
        ["german"] = "Europe/Berlin",
        ["frankfurt"] = "Europe/Berlin",
        ["munich"] = "Europe/Berlin",
        ["hamburg"] = "Europe/Berlin",
        ["geneva"] = "Europe/Zurich",
        ["kyiv"] = "Europe/Kyiv",
        ["beijing"] = "Asia/Shanghai",
        ["hangzhou"] = "Asia/Shanghai",
        ["shenzhen"] = "Asia/Shanghai",
        ["china"] = "Asia/Shanghai",
        ["jst"] = "Asia/Tokyo",
        ["japan"] = "Asia/Tokyo",
        ["kst"] = "Asia/Seoul",
        ["delhi"] = "Asia/Kolkata",
        ["mumbai"] = "Asia/Kolkata",
        ["bangalore"] = "Asia/Kolkata",
        ["india"] = "Asia/Kolkata",
        ["aest"] = "Australia/Sydney",
        ["aedt"] = "Australia/Sydney",
        ["canberra"] = "Australia/Sydney",
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    // Reading every zone's rules takes some milliseconds, once.
    private static readonly Lazy<FrozenDictionary<string, TimeZoneInfo>> ById = new(() =>
        TimeZoneInfo.GetSystemTimeZones().DistinctBy(zone => zone.Id, StringComparer.OrdinalIgnoreCase).ToFrozenDictionary(zone => zone.Id, StringComparer.OrdinalIgnoreCase));

    private static readonly Lazy<FrozenDictionary<string, string>> Cities = new(() => ById.Value.Keys
        .Where(id => id.Contains('/', StringComparison.Ordinal) && !id.StartsWith("Etc/", StringComparison.Ordinal) && !id.StartsWith("US/", StringComparison.Ordinal))
        .GroupBy(id => id[(id.LastIndexOf('/') + 1)..].Replace('_', ' '), StringComparer.OrdinalIgnoreCase)
        .ToFrozenDictionary(group => group.Key, group => group.OrderBy(id => id.Length).ThenBy(id => id, StringComparer.Ordinal).First(), StringComparer.OrdinalIgnoreCase));

    /// <summary>The zone with this IANA name, or null where there is none such or this machine has no data on it.</summary>
    public static TimeZoneInfo? Find(string id)
    {
        if (id == Utc)
        {
            return TimeZoneInfo.Utc;
        }

        return ById.Value.TryGetValue(id, out var known) || TimeZoneInfo.TryFindSystemTimeZoneById(id, out known) ? known : null;
    }

    /// <summary>The IANA name that somebody means: the name itself in any case, a city, an abbreviation; null for anything else.</summary>
    public static string? Meant(string words)
    {
        var name = words.Trim();
        if (Called.TryGetValue(name, out var called))
        {
            return called;
        }

        return name.Contains('/', StringComparison.Ordinal)
            ? ById.Value.TryGetValue(name.Replace(' ', '_'), out var zone) ? zone.Id : null
            : Cities.Value.GetValueOrDefault(name);
    }

    /// <summary>Why a zone cannot be used here, and the way on.</summary>
    public static string Missing(string id) =>
        $"This machine has no data on the time zone {id}: whoever runs me can install it (the package tzdata). Until then only UTC works.";
}
