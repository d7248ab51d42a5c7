using Microsoft.Extensions.Logging;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Digests;

/// <summary>The log messages of scheduling digests. None holds what a digest says.</summary>
internal static partial class DigestLog
{
    [LoggerMessage(4101, LogLevel.Error, "The digest of subscription {Subscription} could not be made; it is tried again in some minutes.")]
    public static partial void NotMade(ILogger logger, Exception failure, SubscriptionId subscription);

    [LoggerMessage(4102, LogLevel.Warning, "A digest of subscription {Subscription} is due, and its story {Story} is not loaded; it is tried again in some minutes.")]
    public static partial void NoStory(ILogger logger, SubscriptionId subscription, StoryId story);

    [LoggerMessage(4103, LogLevel.Error, "Subscription {Subscription} has no next digest: {Problem}")]
    public static partial void NoZone(ILogger logger, SubscriptionId subscription, string problem);

    [LoggerMessage(4104, LogLevel.Error, "The subscriptions cannot be read or moved on; digests wait.")]
    public static partial void StoreAway(ILogger logger, Exception failure);

    [LoggerMessage(4105, LogLevel.Warning, "{Count} claims could not be given back; they end by themselves.")]
    public static partial void NotReleased(ILogger logger, Exception failure, int count);

    [LoggerMessage(4106, LogLevel.Information, "Worked {Count} due digests, {Made} of them different ones, in {Elapsed}.")]
    public static partial void Worked(ILogger logger, int count, int made, TimeSpan elapsed);
}
