using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;

namespace StoryBot.Sockets.Discord;

/// <summary>The way in through Discord's gateway, for a bot without a public address, and for direct messages and mentions.</summary>
public sealed class DiscordGatewayModule : IPlatformModule
{
    // Within the 3 seconds that Discord waits, with room for a second attempt.
    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(1.5);

    /// <inheritdoc/>
    public string Switch => "Discord:Gateway";

    /// <inheritdoc/>
    public void AddTo(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton<IValidateOptions<DiscordGatewayOptions>, DiscordGatewayOptionsValidator>();
        services.AddSingleton<IValidateOptions<DiscordGatewayOptions>, DiscordGatewayOptionsRules>();
        services.AddOptions<DiscordGatewayOptions>().BindConfiguration(DiscordGatewayOptions.Section).ValidateOnStart();
        services.AddHttpClient(InteractionCallback.Client)
            .ConfigureHttpClient(client => client.Timeout = ResponseTimeout)
            // They write addresses, and the address of an interaction holds its token.
            .RemoveAllLoggers();
        services.AddSingleton<InteractionCallback>();
        services.AddSingleton<DiscordMessageTranslator>();
        services.AddSingleton<DiscordReceiver>();
        services.AddKeyedSingleton<SocketStatus>(DiscordGateway.Name);
        services.AddHostedService<DiscordGateway>();
        services.AddHealthChecks().Add(new HealthCheckRegistration(
            DiscordGateway.Name, provider => provider.GetRequiredKeyedService<SocketStatus>(DiscordGateway.Name), HealthStatus.Degraded, ["ready"]));
    }
}
