using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat.Charts;
using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies.Archive;
using StoryBot.Core.Chat.Requests;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Knowledge.Archive;

namespace StoryBot.Core.Chat;

/// <summary>Adds the chat layer: the inbox, and what answers. It needs <see cref="IStories"/> and a sender for each platform.</summary>
public static class ChatServiceCollectionExtensions
{
    /// <summary>
    /// Adds the chat layer. The seams that a store takes over later (<see cref="IEventLog"/>, <see cref="IFeedbackLog"/>,
    /// <see cref="IGapLog"/>, <see cref="IAskedQuestions"/>) are in memory unless they were added before. Platforms that are added after it are stopped before
    /// it, so that what they handed in is answered.
    /// </summary>
    public static IServiceCollection AddChat(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton<IValidateOptions<ChatOptions>, ChatOptionsValidator>();
        services.AddSingleton<IValidateOptions<ChatOptions>, ChatOptionsRules>();
        services.AddOptions<ChatOptions>().Bind(configuration.GetSection(ChatOptions.Section)).ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        return services.AddMemory().AddRequests().AddInbox();
    }

    private static IServiceCollection AddMemory(this IServiceCollection services)
    {
        services.TryAddSingleton<IEventLog, MemoryEventLog>();
        services.TryAddSingleton<IFeedbackLog, MemoryFeedbackLog>();
        services.TryAddSingleton<IGapLog, MemoryGapLog>();
        services.TryAddSingleton<IAnswerLog, MemoryAnswerLog>();
        services.TryAddSingleton<ISnapshotArchive, MemorySnapshotArchive>();
        services.TryAddSingleton<IAskedQuestions, MemoryAskedQuestions>();
        return services
            .AddSingleton<SnapshotVerifiers>()
            .AddSingleton<ReplyArchive>()
            .AddSingleton<AnswerStore>()
            .AddSingleton<ConversationMemory>()
            .AddSingleton<StoryChooser>()
            .AddPersonalData();
    }

    // Each is asked once, under whatever seams it stands.
    private static IServiceCollection AddPersonalData(this IServiceCollection services) => services
        .AddSingleton<IPersonalData>(provider => provider.GetRequiredService<ConversationMemory>())
        .AddSingleton<IPersonalData>(provider => provider.GetRequiredService<AnswerStore>())
        .AddSingleton<IPersonalData>(provider => new PersonalDataOf(
            provider.GetRequiredService<IAnswerLog>(),
            provider.GetRequiredService<IGapLog>(),
            provider.GetRequiredService<IAskedQuestions>(),
            provider.GetRequiredService<IFeedbackLog>(),
            provider.GetRequiredService<IEventLog>(),
            provider.GetService<IConversationLog>()));

    private static IServiceCollection AddRequests(this IServiceCollection services)
    {
        services.TryAddSingleton<IReaderScopes, ChannelScopes>();
        return services.AddHandlers();
    }

    private static IServiceCollection AddHandlers(this IServiceCollection services) => services
        .AddSingleton<ChatPermissions>()
        .AddSingleton<ChatGate>()
        .AddSingleton<AnswerReplies>()
        .AddSingleton<MarketPictures>()
        .AddSingleton<QuestionHandler>()
        .AddSingleton<CheckHandler>()
        .AddSingleton<ListHandler>()
        .AddSingleton<GapsHandler>()
        .AddSingleton<PressHandler>()
        .AddSingleton<FeedbackHandler>()
        .AddSingleton<GuideHandler>()
        .AddSingleton<ForgetHandler>()
        .AddSingleton<IChatResponder, ChatResponder>()
        .AddSingleton<IAutocomplete, StoryAutocomplete>();

    private static IServiceCollection AddInbox(this IServiceCollection services) => services
        .AddSingleton<ChatInbox>()
        .AddSingleton<IChatInbox>(provider => provider.GetRequiredService<ChatInbox>())
        .AddSingleton<IHostedService>(provider => provider.GetRequiredService<ChatInbox>())
        .AddHostedService<EventRecovery>();
}
