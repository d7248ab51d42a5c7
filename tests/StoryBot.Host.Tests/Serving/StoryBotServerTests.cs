using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Knowledge.Store;
using StoryBot.Host.Serving;
using StoryBot.Testing.Knowledge;

namespace StoryBot.Host.Tests.Serving;

public sealed class StoryBotServerTests : IDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly TemporaryKnowledge _knowledge = new();

    public void Dispose() => _knowledge.Dispose();

    [Fact]
    public async Task Server_WithAStory_IsLiveAndReady()
    {
        _knowledge.AddHarbour();
        await using var app = Create();
        var loaded = new TaskCompletionSource();
        app.Services.GetRequiredService<StoriesInService>().Opened += _ => loaded.TrySetResult();

        await app.StartAsync(TestContext.Current.CancellationToken);
        await loaded.Task.WaitAsync(Limit, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, await GetAsync(app, "/health/live"));
        Assert.Equal(HttpStatusCode.OK, await GetAsync(app, "/health/ready"));
        Assert.NotNull(app.Services.GetRequiredService<StoriesInService>().Find(new StoryId("harbour")));
    }

    [Fact]
    public async Task Server_WithoutAGoodStory_IsLiveButNotReady()
    {
        _knowledge.Write("bad/story.yaml", "id: [");
        await using var app = Create();
        await app.StartAsync(TestContext.Current.CancellationToken);
        app.Services.GetRequiredService<KnowledgeStore>().LoadAll(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, await GetAsync(app, "/health/live"));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await GetAsync(app, "/health/ready"));
    }

    [Fact]
    public async Task Story_ReloadedByCommand_ComesIntoService()
    {
        _knowledge.AddHarbour();
        await using var app = Create();
        var stories = app.Services.GetRequiredService<StoriesInService>();
        var opened = System.Threading.Channels.Channel.CreateUnbounded<SnapshotId>();
        stories.Opened += snapshot => opened.Writer.TryWrite(snapshot.Id);
        await app.StartAsync(TestContext.Current.CancellationToken);
        var first = await opened.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Limit, TestContext.Current.CancellationToken);

        _knowledge.Write("harbour/quotes.yaml", "[]\n");
        app.Services.GetRequiredService<KnowledgeStore>().LoadAll(TestContext.Current.CancellationToken);
        var second = await opened.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Limit, TestContext.Current.CancellationToken);

        Assert.NotEqual(first, second);
        Assert.Equal(second, stories.Find(new StoryId("harbour"))?.Snapshot.Id);
    }

    private WebApplication Create()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Knowledge:Path", (string?)_knowledge.Path), KeyValuePair.Create("Logging:LogLevel:Default", (string?)"None")])
            .Build();
        return StoryBotServer.Create(configuration, "http://127.0.0.1:0", TimeProvider.System);
    }

    private static async Task<HttpStatusCode> GetAsync(WebApplication app, string path)
    {
        using var client = new HttpClient(new SocketsHttpHandler()) { Timeout = Limit };
        using var response = await client.GetAsync(new Uri(app.Urls.Single() + path), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
