using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Requests;
using StoryBot.Core.Digests.Commands;
using StoryBot.Core.Digests.Composition;
using StoryBot.Core.Digests.Notices;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Digests.Posting;
using StoryBot.Core.Digests.Scheduling;

namespace StoryBot.Core.Digests;

/// <summary>Adds what the bot posts of its own accord. It needs the chat layer.</summary>
public static class DigestServiceCollectionExtensions
{
    /// <summary>
    /// Adds the schedules with their commands, and the outbox with its poster. The seams that a store takes over
    /// (<see cref="ISubscriptionStore"/>, <see cref="IOutboxStore"/>) are in memory unless they were added before.
    /// </summary>
    public static IServiceCollection AddDigests(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton<IValidateOptions<PostingOptions>, PostingOptionsValidator>();
        services.AddOptions<PostingOptions>().Bind(configuration.GetSection(PostingOptions.Section)).ValidateOnStart();
        services.TryAddSingleton<IOutboxStore, MemoryOutboxStore>();
        return services
            .AddScheduling(configuration)
            .AddNotices(configuration)
            .AddSingleton<OutboxSignal>()
            .AddSingleton<IOutbox, PostOutbox>()
            .AddSingleton<IPersonalData>(provider => new PersonalDataOf(provider.GetRequiredService<IOutboxStore>()))
            .AddHostedService<PostingWorker>();
    }

    private static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<NoticeOptions>, NoticeOptionsValidator>();
        services.AddOptions<NoticeOptions>().Bind(configuration.GetSection(NoticeOptions.Section)).ValidateOnStart();
        return services
            .AddSingleton<CorrectionStage>()
            .AddSingleton<GapStage>()
            .AddSingleton<NoticePipeline>()
            .AddHostedService<NoticeWorker>();
    }

    private static IServiceCollection AddScheduling(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<DigestOptions>, DigestOptionsValidator>();
        services.AddSingleton<IValidateOptions<DigestOptions>, DigestOptionsRules>();
        services.AddOptions<DigestOptions>().Bind(configuration.GetSection(DigestOptions.Section)).ValidateOnStart();
        services.TryAddSingleton<ISubscriptionStore, MemorySubscriptionStore>();
        return services
            .AddSingleton<DigestMaker>()
            .AddSingleton<DigestNotes>()
            .AddSingleton<DigestBlocks>()
            .AddSingleton<DigestPipeline>()
            .AddSingleton<DigestView>()
            .AddSingleton<ICommandHandler, DigestCommands>()
            .AddHostedService<DigestScheduler>();
    }
}
