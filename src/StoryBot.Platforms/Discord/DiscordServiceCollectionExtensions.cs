using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;

namespace StoryBot.Platforms.Discord;

/// <summary>Adds Discord where it is configured: the way out always, the webhook where there is a key to check it by.</summary>
public static class DiscordServiceCollectionExtensions
{
    // Discord asks for this form, and its network turns away clients without a name.
    private const string UserAgent = "DiscordBot (https://example.org/storybot, 0.1.0)";

    // Addresses change: a connection is not kept for ever.
    private static readonly TimeSpan ConnectionLife = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Adds Discord when its keys are there. Needs an <see cref="IChatInbox"/>, an <see cref="IAutocomplete"/> and a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(DiscordOptions.Section);
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidator>();
        services.AddSingleton<IValidateOptions<DiscordOptions>, DiscordOptionsRules>();
        services.AddOptions<DiscordOptions>().Bind(section).ValidateOnStart();
        return IsOn(section) ? services.AddWayOut().AddWebhook(section) : services;
    }

    /// <summary>Maps <c>POST /discord/interactions</c> where Discord comes by webhook.</summary>
    public static IEndpointRouteBuilder MapDiscord(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetRequiredService<IServiceProviderIsService>().IsService(typeof(DiscordWebhook)))
        {
            endpoints.MapPost(DiscordWebhook.Path, context => context.RequestServices.GetRequiredService<DiscordWebhook>().HandleAsync(context));
        }

        return endpoints;
    }

    private static IServiceCollection AddWayOut(this IServiceCollection services)
    {
        services.AddHttpClient(DiscordApi.ClientName)
            .ConfigureHttpClient(client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.DefaultRequestHeaders.UserAgent.ParseAdd(UserAgent);
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                PooledConnectionLifetime = ConnectionLife,
            })
            // They write addresses, and the address of an interaction holds its token.
            .RemoveAllLoggers();
        services.AddSingleton<DiscordRateLimits>();
        services.AddSingleton<DiscordApi>();
        services.AddSingleton<DiscordAcknowledgements>();
        services.AddSingleton<DiscordPlaceholders>();
        services.AddSingleton<DiscordIntake>();
        services.AddSingleton<IPlatformIntake>(provider => provider.GetRequiredService<DiscordIntake>());
        services.AddSingleton<IChatSender, DiscordSender>();
        services.AddHostedService<DiscordCommandRegistration>();
        return services;
    }

    private static IServiceCollection AddWebhook(this IServiceCollection services, IConfigurationSection section)
    {
        if (!IsSet(section, nameof(DiscordOptions.PublicKey)))
        {
            return services;
        }

        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<DiscordOptions>>().Value;
            return new DiscordSignature(options.PublicKey!, options.SignatureLifetime, provider.GetRequiredService<TimeProvider>());
        });
        services.AddSingleton<DiscordWebhook>();
        return services;
    }

    // As DiscordOptions.IsOn, before the options can be read.
    private static bool IsOn(IConfigurationSection section) =>
        IsSet(section, nameof(DiscordOptions.ApplicationId))
        || IsSet(section, nameof(DiscordOptions.PublicKey))
        || IsSet(section, nameof(DiscordOptions.BotToken))
        || (bool.TryParse(section[nameof(DiscordOptions.Gateway)], out var gateway) && gateway);

    private static bool IsSet(IConfigurationSection section, string key) => !string.IsNullOrWhiteSpace(section[key]);
}
