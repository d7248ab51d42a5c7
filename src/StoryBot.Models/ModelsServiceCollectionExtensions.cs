using System.ClientModel;
using System.ClientModel.Primitives;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http.Resilience;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel.Connectors.OpenAI;
using OpenAI;
using StoryBot.Core.Answering.Composition;

namespace StoryBot.Models;

/// <summary>Adds the configured models. Without configuration it adds none, and the bot runs on what is built in.</summary>
public static class ModelsServiceCollectionExtensions
{
    private static readonly Uri OpenAi = new("https://api.openai.com/v1");

    /// <summary>
    /// Adds a <see cref="ChatModel"/> when <c>Models:Chat:Model</c> is set and an
    /// <see cref="IEmbeddingGenerator{TInput, TEmbedding}"/> when <c>Models:Embedding:Model</c> is.
    /// </summary>
    public static IServiceCollection AddModels(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configuration);
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>();
        services.AddSingleton<IValidateOptions<ModelOptions>, ModelOptionsRules>();
        if (AddModel(services, configuration, ModelOptions.ChatSection))
        {
            services.AddSingleton(provider => ChatOf(provider, OptionsOf(provider, ModelOptions.ChatSection).Model!));
        }

        if (AddModel(services, configuration, ModelOptions.EmbeddingSection))
        {
            services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(provider =>
                ClientOf(provider, ModelOptions.EmbeddingSection)
                    .GetEmbeddingClient(OptionsOf(provider, ModelOptions.EmbeddingSection).Model!)
                    .AsIEmbeddingGenerator());
        }

        return services;
    }

    private static bool AddModel(IServiceCollection services, IConfiguration configuration, string section)
    {
        services.AddOptions<ModelOptions>(section).Bind(configuration.GetSection(section)).ValidateOnStart();
        if (string.IsNullOrWhiteSpace(configuration.GetSection(section)[nameof(ModelOptions.Model)]))
        {
            return false;
        }

        services.AddHttpClient(section)
            .ConfigureHttpClient(client => client.Timeout = Timeout.InfiniteTimeSpan)
            .AddStandardResilienceHandler()
            .Configure((resilience, provider) => Limit(resilience, OptionsOf(provider, section).Timeout));
        return true;
    }

    // One retry at most: an answer that a person waits for is better composed without the model than late.
    private static void Limit(HttpStandardResilienceOptions resilience, TimeSpan timeout)
    {
        resilience.Retry.MaxRetryAttempts = 1;
        resilience.AttemptTimeout.Timeout = timeout;
        resilience.TotalRequestTimeout.Timeout = timeout * 2;
        resilience.CircuitBreaker.SamplingDuration = timeout * 2;
    }

    private static ModelOptions OptionsOf(IServiceProvider provider, string section) =>
        provider.GetRequiredService<IOptionsMonitor<ModelOptions>>().Get(section);

    private static ChatModel ChatOf(IServiceProvider provider, string model) =>
        new(model, new OpenAIChatCompletionService(model, ClientOf(provider, ModelOptions.ChatSection)));

    private static OpenAIClient ClientOf(IServiceProvider provider, string section)
    {
        var options = OptionsOf(provider, section);
        var transport = provider.GetRequiredService<IHttpClientFactory>().CreateClient(section);
        return new OpenAIClient(
            new ApiKeyCredential(string.IsNullOrEmpty(options.Key) ? "none" : options.Key),
            new OpenAIClientOptions
            {
                Endpoint = options.Endpoint ?? OpenAi,
                Transport = new HttpClientPipelineTransport(transport),
                // Retries and time limits are the HTTP client's.
                RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
                NetworkTimeout = Timeout.InfiniteTimeSpan,
            });
    }
}
