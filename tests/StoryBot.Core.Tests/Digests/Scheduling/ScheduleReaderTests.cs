using StoryBot.Core.Digests.Scheduling;

namespace StoryBot.Core.Tests.Digests.Scheduling;

public sealed class ScheduleReaderTests
{
    [Theory]
    [InlineData("30 8 * * 1-5", "30 8 * * 1-5", "UTC", "weekdays at 08:30, UTC")]
    [InlineData("30 8 * * 1-5 Europe/Berlin", "30 8 * * 1-5", "Europe/Berlin", "weekdays at 08:30, Europe/Berlin")]
    [InlineData("`0 9,17 * * *` in Tokyo", "0 9,17 * * *", "Asia/Tokyo", "daily at 09:00 and 17:00, Asia/Tokyo")]
    [InlineData("0 9 * 1-3 *", "0 9 * 1-3 *", "UTC", "by cron \"0 9 * 1-3 *\", UTC")]
    [InlineData("0 9 * * MON,THU", "0 9 * * MON,THU", "UTC", "Mondays and Thursdays at 09:00, UTC")]
    [InlineData("weekdays at 8:30", "30 8 * * 1-5", "UTC", "weekdays at 08:30, UTC")]
    [InlineData("Weekdays at 8.30 Europe/Berlin", "30 8 * * 1-5", "Europe/Berlin", "weekdays at 08:30, Europe/Berlin")]
    [InlineData("weekdays 0830 europe/berlin", "30 8 * * 1-5", "Europe/Berlin", "weekdays at 08:30, Europe/Berlin")]
    [InlineData("daily at 7am", "0 7 * * *", "UTC", "daily at 07:00, UTC")]
    [InlineData("every day at 7 p.m., New York time", "0 19 * * *", "America/New_York", "daily at 19:00, America/New_York")]
    [InlineData("daily at 9am ET", "0 9 * * *", "America/New_York", "daily at 09:00, America/New_York")]
    [InlineData("daily at 9 am (berlin time)", "0 9 * * *", "Europe/Berlin", "daily at 09:00, Europe/Berlin")]
    [InlineData("every Monday at 9", "0 9 * * 1", "UTC", "Mondays at 09:00, UTC")]
    [InlineData("mondays at noon", "0 12 * * 1", "UTC", "Mondays at 12:00, UTC")]
    [InlineData("every wendesday at 9", "0 9 * * 3", "UTC", "Wednesdays at 09:00, UTC")]
    [InlineData("mon, wed and fri at 18:00", "0 18 * * 1,3,5", "UTC", "Mondays, Wednesdays and Fridays at 18:00, UTC")]
    [InlineData("Mon-Fri 6:15", "15 6 * * 1-5", "UTC", "weekdays at 06:15, UTC")]
    [InlineData("friday to monday at 10", "0 10 * * 0,1,5,6", "UTC", "Mondays, Fridays, Saturdays and Sundays at 10:00, UTC")]
    [InlineData("weekends at 10", "0 10 * * 0,6", "UTC", "weekends at 10:00, UTC")]
    [InlineData("business days at 9", "0 9 * * 1-5", "UTC", "weekdays at 09:00, UTC")]
    [InlineData("every hour", "0 * * * *", "UTC", "every hour, UTC")]
    [InlineData("hourly on weekdays from 9 to 17", "0 9-17 * * 1-5", "UTC", "every hour from 09:00 to 17:00, weekdays, UTC")]
    [InlineData("every 15 minutes", "*/15 * * * *", "UTC", "every 15 minutes, UTC")]
    [InlineData("every half hour between 9 and 12", "*/30 9-11 * * *", "UTC", "every 30 minutes from 09:00 to 11:30, UTC")]
    [InlineData("every two hours", "0 */2 * * *", "UTC", "every 2 hours, UTC")]
    [InlineData("twice a day at 8 and 17", "0 8,17 * * *", "UTC", "daily at 08:00 and 17:00, UTC")]
    [InlineData("three times a day at 8, 12 and 17", "0 8,12,17 * * *", "UTC", "daily at 08:00, 12:00 and 17:00, UTC")]
    [InlineData("daily at 8:30 and 17:00", "30 8 * * *; 0 17 * * *", "UTC", "daily at 08:30 and 17:00, UTC")]
    [InlineData("at noon", "0 12 * * *", "UTC", "daily at 12:00, UTC")]
    [InlineData("midnight", "0 0 * * *", "UTC", "daily at 00:00, UTC")]
    [InlineData("every morning", "0 8 * * *", "UTC", "daily at 08:00, UTC")]
    [InlineData("every evening at 7", "0 19 * * *", "UTC", "daily at 19:00, UTC")]
    [InlineData("first of the month at 9", "0 9 1 * *", "UTC", "the 1st of the month at 09:00, UTC")]
    [InlineData("on the 1st and 15th of every month at 9", "0 9 1,15 * *", "UTC", "the 1st and 15th of the month at 09:00, UTC")]
    [InlineData("last day of the month at 16:00", "0 16 L * *", "UTC", "the last day of the month at 16:00, UTC")]
    [InlineData("first monday of the month at 9", "0 9 * * 1#1", "UTC", "the 1st Monday of the month at 09:00, UTC")]
    [InlineData("last friday of the month at 9", "0 9 * * 5L", "UTC", "the last Friday of the month at 09:00, UTC")]
    [InlineData("weekly on Tuesday at 8", "0 8 * * 2", "UTC", "Tuesdays at 08:00, UTC")]
    [InlineData("every 2 hours in San Francisco", "0 */2 * * *", "America/Los_Angeles", "every 2 hours, America/Los_Angeles")]
    public void Read_WhatPeopleWrite_IsCronAZoneAndWords(string text, string cron, string zone, string inWords)
    {
        var reading = DigestSchedule.Read(text, "UTC");

        Assert.Null(reading.Problem);
        Assert.Equal((cron, zone, inWords), (reading.Schedule!.Cron, reading.Schedule.Zone, reading.Schedule.InWords));
    }

