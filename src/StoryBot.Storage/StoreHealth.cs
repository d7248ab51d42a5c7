using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Storage.Access;

namespace StoryBot.Storage;

/// <summary>Degraded while the store is away, while writes wait for it, or when posts had to be given up: questions are answered all the same.</summary>
internal sealed class StoreHealth(StoreAccess store) : IHealthCheck
{
    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            var parked = await store.ReadAsync((database, token) => database.Outbox.CountAsync(row => row.State == (int)OutboxState.Failed, token), cancellationToken);
            if (store.Waiting > 0)
            {
                return HealthCheckResult.Degraded($"{store.Waiting} writes wait for the store");
            }

            return parked > 0 ? HealthCheckResult.Degraded($"{parked} posts were given up; the log says why") : HealthCheckResult.Healthy();
        }
        catch (StoreUnavailableException fault)
        {
            return HealthCheckResult.Degraded($"the store is away: {fault.Message}");
        }
    }
}
