using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using StoryBot.Core.Digests.Outbox;
using StoryBot.Core.Digests.Posting;

namespace StoryBot.Core.Digests;

/// <summary>Adds what the bot posts of its own accord. It needs the chat layer.</summary>
public static class DigestServiceCollectionExtensions
{
    /// <summary>
    /// Adds the outbox with its poster. The seam that a store takes over (<see cref="IOutboxStore"/>) is in memory unless it was added
    /// before.
    /// </summary>
    public static IServiceCollection AddDigests(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton<IValidateOptions<PostingOptions>, PostingOptionsValidator>();
        services.AddOptions<PostingOptions>().Bind(configuration.GetSection(PostingOptions.Section)).ValidateOnStart();
        services.TryAddSingleton<IOutboxStore, MemoryOutboxStore>();
        return services
            .AddSingleton<OutboxSignal>()
            .AddSingleton<IOutbox, PostOutbox>()
            .AddHostedService<PostingWorker>();
    }
}