    [Theory]
    [InlineData("weekdays at 8:30, Europe/Berlin")]
    [InlineData("mon, wed and fri at 18:00 in Tokyo")]
    [InlineData("daily at 8:30 and 17:00")]
    [InlineData("every half hour between 9 and 12 on weekdays")]
    [InlineData("every 15 minutes from 9 to 17")]
    [InlineData("first monday of the month at 9")]
    [InlineData("last friday of the month at 9")]
    [InlineData("on the 1st and 15th at 9")]
    public void Read_ItsOwnWords_IsTheSameSchedule(string text)
    {
        var schedule = DigestSchedule.Read(text, "UTC").Schedule!;

        Assert.Equal(schedule, DigestSchedule.Read(schedule.InWords.Replace("from 09:00 to 11:30", "from 9 to 12").Replace("to 16:45", "to 17:00"), "UTC").Schedule);
    }

    [Theory]
    [InlineData("", "When shall the digest come?")]
    [InlineData("weekdays", "At what time?")]
    [InlineData("whenever something happens", "\"whenever\"")]
    [InlineData("every other week on Monday at 9", "\"other\"")]
    [InlineData("every minute", "too often")]
    [InlineData("every 2 minutes", "too often")]
    [InlineData("* * * * *", "too often")]
    [InlineData("0,3 9 * * *", "too often")]
    [InlineData("0,58 8,9 * * 6", "too often")]
    [InlineData("daily at 8:58 and 9:00", "too often")]
    [InlineData("every 7 minutes", "without a rest")]
    [InlineData("twice a day at 8", "one time of day, not 2")]
    [InlineData("every hour at 9", "not both")]
    [InlineData("9-17 on weekdays", "how often")]
    [InlineData("1st of the month and Mondays at 9", "not on both")]
    [InlineData("on the 42nd at 9", "no day 42")]
    [InlineData("daily at 25:00", "\"25:00\"")]
    [InlineData("61 8 * * *", "not cron as I read it")]
    [InlineData("0 9 31 2 *", "never comes")]
    [InlineData("daily at 9 Mars/Olympus", "time zone \"Mars/Olympus\"")]
    [InlineData("daily at 9 Gotham time", "time zone \"Gotham\"")]
    [InlineData("daily at 9 UTC+2", "time zone \"UTC+2\"")]
    public void Read_WhatIsNotUnderstood_IsToldWithExamples(string text, string expected)
    {
        var reading = DigestSchedule.Read(text, "UTC");

        Assert.Null(reading.Schedule);
        Assert.Contains(expected, reading.Problem);
        Assert.Matches("such as|for example", reading.Problem);
    }

    [Fact]
    public void Read_AnyText_NeverFails()
    {
        var words = new[] { "every", "day", "9", "at", "-", "first", "from", "to", "and", "*", "1-5", "mon", "minutes", "25:61", "\u201C", "in", "time", "0", "L", "#", "twice", "\0", "99999999999" };
        var random = new Random(4);

        for (var run = 0; run < 3_000; run++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(8)).Select(_ => words[random.Next(words.Length)]));
            var reading = DigestSchedule.Read(text, "UTC");

            Assert.True(reading.Schedule is null != reading.Problem is null, text);
        }
    }
}
