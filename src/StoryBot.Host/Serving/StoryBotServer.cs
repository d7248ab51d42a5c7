using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Digests;
using StoryBot.Core.Knowledge.Store;
using StoryBot.Host.Stories;
using StoryBot.Platforms.Discord;
using StoryBot.Platforms.Slack;
using StoryBot.Storage;

namespace StoryBot.Host.Serving;

/// <summary>The bot as a server: follows the knowledge, answers health checks, and holds what the platforms hang on to.</summary>
internal static class StoryBotServer
{
    private const string DefaultUrls = "http://localhost:5080";
    private const string Ready = "ready";
    private const string HostCategory = "Microsoft.Extensions.Hosting.Internal.Host";

    // An answer that was accepted may take its whole time, and then has to be sent.
    private static readonly TimeSpan ShutdownMargin = TimeSpan.FromSeconds(15);

    /// <summary>The server, not yet started.</summary>
    /// <exception cref="UserMistake">An option is wrong, or the configuration asks for something that this build does not have.</exception>
    public static WebApplication Create(IConfiguration configuration, string? urls, TimeProvider clock)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.UseUrls(urls ?? configuration["Urls"] ?? DefaultUrls);
        // Why the server does not start is told in a sentence, and not before it by a trace; what stops it later is critical.
        builder.Logging.AddFilter(HostCategory, LogLevel.Critical);
        builder.Services
            .AddStoryBot(builder.Configuration, clock)
            .AddKnowledgeWatch()
            .AddStorage(builder.Configuration)
            .AddChats(builder.Configuration);
        var app = builder.Build();
        try
        {
            OptionsCheck.Run(app.Services, () =>
            {
                app.UseHealth();
                app.UseChats();
            });
            return app;
        }
        catch (UserMistake)
        {
            ((IDisposable)app).Dispose();
            throw;
        }
    }

    // What is added later is stopped earlier: no event comes in any more while the inbox answers what it accepted.
    private static IServiceCollection AddChats(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddChat(configuration).AddDigests(configuration).AddDiscord(configuration).AddSlack(configuration).AddSockets(configuration);
        services.AddOptions<HostOptions>().Configure<IOptions<ChatOptions>>((host, chat) => host.ShutdownTimeout = chat.Value.Timeout + ShutdownMargin);
        return services;
    }

    private static void UseChats(this WebApplication app) => app.MapDiscord().MapSlack();

    private static IServiceCollection AddKnowledgeWatch(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value;
            return new KnowledgeStore(
                options.Store(options.Path),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<KnowledgeStore>>());
        });
        services.AddSingleton<StoriesInService>();
        services.AddSingleton<IStories>(provider => provider.GetRequiredService<StoriesInService>());
        services.AddHostedService<KnowledgeWatch>();
        services.AddHealthChecks().AddCheck<StoriesInService>("knowledge", tags: [Ready]);
        return services;
    }

    // Live: the process answers. Ready: there is a story to answer from.
    private static void UseHealth(this WebApplication app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }
}
