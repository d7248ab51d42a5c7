using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using StoryBot.Storage.Access;
using StoryBot.Storage.Model;

namespace StoryBot.Storage.Tests.Support;

/// <summary>The store as one process has it, put together as the server does. What runs from time to time is run by the test.</summary>
internal sealed class TestReplica : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private TestReplica(ServiceProvider services, FakeTimeProvider clock)
    {
        (_services, Clock) = (services, clock);
    }

    public FakeTimeProvider Clock { get; }

    public StoreAccess Store => Get<StoreAccess>();

    /// <summary>A process that has brought the database up to date and is on the list.</summary>
    public static async Task<TestReplica> StartAsync(TestDatabase database, TestReplicaOptions? options = null)
    {
        var replica = Create(database, options);
        await replica.PrepareAsync();
        return replica;
    }

    /// <summary>A process that has not begun.</summary>
    public static TestReplica Create(TestDatabase database, TestReplicaOptions? options = null)
    {
        options ??= new TestReplicaOptions();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Store:Provider"] = database.Provider.ToString(),
            ["Store:ConnectionString"] = options.ConnectionString ?? database.ConnectionString,
            ["Privacy:StoreQuestions"] = options.StoreQuestions.ToString(),
        }).Build();
        var clock = new FakeTimeProvider(options.Now);
        var services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(clock).AddStorage(configuration);
        options.Change?.Invoke(services);
        return new TestReplica(services.BuildServiceProvider(), clock);
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public T? Find<T>()
        where T : class => _services.GetService<T>();

    public Task PrepareAsync() => Preparation.StartAsync(TestContext.Current.CancellationToken);

    public Task StopAsync() => Preparation.StopAsync(TestContext.Current.CancellationToken);

    public async Task BeatAsync() => await Get<ReplicaBeat>().BeatAsync(TestContext.Current.CancellationToken);

    /// <summary>Looks at the others as often as it takes to see that one is dead; between the looks those live that are named.</summary>
    public async Task LookUntilSureAsync(params TestReplica[] living)
    {
        for (var look = 0; look <= Replica.Looks; look++)
        {
            foreach (var other in living)
            {
                await other.BeatAsync();
            }

            await Get<ReplicaBeat>().LookAsync(TestContext.Current.CancellationToken);
        }
    }

    public async Task<T> ReadAsync<T>(Func<StoryBotContext, CancellationToken, Task<T>> read) => await Store.ReadAsync(read, TestContext.Current.CancellationToken);

    public async Task<HealthCheckResult> HealthAsync() =>
        await ActivatorUtilities.CreateInstance<StoreHealth>(_services).CheckHealthAsync(new HealthCheckContext(), TestContext.Current.CancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private StorePreparation Preparation => _services.GetServices<IHostedService>().OfType<StorePreparation>().Single();
}

/// <summary>How a <see cref="TestReplica"/> differs from a plain one.</summary>
internal sealed record TestReplicaOptions
{
    public DateTimeOffset Now { get; init; } = Sample.Now;

    public bool StoreQuestions { get; init; } = true;

    public string? ConnectionString { get; init; }

    public Action<IServiceCollection>? Change { get; init; }
}
