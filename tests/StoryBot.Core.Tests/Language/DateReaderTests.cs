using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Tests.Language;

public sealed class DateReaderTests
{
    [Theory]
    [InlineData("27 Jan 2025", "2025-01-27")]
    [InlineData("on Jan. 27, 2025,", "2025-01-27")]
    [InlineData("January 27th, 2025", "2025-01-27")]
    [InlineData("the 27th of January 2025", "2025-01-27")]
    [InlineData("2025-01-27", "2025-01-27")]
    [InlineData("2025-01-27T21:29-05:00", "2025-01-27")]
    [InlineData("1/27/2025", "2025-01-27")]
    [InlineData("27/01/2025", "2025-01-27")]
    [InlineData("January 2025", "2025-01")]
    [InlineData("late 2024", "2024")]
    [InlineData("Sept 2025", "2025-09")]
    public void Read_WrittenDate_HasItsPrecision(string text, string expected) =>
        Assert.Equal(expected, Assert.Single(DateReader.Read(text)).ToStoryDate()!.Value.ToString());

    [Theory]
    [InlineData("January 27", 1, 27)]
    [InlineData("27 January", 1, 27)]
    [InlineData("in January", 1, null)]
    public void Read_WithoutYear_LeavesItOpen(string text, int month, int? day)
    {
        var date = Assert.Single(DateReader.Read(text));

        Assert.Equal((null, month, day), (date.Year, date.Month, date.Day));
        Assert.Null(date.ToStoryDate());
    }

    [Theory]
    [InlineData("it may rise")]
    [InlineData("May I ask")]
    [InlineData("30 February 2025 GPUs")]
    [InlineData("$2025")]
    [InlineData("2,025 users")]
    [InlineData("2025 tokens")]
    [InlineData("o1-1217")]
    [InlineData("March on")]
    public void Read_NoDate_FindsNone(string text) => Assert.DoesNotContain(DateReader.Read(text), date => date.Day is not null || date.Year is not null && !text.Contains("February", StringComparison.Ordinal));

    [Fact]
    public void Read_Decade_CoversItsYears()
    {
        var decade = Assert.Single(DateReader.Read("the late 1950s"));

        Assert.True(decade.IsContainedIn(StoryDate.OfDay(1957, 10, 4)));
        Assert.False(decade.IsContainedIn(StoryDate.OfDay(1967, 10, 4)));
    }

    [Fact]
    public void IsContainedIn_CoarserDate_IsFalse()
    {
        var day = Assert.Single(DateReader.Read("27 January 2025"));
        var month = Assert.Single(DateReader.Read("January 2025"));

        Assert.True(month.IsContainedIn(day));
        Assert.False(day.IsContainedIn(month));
        Assert.True(day.IsContainedIn(StoryDate.OfDay(2025, 1, 27)));
        Assert.False(day.IsContainedIn(StoryDate.OfDay(2025, 1, 28)));
    }

    [Fact]
    public void Read_TwoDaysOfAMonth_AreTwoDates() =>
        Assert.Equal([26, 27], DateReader.Read("26-27 January 2025").Select(date => date.Day!.Value));
}
