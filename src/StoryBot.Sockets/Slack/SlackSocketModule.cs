using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;

namespace StoryBot.Sockets.Slack;

/// <summary>The way in through Slack's Socket Mode, for a bot without a public address.</summary>
public sealed class SlackSocketModule : IPlatformModule
{
    private static readonly TimeSpan RequestTimeout = TimeSpan.FromSeconds(15);

    /// <inheritdoc/>
    public string Switch => "Slack:SocketMode";

    /// <inheritdoc/>
    public void AddTo(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton<IValidateOptions<SlackSocketOptions>, SlackSocketOptionsValidator>();
        services.AddSingleton<IValidateOptions<SlackSocketOptions>, SlackSocketOptionsRules>();
        services.AddOptions<SlackSocketOptions>().BindConfiguration(SlackSocketOptions.Section).ValidateOnStart();
        services.AddTransient<MissingHeaders>();
        services.AddHttpClient(SlackConnector.Client)
            .ConfigureHttpClient(client => client.Timeout = RequestTimeout)
            .AddHttpMessageHandler<MissingHeaders>();
        services.AddSingleton<SlackConnector>();
        services.AddKeyedSingleton<SocketStatus>(SlackSockets.Name);
        services.AddHostedService<SlackSockets>();
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            SlackSockets.Name, provider => provider.GetRequiredKeyedService<SocketStatus>(SlackSockets.Name), HealthStatus.Degraded, ["ready"]));
    }
}
