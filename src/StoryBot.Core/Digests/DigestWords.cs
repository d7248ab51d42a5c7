namespace StoryBot.Core.Digests;

/// <summary>What a digest is called, in the bot's words.</summary>
public static class DigestWords
{
    /// <summary>"An invented story: what changed since 2 March 2031, 08:30 (Europe/Berlin)".</summary>
    /// <param name="digest">The digest.</param>
    /// <param name="zone">The time zone to give moments in; null for the offset that they have.</param>
    public static string Title(Digest digest, TimeZoneInfo? zone = null)
    {
        ArgumentNullException.ThrowIfNull(digest);
        return digest switch
        {
            { IsEmpty: true, Since: { } since } => $"{digest.Story.Title}: nothing has changed since {Moment(since, zone)}.",
            { Since: { } since } => $"{digest.Story.Title}: what changed since {Moment(since, zone)}",
            _ => $"{digest.Story.Title}: an overview",
        };
    }

    /// <summary>"2 March 2031" for midnight without an offset; otherwise with the time, and the zone or the offset.</summary>
    private static string Moment(DateTimeOffset moment, TimeZoneInfo? zone)
    {
        if (zone is not null)
        {
            return $"{TimeZoneInfo.ConvertTime(moment, zone):d MMMM yyyy, HH:mm} ({zone.Id})";
        }

        return moment is { Offset.Ticks: 0, TimeOfDay.Ticks: 0 } ? $"{moment:d MMMM yyyy}" : $"{moment:d MMMM yyyy, HH:mm zzz}";
    }
}
