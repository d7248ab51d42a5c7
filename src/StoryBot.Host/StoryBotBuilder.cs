using Microsoft.Extensions.Options;
using StoryBot.Charts;
using StoryBot.Core.Answering.Composition;
using StoryBot.Host.Stories;
using StoryBot.Models;

namespace StoryBot.Host;

/// <summary>
/// Which part is used where. The pairs of Add and Use are the table of contents; a verb that answers one question builds
/// only what it needs and no server.
/// </summary>
internal static class StoryBotBuilder
{
    private static readonly Dictionary<string, string?> EmptySettings = [];

    /// <summary>
    /// The configuration, later sources first: the command line, the environment, user secrets, appsettings.json beside
    /// the program.
    /// </summary>
    /// <param name="choice">What the command line says of the knowledge.</param>
    /// <param name="settings">What a verb sets by itself, whatever the sources say.</param>
    public static IConfiguration Configure(KnowledgeArguments choice, IReadOnlyDictionary<string, string?>? settings = null)
    {
        var fromCommandLine = new Dictionary<string, string?>
        {
            [$"{KnowledgeOptions.Section}:{nameof(KnowledgeOptions.Path)}"] = choice.Path,
            [$"{KnowledgeOptions.Section}:{nameof(KnowledgeOptions.DefaultStory)}"] = choice.Story,
        };
        return new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
            .AddUserSecrets(typeof(StoryBotBuilder).Assembly, optional: true, reloadOnChange: false)
            .AddEnvironmentVariables()
            .AddInMemoryCollection(fromCommandLine.Where(pair => pair.Value is not null).Concat(settings ?? EmptySettings))
            .Build();
    }

    /// <summary>Adds everything that answering needs.</summary>
    public static IServiceCollection AddStoryBot(this IServiceCollection services, IConfiguration configuration, TimeProvider clock) => services
        .AddSingleton(clock)
        .AddKnowledge(configuration)
        .AddCharts()
        .AddModels(configuration);

    private static IServiceCollection AddKnowledge(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<KnowledgeOptions>, KnowledgeOptionsValidator>();
        services.AddOptions<KnowledgeOptions>().Bind(configuration.GetSection(KnowledgeOptions.Section)).ValidateOnStart();
        services.AddSingleton(provider => new StoryOpener(
            OptionsOf(provider),
            provider.GetService<ChatModel>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>The parts for one command, the options checked.</summary>
    /// <exception cref="UserMistake">An option is wrong.</exception>
    public static ServiceProvider Build(KnowledgeArguments choice, TimeProvider clock) =>
        Build(new ServiceCollection().AddStoryBot(Configure(choice), clock));

    /// <summary>The parts that were added, the options checked.</summary>
    /// <exception cref="UserMistake">An option is wrong.</exception>
    public static ServiceProvider Build(IServiceCollection services)
    {
        var provider = services.BuildServiceProvider();
        try
        {
            OptionsCheck.Run(provider);
            return provider;
        }
        catch (UserMistake)
        {
            provider.Dispose();
            throw;
        }
    }

    private static KnowledgeOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value;
}
