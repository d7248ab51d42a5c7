using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Digests.Scheduling;

namespace StoryBot.Core.Tests.Digests.Scheduling;

public sealed class DigestSchedulerTests
{
    [Theory]
    [InlineData(0, 15.0)]
    [InlineData(44, 15.0)]
    [InlineData(46, 14.02)]
    [InlineData(59, 1.02)]
    public void WaitFrom_ASecondOfTheMinute_EndsAtTheFullMinuteAtTheLatest(int second, double expected)
    {
        var wait = DigestScheduler.WaitFrom(new DateTimeOffset(2031, 5, 2, 8, 29, second, TimeSpan.Zero));

        Assert.Equal(TimeSpan.FromSeconds(expected), wait);
    }

    [Fact]
    public void Schedules_ThatAreOfferedWhileTyping_AreUnderstood() =>
        Assert.All(StoryAutocomplete.Schedules, text => Assert.Null(DigestSchedule.Read(text, "UTC").Problem));
}
