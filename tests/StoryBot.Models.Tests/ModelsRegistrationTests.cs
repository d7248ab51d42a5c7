using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using StoryBot.Core.Answering.Composition;
using StoryBot.Testing.Models;

namespace StoryBot.Models.Tests;

public sealed class ModelsRegistrationTests
{
    [Fact]
    public void Models_WithoutConfiguration_AddNothingThatAnswers()
    {
        using var provider = new ServiceCollection().AddModels(new ConfigurationBuilder().Build()).BuildServiceProvider();

        Assert.Null(provider.GetService<ChatModel>());
        Assert.Null(provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>());
    }

    [Fact]
    public async Task Chat_Configured_AnswersThroughTheServer()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.Reply = "Grüße [1]";
        await using var provider = Configure(server.Endpoint, key: "sesame");
        var model = provider.GetRequiredService<ChatModel>();

        var reply = await model.Service.GetChatMessageContentAsync("the question", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("a-model", model.Name);
        Assert.Equal("Grüße [1]", reply.Content);
        var request = Assert.Single(server.Requests);
        Assert.Equal("/v1/chat/completions", request.Path);
        Assert.Equal("Bearer sesame", request.Authorization);
        Assert.Equal("a-model", request.Body.GetProperty("model").GetString());
        Assert.Contains("the question", request.Body.GetProperty("messages").ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Embedding_Configured_EmbedsEachText()
    {
        await using var server = await FakeModelServer.StartAsync();
        await using var provider = Configure(server.Endpoint, key: null);

        var vectors = await provider.GetRequiredService<IEmbeddingGenerator<string, Embedding<float>>>()
            .GenerateAsync(["four", "eleven char"], cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal([4f, 11f], vectors.Select(vector => vector.Vector.Span[0]));
        Assert.Equal("/v1/embeddings", Assert.Single(server.Requests).Path);
    }

    [Fact]
    public async Task Chat_RefusedByTheServer_FailsWithoutTheKeyInTheMessage()
    {
        await using var server = await FakeModelServer.StartAsync();
        server.FailNext(401);
        await using var provider = Configure(server.Endpoint, key: "sesame");

        var failure = await Assert.ThrowsAsync<HttpOperationException>(() => provider.GetRequiredService<ChatModel>().Service
            .GetChatMessageContentAsync("the question", cancellationToken: TestContext.Current.CancellationToken));

        Assert.DoesNotContain("sesame", failure.ToString(), StringComparison.Ordinal);
        Assert.Single(server.Requests);
    }

    private static ServiceProvider Configure(Uri endpoint, string? key)
    {
        var values = new Dictionary<string, string?>();
        foreach (var section in new[] { ModelOptions.ChatSection, ModelOptions.EmbeddingSection })
        {
            values[$"{section}:Endpoint"] = endpoint.ToString();
            values[$"{section}:Model"] = "a-model";
            values[$"{section}:Key"] = key;
        }

        var configuration = new ConfigurationBuilder().AddInMemoryCollection(values).Build();
        return new ServiceCollection().AddModels(configuration).BuildServiceProvider();
    }
}
