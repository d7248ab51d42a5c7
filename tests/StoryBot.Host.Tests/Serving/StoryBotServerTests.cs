using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat.Stories;
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
        Assert.Equal("harbour", Assert.Single(app.Services.GetRequiredService<IStories>().All).Id.Value);
    }

    [Fact]
    public async Task Log_OfTheHost_TellsWhatStopsTheServerAndNotAgainWhatKeepsItFromStarting()
    {
        await using var app = Create();

        var log = app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("Microsoft.Extensions.Hosting.Internal.Host");

        Assert.Equal((false, true), (log.IsEnabled(LogLevel.Error), log.IsEnabled(LogLevel.Critical)));
    }

    [Fact]
    public async Task Stories_BeforeTheyAreRead_AreSaidToBeLoading()
    {
        _knowledge.AddHarbour();
        await using var app = Create();
        var stories = app.Services.GetRequiredService<IStories>();

        Assert.True(stories.IsLoading);
        Assert.Empty(stories.All);
    }

    [Theory]
    [InlineData("Slack:SigningSecret is missing", "Slack:BotToken", "xoxb-1-test")]
    [InlineData("Slack:BotToken holds an app-level token", "Slack:BotToken", "xapp-1-test", "Slack:SigningSecret", "0123456789abcdef0123456789abcdef")]
    [InlineData("Discord:PublicKey must be 64 hexadecimal digits", "Discord:ApplicationId", "123456789012345678", "Discord:PublicKey", "zz", "Discord:BotToken", "token")]
    [InlineData("Discord:PublicKey is missing", "Discord:ApplicationId", "123456789012345678", "Discord:BotToken", "token")]
    public void Server_WithAWrongKey_SaysSoInASentence(string start, params string[] keys)
    {
        _knowledge.AddHarbour();

        var mistake = Assert.Throws<UserMistake>(() => Create(keys));

        Assert.StartsWith(start, mistake.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/discord/interactions", HttpStatusCode.NotFound)]
    [InlineData("/discord/interactions", HttpStatusCode.Unauthorized, "Discord:PublicKey", "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", "Discord:ApplicationId", "123456789012345678", "Discord:BotToken", "token")]
    [InlineData("/slack/events", HttpStatusCode.NotFound)]
    [InlineData("/slack/events", HttpStatusCode.Unauthorized, "Slack:SigningSecret", "0123456789abcdef0123456789abcdef", "Slack:BotToken", "xoxb-1-test")]
    public async Task Webhook_OfAPlatform_IsThereWhenItsKeysAre(string path, HttpStatusCode status, params string[] keys)
    {
        _knowledge.AddHarbour();
        // Nobody answers there: what dials out at the start has to bear it.
        await using var app = Create([.. keys, "Discord:ApiUrl", "http://127.0.0.1:9/api/v10/", "Slack:ApiUrl", "http://127.0.0.1:9/api/"]);
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var client = new HttpClient(new SocketsHttpHandler()) { Timeout = Limit };

        using var response = await client.PostAsync(new Uri(app.Urls.Single() + path), new StringContent("{}"), TestContext.Current.CancellationToken);

        Assert.Equal(status, response.StatusCode);
    }

    [Fact]
    public async Task Shutdown_OfTheServer_LeavesTimeForAnAnswer()
    {
        await using var app = Create("Chat:Timeout", "00:01:00");

        var host = app.Services.GetRequiredService<IOptions<HostOptions>>().Value;

        Assert.True(host.ShutdownTimeout > TimeSpan.FromMinutes(1));
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

    private WebApplication Create(params string[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([KeyValuePair.Create("Knowledge:Path", (string?)_knowledge.Path), KeyValuePair.Create("Logging:LogLevel:Default", (string?)"None")])
            .AddInMemoryCollection([KeyValuePair.Create("Store:ConnectionString", (string?)$"Data Source={Path.Combine(_knowledge.Path, ".store.db")};Pooling=False")])
            .AddInMemoryCollection(settings.Chunk(2).Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1])))
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
