using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace StoryBot.Platforms.Slack;

/// <summary>Degraded, with the reason, while the bot is not signed in to Slack: the rest of it works.</summary>
internal sealed class SlackHealth(SlackIdentity identity) : IHealthCheck
{
    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(identity.Fault is { } reason ? HealthCheckResult.Degraded(reason) : HealthCheckResult.Healthy());
}
