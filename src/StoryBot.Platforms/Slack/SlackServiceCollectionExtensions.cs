using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;

namespace StoryBot.Platforms.Slack;

/// <summary>Adds Slack. Without its keys it adds nothing, and no address answers.</summary>
public static class SlackServiceCollectionExtensions
{
    /// <summary>
    /// Adds the way out to Slack, and what the webhooks need, when any of Slack's keys is set. Needs a <see cref="TimeProvider"/>,
    /// and for the webhooks an <see cref="IChatInbox"/>.
    /// </summary>
    public static IServiceCollection AddSlack(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        var section = configuration.GetSection(SlackOptions.Section);
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsValidator>();
        services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsRules>();
        services.AddOptions<SlackOptions>().Bind(section).ValidateOnStart();
        return section.Get<SlackOptions>() is { IsOn: true } ? services.AddSender().AddWebhook() : services;
    }

    /// <summary>Maps the addresses that Slack sends to, when Slack is on and its requests can be checked.</summary>
    public static IEndpointRouteBuilder MapSlack(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<SlackOptions>>().Value is { IsOn: true, TakesWebhooks: true })
        {
            var webhook = endpoints.ServiceProvider.GetRequiredService<SlackWebhook>();
            var slack = endpoints.MapGroup("/slack");
            slack.MapPost("/events", (HttpRequest request) => webhook.EventsAsync(request));
            slack.MapPost("/commands", (HttpRequest request) => webhook.CommandsAsync(request));
            slack.MapPost("/interactivity", (HttpRequest request) => webhook.InteractivityAsync(request));
        }

        return endpoints;
    }

    private static IServiceCollection AddSender(this IServiceCollection services)
    {
        // No logging by the client: addresses that Slack gives out are secrets.
        services.AddHttpClient(SlackTransport.ClientName)
            .ConfigureHttpClient(client =>
            {
                client.Timeout = Timeout.InfiniteTimeSpan;
                client.MaxResponseContentBufferSize = 8 * 1024 * 1024;
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
            .RemoveAllLoggers();
        services.AddSingleton<SlackTransport>();
        services.AddSingleton<SlackApi>();
        services.AddSingleton<SlackReceipts>();
        services.AddSingleton<SlackResponseUrls>();
        services.AddSingleton<SlackPosts>();
        services.AddSingleton<SlackPictures>();
        services.AddSingleton<IChatSender, SlackSender>();
        services.AddSingleton<SlackFeedbackForms>();
        services.AddSingleton<IFeedbackForms>(provider => provider.GetRequiredService<SlackFeedbackForms>());
        services.AddSingleton<SlackIdentity>();
        services.AddHostedService<SlackSignIn>();
        services.AddHealthChecks().AddCheck<SlackHealth>("slack", tags: ["ready"]);
        return services;
    }

    private static IServiceCollection AddWebhook(this IServiceCollection services)
    {
        services.AddSingleton(provider => new SlackSignature(
            provider.GetRequiredService<IOptions<SlackOptions>>().Value.SigningSecret!,
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<SlackRequestReader>();
        services.AddSingleton<SlackEventTranslator>();
        services.AddSingleton<SlackCommandTranslator>();
        services.AddSingleton<SlackInteractionTranslator>();
        services.AddSingleton<SlackAside>();
        services.AddSingleton<SlackIntake>();
        services.AddSingleton<IPlatformIntake>(provider => provider.GetRequiredService<SlackIntake>());
        services.AddSingleton<SlackWebhook>();
        return services;
    }
}
