using StoryBot.Platforms.Sending;

namespace StoryBot.Platforms.Tests.Sending;

public sealed class BackOffTests
{
    [Theory]
    [InlineData(1, 0.5)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(7, 30)]
    public void Wait_AfterEachFailure_DoublesUpToItsBound(int attempt, double seconds)
    {
        var wait = BackOff.Default.After(attempt);

        Assert.InRange(wait!.Value.TotalSeconds, seconds * 0.75, seconds);
    }

    [Fact]
    public void Wait_AfterTheLastAttempt_IsNone()
    {
        Assert.Null(BackOff.Default.After(8));
    }
}
