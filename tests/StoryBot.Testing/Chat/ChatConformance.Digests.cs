using Xunit;

namespace StoryBot.Testing.Chat;

/// <summary>The scenarios of digests.</summary>
public abstract partial class ChatConformance
{
    private const string Schedule = "first of the month at 9 Europe/Berlin";

    [Fact]
    public async Task Digest_SubscribedTo_IsListedPausedAndEnded()
    {
        await using var driver = await StartAsync(_setup);

        var subscribed = await RepliedAsync(driver, driver.CommandAsync("story", $"digest subscribe {Schedule}"));
        var listed = await RepliedAsync(driver, driver.CommandAsync("story", "digest list"));
        var preview = await RepliedAsync(driver, driver.CommandAsync("story", "digest preview"));
        var paused = await RepliedAsync(driver, driver.CommandAsync("story", "digest pause"));
        var resting = await RepliedAsync(driver, driver.CommandAsync("story", "digest list"));
        var resumed = await RepliedAsync(driver, driver.CommandAsync("story", "digest resume"));
        var ended = await RepliedAsync(driver, driver.CommandAsync("story", "digest unsubscribe"));
        var empty = await RepliedAsync(driver, driver.CommandAsync("story", "digest list"));

        Assert.Contains("the 1st of the month at 09:00, Europe/Berlin. The first one, an overview, comes on", subscribed.Text, StringComparison.Ordinal);
        Assert.Contains("09:00 (Europe/Berlin)", subscribed.Text, StringComparison.Ordinal);
        Assert.Contains("invented: the 1st of the month at 09:00, Europe/Berlin; the next one on", listed.Text, StringComparison.Ordinal);
        Assert.Contains("The next digest is posted on", preview.Text, StringComparison.Ordinal);
        Assert.Contains("rest.", paused.Text, StringComparison.Ordinal);
        Assert.Contains("; resting.", resting.Text, StringComparison.Ordinal);
        Assert.Contains("The digests go on", resumed.Text, StringComparison.Ordinal);
        Assert.Contains("No more digests are posted", ended.Text, StringComparison.Ordinal);
        Assert.Contains("No digests are posted", empty.Text, StringComparison.Ordinal);
        Assert.Equal(driver.HasPrivateReplies, subscribed.IsPrivate);
    }

    [Fact]
    public async Task Digest_OfAChannel_IsChangedByAdminsAloneWhereSomebodyIsOne()
    {
        _setup.Configuration["Chat:Admins:0"] = "somebody-else";
        await using var driver = await StartAsync(_setup);

        var refused = await RepliedAsync(driver, driver.CommandAsync("story", $"digest subscribe {Schedule}"));
        var listed = await RepliedAsync(driver, driver.CommandAsync("story", "digest list"));

        // A platform whose only conversation is direct, or whose people manage it, keeps nobody from it.
        Assert.Equal(driver.HasChannels, refused.Text.Contains("Only an admin", StringComparison.Ordinal));
        Assert.Equal(driver.HasChannels, listed.Text.Contains("No digests are posted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task AsOf_ADayBeforeARecord_DoesNotTellIt()
    {
        await using var driver = await StartAsync(_setup);

        var then = await RepliedAsync(driver, driver.CommandAsync("story", "market Veld as-of:2031-04-01"));
        var now = await RepliedAsync(driver, driver.CommandAsync("story", "market Veld"));

        Assert.DoesNotContain("0.85%", then.Text, StringComparison.Ordinal);
        Assert.Contains("0.85%", now.Text, StringComparison.Ordinal);
    }
}
