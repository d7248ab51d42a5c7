using System.Text.Json;
using System.Text.Json.Nodes;

namespace StoryBot.Core.Chat;

/// <summary>
/// Takes in what a platform delivers, the same for each way in: a webhook and a socket bring the same JSON. Translates it, hands
/// it to the inbox, and says what acknowledges it; sending that is the way's business. Safe to share between threads.
/// </summary>
public interface IPlatformIntake
{
    /// <summary>The platform.</summary>
    PlatformId Platform { get; }

    /// <summary>Takes a delivery in. Returns once it is safe to acknowledge it; never throws for what was delivered.</summary>
    /// <param name="kind">What was delivered, in the platform's own name, such as <c>INTERACTION_CREATE</c> or <c>events_api</c>.</param>
    /// <param name="payload">It.</param>
    /// <param name="cancellationToken">The process is stopping.</param>
    ValueTask<IntakeResult> TakeAsync(string kind, JsonElement payload, CancellationToken cancellationToken);
}

/// <summary>What became of a delivery.</summary>
/// <param name="State">Whether it was taken in.</param>
/// <param name="Acknowledgement">What the platform is to be told; null for a bare acknowledgement.</param>
public sealed record IntakeResult(IntakeState State, JsonObject? Acknowledgement = null)
{
    /// <summary>To be called when the acknowledgement has been sent or cannot be; a reply that takes its place waits for it.</summary>
    public Action? Acknowledged { get; init; }
}

/// <summary>Whether a delivery was taken in.</summary>
public enum IntakeState
{
    /// <summary>It was, now or before, or there is nothing to do about it.</summary>
    Taken,

    /// <summary>It was not: the process is stopping, full or broken. A platform that can is to deliver it again.</summary>
    Refused,

    /// <summary>It is not what the platform delivers; to deliver it again would not help.</summary>
    Unreadable,
}
