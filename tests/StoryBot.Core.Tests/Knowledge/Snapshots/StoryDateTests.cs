using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Knowledge.Snapshots;

public sealed class StoryDateTests
{
    [Theory]
    [InlineData("2025", DatePrecision.Year, "2025-01-01T00:00:00+00:00", "2026-01-01T00:00:00+00:00")]
    [InlineData("2025-12", DatePrecision.Month, "2025-12-01T00:00:00+00:00", "2026-01-01T00:00:00+00:00")]
    [InlineData("2024-02-29", DatePrecision.Day, "2024-02-29T00:00:00+00:00", "2024-03-01T00:00:00+00:00")]
    [InlineData("2025-01-27T21:29-05:00", DatePrecision.Instant, "2025-01-27T21:29:00-05:00", "2025-01-27T21:29:00-05:00")]
    [InlineData("2025-01-27T21:29:58Z", DatePrecision.Instant, "2025-01-27T21:29:58+00:00", "2025-01-27T21:29:58+00:00")]
    [InlineData("2025-01-27T21:29", DatePrecision.Instant, "2025-01-27T21:29:00+00:00", "2025-01-27T21:29:00+00:00")]
    [InlineData("2025-01-27T21:29:58.250+01", DatePrecision.Instant, "2025-01-27T21:29:58.250+01:00", "2025-01-27T21:29:58.250+01:00")]
    public void TryParse_IsoForm_KeepsThePrecision(string text, DatePrecision precision, string start, string end)
    {
        Assert.True(StoryDate.TryParse(text, out var date));

        Assert.Equal(precision, date.Precision);
        Assert.Equal(DateTimeOffset.Parse(start), date.Start);
        Assert.Equal(DateTimeOffset.Parse(start).Offset, date.Start.Offset);
        Assert.Equal(DateTimeOffset.Parse(end), date.End);
    }

    [Theory]
    [InlineData("2025")]
    [InlineData("2025-01")]
    [InlineData("2025-01-27")]
    [InlineData("2025-01-27T21:29-05:00")]
    [InlineData("2025-01-27T21:29:58+00:00")]
    public void ToString_OfAParsedDate_IsTheSameText(string text)
    {
        Assert.True(StoryDate.TryParse(text, out var date));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2025-02-29")]
    [InlineData("2025-00-10")]
    [InlineData("9999")]
    [InlineData("0001")]
    [InlineData("2025-01-27 ")]
    [InlineData("2025-01-27T10")]
    [InlineData("2025-01-27T10:00:60Z")]
    [InlineData("2025-01-27T10:60")]
    [InlineData("2025-01-27T10:00+14:01")]
    [InlineData("2025Z")]
    public void TryParse_AnythingElse_IsRefused(string? text) => Assert.False(StoryDate.TryParse(text, out _));
}
