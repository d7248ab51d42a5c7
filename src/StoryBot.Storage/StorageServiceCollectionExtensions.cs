using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Digests.Scheduling;
using StoryBot.Core.Knowledge.Archive;
using StoryBot.Storage.Access;
using StoryBot.Storage.Model;

namespace StoryBot.Storage;

/// <summary>Adds the store, which takes over the seams that are in memory otherwise.</summary>
public static class StorageServiceCollectionExtensions
{
    /// <summary>
    /// Adds the store. To be added before the chat layer: what is added first starts first and stops last, and the chat layer fills only the
    /// seams that are open.
    /// </summary>
    public static IServiceCollection AddStorage(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsValidator>();
        services.AddSingleton<IValidateOptions<StoreOptions>, StoreOptionsRules>();
        services.AddOptions<StoreOptions>().Bind(configuration.GetSection(StoreOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PrivacyOptions>, PrivacyOptionsValidator>();
        services.AddOptions<PrivacyOptions>().Bind(configuration.GetSection(PrivacyOptions.Section)).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        // Every statement would be a line otherwise; what goes wrong is told by the store's own messages.
        services.AddLogging(logging => logging.AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning));
        services.AddHealthChecks().AddCheck<StoreHealth>("store", tags: ["ready"]);
        if (configuration.GetSection(PrivacyOptions.Section).Get<PrivacyOptions>()?.StoreQuestions != false)
        {
            services.TryAddSingleton<IConversationLog, StoredConversationLog>();
        }

        return services.AddDatabase().AddAccess().AddSeams();
    }

    private static IServiceCollection AddDatabase(this IServiceCollection services)
    {
        services.AddPooledDbContextFactory<SqliteContext>((provider, database) => database
            .UseSqlite(StoreConnection.Build(OptionsOf(provider)))
            .AddInterceptors(new SqliteDurability()));
        services.AddPooledDbContextFactory<PostgresContext>((provider, database) => database.UseNpgsql(StoreConnection.Build(OptionsOf(provider))));
        return services.AddSingleton<IStoryBotContexts>(provider => OptionsOf(provider).Provider == StoreProvider.Postgres
            ? new StoryBotContexts<PostgresContext>(provider.GetRequiredService<IDbContextFactory<PostgresContext>>())
            : new StoryBotContexts<SqliteContext>(provider.GetRequiredService<IDbContextFactory<SqliteContext>>()));
    }

    private static IServiceCollection AddAccess(this IServiceCollection services) => services
        .AddSingleton<Replica>()
        .AddSingleton<PendingWrites>()
        .AddSingleton<StoreAccess>()
        .AddSingleton<RetentionSweep>()
        .AddSingleton<ReplicaBeat>()
        .AddHostedService<StorePreparation>()
        .AddSingleton<IHostedService>(provider => provider.GetRequiredService<ReplicaBeat>())
        .AddHostedService<StoreUpkeep>();

    private static IServiceCollection AddSeams(this IServiceCollection services)
    {
        services.TryAddSingleton<IEventLog, StoredEventLog>();
        services.TryAddSingleton<IAnswerLog, StoredAnswerLog>();
        services.TryAddSingleton<IFeedbackLog, StoredFeedbackLog>();
        services.TryAddSingleton<IGapLog, StoredGapLog>();
        services.TryAddSingleton<IAskedQuestions, StoredAskedQuestions>();
        services.TryAddSingleton<IChannelStories, StoredChannelStories>();
        services.TryAddSingleton<ISnapshotArchive, StoredSnapshotArchive>();
        services.TryAddSingleton<IOutboxStore, StoredOutbox>();
        services.TryAddSingleton<ISubscriptionStore, StoredSubscriptions>();
        return services;
    }

    private static StoreOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<StoreOptions>>().Value;
}
