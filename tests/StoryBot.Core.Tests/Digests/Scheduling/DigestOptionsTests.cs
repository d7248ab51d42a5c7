using Microsoft.Extensions.Options;
using StoryBot.Core.Digests.Scheduling;

namespace StoryBot.Core.Tests.Digests.Scheduling;

public sealed class DigestOptionsTests
{
    [Fact]
    public void Defaults_AreOnInUtcAndBatchesOf1000()
    {
        var options = new DigestOptions();

        Assert.Equal((true, "UTC", 1_000), (options.Enabled, options.TimeZone, options.Batch));
    }

    [Theory]
    [InlineData("UTC", 1, true)]
    [InlineData("Europe/Berlin", 10_000, true)]
    [InlineData("UTC", 0, false)]
    [InlineData("UTC", 10_001, false)]
    [InlineData("", 500, false)]
    [InlineData("Mars/Olympus", 500, false)]
    public void Validate_Values_AreBounded(string zone, int batch, bool isRight)
    {
        var options = new DigestOptions { TimeZone = zone, Batch = batch };

        IValidateOptions<DigestOptions>[] validators = [new DigestOptionsValidator(), new DigestOptionsRules()];

        Assert.Equal(isRight, validators.All(validator => validator.Validate(null, options).Succeeded));
    }
}
