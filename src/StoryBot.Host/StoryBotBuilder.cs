using Microsoft.Extensions.Options;
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
    /// <summary>
    /// The configuration, later sources first: the command line, the environment, user secrets, appsettings.json beside
    /// the program.
    /// </summary>
    public static IConfiguration Configure(KnowledgeArguments choice)
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
            .AddInMemoryCollection(fromCommandLine.Where(pair => pair.Value is not null))
            .Build();
    }

    /// <summary>Adds everything that answering needs.</summary>
    public static IServiceCollection AddStoryBot(this IServiceCollection services, IConfiguration configuration, TimeProvider clock) => services
        .AddSingleton(clock)
        .AddKnowledge(configuration)
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
    public static ServiceProvider Build(KnowledgeArguments choice, TimeProvider clock)
    {
        var provider = new ServiceCollection().AddStoryBot(Configure(choice), clock).BuildServiceProvider();
        try
        {
            provider.GetRequiredService<IStartupValidator>().Validate();
            return provider;
        }
        catch (OptionsValidationException fault)
        {
            provider.Dispose();
            throw new UserMistake(string.Join(Environment.NewLine, fault.Failures));
        }
    }

    private static KnowledgeOptions OptionsOf(IServiceProvider provider) => provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value;
}
