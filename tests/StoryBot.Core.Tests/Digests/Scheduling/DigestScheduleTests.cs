using StoryBot.Core.Digests.Scheduling;

namespace StoryBot.Core.Tests.Digests.Scheduling;

public sealed class DigestScheduleTests
{
    [Theory]
    // The clocks of Berlin went from 02:00 to 03:00 on 30 March 2025, and from 03:00 back to 02:00 on 26 October.
    [InlineData("30 2 * * *", "Europe/Berlin", "2025-03-29T12:00+01:00", "2025-03-30T03:00+02:00", "2025-03-31T02:30+02:00")]
    [InlineData("30 2 * * *", "Europe/Berlin", "2025-10-25T12:00+02:00", "2025-10-26T02:30+02:00", "2025-10-27T02:30+01:00")]
    [InlineData("30 8 * * 1-5", "Europe/Berlin", "2025-03-28T08:30+01:00", "2025-03-31T08:30+02:00", "2025-04-01T08:30+02:00")]
    // Those of New York from 02:00 to 03:00 on 9 March, and back on 2 November.
    [InlineData("15 2 * * *", "America/New_York", "2025-03-08T12:00-05:00", "2025-03-09T03:00-04:00", "2025-03-10T02:15-04:00")]
    [InlineData("30 1 * * *", "America/New_York", "2025-11-01T12:00-04:00", "2025-11-02T01:30-04:00", "2025-11-03T01:30-05:00")]
    [InlineData("0 9,17 * * *; 30 12 * * *", "UTC", "2025-03-08T09:00Z", "2025-03-08T12:30Z", "2025-03-08T17:00Z")]
    public void Next_WhateverTheClocksDo_ComesOnceADay(string cron, string zone, string after, string first, string second)
    {
        var schedule = new DigestSchedule(cron, zone, string.Empty);

        var next = schedule.Next(Moment(after))!.Value;

        Assert.Equal(Moment(first), next);
        Assert.Equal(Moment(first).Offset, next.Offset);
        Assert.Equal(Moment(second), schedule.Next(next));
    }

    [Fact]
    public void Next_EveryHour_GoesOnThroughBothHoursThatTheClockRepeats()
    {
        var schedule = new DigestSchedule("0 * * * *", "Europe/Berlin", string.Empty);
        var at = Moment("2025-10-26T01:00+02:00");

        var following = Enumerable.Range(0, 3).Select(_ => at = schedule.Next(at)!.Value).ToList();

        Assert.Equal([Moment("2025-10-26T02:00+02:00"), Moment("2025-10-26T02:00+01:00"), Moment("2025-10-26T03:00+01:00")], following);
    }

    [Fact]
    public void Next_AfterTheSystemWasAway_IsOneOccurrence()
    {
        var schedule = new DigestSchedule("30 8 * * *", "Europe/Berlin", string.Empty);

        var next = schedule.Next(Moment("2025-06-10T15:00Z"));

        Assert.Equal(Moment("2025-06-11T06:30Z"), next);
    }

    [Fact]
    public void Next_ZoneThatTheMachineDoesNotHave_SaysWhatToInstall()
    {
        var schedule = new DigestSchedule("30 8 * * *", "Europe/Atlantis", "daily");

        var fault = Assert.Throws<TimeZoneNotFoundException>(() => schedule.Next(Moment("2025-06-10T15:00Z")));

        Assert.Contains("Europe/Atlantis", fault.Message);
        Assert.Contains("tzdata", fault.Message);
    }

    [Fact]
    public void Constructor_NoCron_IsRefused() => Assert.Throws<FormatException>(() => new DigestSchedule("at nine", "UTC", "at nine"));

    [Fact]
    public void Schedules_WithTheSameTimes_AreEqualWhateverTheyAreCalled() =>
        Assert.Equal(new DigestSchedule("0 9 * * *", "UTC", "daily at nine"), new DigestSchedule("0 9 * * *", "UTC", "every day at 9"));

    private static DateTimeOffset Moment(string text) => DateTimeOffset.Parse(text);
}
