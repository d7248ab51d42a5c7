using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using StoryBot.Core.Knowledge;
using StoryBot.Host.Stories;

namespace StoryBot.Host.Tests.Stories;

public sealed class KnowledgeOptionsTests
{
    [Fact]
    public void Options_ByDefault_AreTheKnowledgeFolderAndTheUsersCache()
    {
        var options = Read([]);

        Assert.Equal("knowledge", options.Path);
        Assert.Null(options.DefaultStory);
        Assert.Equal(KnowledgePipelineOptions.DefaultCacheDirectory, options.Cache);
    }

    [Fact]
    public void Options_Configured_AreTaken()
    {
        var options = Read(new() { ["Path"] = "/srv/stories", ["DefaultStory"] = "harbour", ["CacheDirectory"] = "/srv/cache" });

        Assert.Equal("/srv/stories", options.Path);
        Assert.Equal("harbour", options.DefaultStory);
        Assert.Equal("/srv/cache", options.Cache);
    }

    [Fact]
    public void Path_Empty_IsAFault()
    {
        var fault = Assert.Throws<OptionsValidationException>(() => Read(new() { ["Path"] = "" }));

        Assert.Contains("Knowledge:Path is empty", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void CommandLine_OverConfiguration_Wins()
    {
        var configuration = StoryBotBuilder.Configure(new KnowledgeArguments("elsewhere", "harbour"));

        Assert.Equal("elsewhere", configuration["Knowledge:Path"]);
        Assert.Equal("harbour", configuration["Knowledge:DefaultStory"]);
    }

    private static KnowledgeOptions Read(Dictionary<string, string?> values)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(values.Select(pair => KeyValuePair.Create($"Knowledge:{pair.Key}", pair.Value)))
            .Build();
        using var provider = new ServiceCollection().AddStoryBot(configuration, TimeProvider.System).BuildServiceProvider();
        return provider.GetRequiredService<IOptions<KnowledgeOptions>>().Value;
    }
}
