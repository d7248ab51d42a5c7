using StoryBot.Storage.Tests.Support;

namespace StoryBot.Storage.Tests.Conformance;

/// <summary>A test on an empty database of each kind, with two processes that work on it.</summary>
public abstract class StoreTest : IAsyncLifetime
{
    private readonly StoreProvider _provider;
    private TestDatabase? _database;
    private TestReplica? _one;
    private TestReplica? _other;

    private protected StoreTest(StoreProvider provider)
    {
        _provider = provider;
    }

    private protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    private protected TestDatabase Database => _database!;

    private protected TestReplica One => _one!;

    private protected TestReplica Other => _other!;

    private protected virtual TestReplicaOptions Options => new();

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        _database = await TestDatabase.CreateAsync(_provider);
        _one = await TestReplica.StartAsync(_database, Options);
        _other = await TestReplica.StartAsync(_database, Options);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var part in new IAsyncDisposable?[] { _one, _other, _database })
        {
            if (part is not null)
            {
                await part.DisposeAsync();
            }
        }
    }
}
