using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace StoryBot.Platforms.Slack;

/// <summary>
/// Asks Slack at the start who the bot is. A failure stops nothing, because webhooks work without: it is logged, shown by the health
/// check, and tried again now and then, as an outage ends and an app is installed again.
/// </summary>
internal sealed class SlackSignIn(SlackApi api, SlackIdentity identity, TimeProvider clock, ILogger<SlackSignIn> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!await TrySignInAsync(stoppingToken))
            {
                await Task.Delay(Pause, clock, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The process is stopping.
        }
    }

    private async Task<bool> TrySignInAsync(CancellationToken cancellationToken)
    {
        try
        {
            var answer = await api.CallAsync("auth.test", [], cancellationToken);
            var user = answer.Text("user_id") ?? throw SlackApiException.Refused("auth.test", "no_user_id", needed: null);
            identity.SignedIn(user, answer.Text("team_id"));
            log.SignedIn(user, answer.Text("team_id") ?? "unknown");
            return true;
        }
        catch (SlackApiException fault)
        {
            identity.Failed(SlackErrors.Explain(fault));
            log.SignInFailed(SlackErrors.Explain(fault));
            return false;
        }
    }
}
