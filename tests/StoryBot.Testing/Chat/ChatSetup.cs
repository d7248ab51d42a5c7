using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Digests;

namespace StoryBot.Testing.Chat;

/// <summary>
/// What a driver builds the bot from: the configuration, the invented story, a pipeline that can be held up or made to fail, and a watch
/// on what is sent. Call <see cref="AddTo"/> before the platform's own Add, and <see cref="Watch"/> after it.
/// </summary>
public sealed class ChatSetup
{
    /// <summary>The configuration; a driver adds the platform's keys.</summary>
    public Dictionary<string, string?> Configuration { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The stories: the invented one alone unless a test changes it.</summary>
    public FixedStories Stories { get; set; } = FixedStories.Invented;

    /// <summary>Holds the pipeline up, or makes it fail.</summary>
    public PipelineControl Pipeline { get; } = new();

    /// <summary>What was sent.</summary>
    public ReplyWatch Replies { get; } = new();

    /// <summary>The clock of the chat layer.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The configuration as the parts read it.</summary>
    public IConfiguration Build() => new ConfigurationBuilder().AddInMemoryCollection(Configuration).Build();

    /// <summary>Adds the chat layer and the digests with the invented story.</summary>
    public void AddTo(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddSingleton(Clock);
        services.AddLogging();
        services.AddSingleton<IStories>(Stories);
        services.AddChat(Build()).AddDigests(Build());
        Watch(services);
    }

    /// <summary>Puts the control before whatever answers, and the watch before whatever sends. Can be called again after more was added.</summary>
    public void Watch(IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        Wrap<IChatResponder>(services, inner => inner is PipelineControl.Controlled ? inner : Pipeline.Before(inner));
        Wrap<IChatSender>(services, inner => inner is ReplyWatch.Watched ? inner : Replies.Before(inner));
    }

    private static void Wrap<T>(IServiceCollection services, Func<T, T> wrap)
        where T : class
    {
        for (var index = 0; index < services.Count; index++)
        {
            var registered = services[index];
            if (registered.ServiceType == typeof(T) && !registered.IsKeyedService)
            {
                services[index] = new ServiceDescriptor(typeof(T), provider => wrap((T)Create(registered, provider)), registered.Lifetime);
            }
        }
    }

    private static object Create(ServiceDescriptor registered, IServiceProvider provider) =>
        registered.ImplementationInstance
        ?? registered.ImplementationFactory?.Invoke(provider)
        ?? ActivatorUtilities.CreateInstance(provider, registered.ImplementationType!);
}
