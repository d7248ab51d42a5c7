using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace StoryBot.Sockets;

/// <summary>
/// How a dial-out connection is doing, for the health endpoint: connected, on its way, or refused with what an operator has
/// to do. Safe to share between threads.
/// </summary>
internal sealed class SocketStatus : IHealthCheck
{
    private volatile State _state = new(HealthStatus.Degraded, "Not connected yet.");

    /// <summary>Whether events come in.</summary>
    public bool IsConnected => _state.Health == HealthStatus.Healthy;

    /// <summary>What is said of it.</summary>
    public string Description => _state.Description;

    /// <summary>Events come in.</summary>
    public void Connect() => _state = new(HealthStatus.Healthy, "Connected.");

    /// <summary>It is being connected again; nothing has to be done.</summary>
    public void Lose(string why) => _state = new(HealthStatus.Degraded, why);

    /// <summary>It is not tried again until somebody does what <paramref name="what"/> says and restarts the bot.</summary>
    public void Refuse(string what) => _state = new(HealthStatus.Degraded, what);

    /// <inheritdoc/>
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken)
    {
        var state = _state;
        return Task.FromResult(new HealthCheckResult(state.Health, state.Description));
    }

    private sealed record State(HealthStatus Health, string Description);
}
