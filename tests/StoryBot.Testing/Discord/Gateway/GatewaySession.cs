using System.Globalization;
using System.Text.Json.Nodes;

namespace StoryBot.Testing.Discord.Gateway;

/// <summary>
/// A session of the fake gateway: what was dispatched, with sequence numbers, so that a client that lost its connection can
/// resume where it was. Outlives its connections.
/// </summary>
public sealed class GatewaySession
{
    private readonly Lock _lock = new();
    private readonly List<JsonObject> _dispatched = [];
    private Task _tail = Task.CompletedTask;
    private GatewayConnection? _connection;

    internal GatewaySession(string id, int shard, int shards, GatewayIntent intents)
    {
        Id = id;
        Shard = shard;
        Shards = shards;
        Intents = intents;
    }

    /// <summary>The session's id.</summary>
    public string Id { get; }

    /// <summary>Which shard it is, counted from 0.</summary>
    public int Shard { get; }

    /// <summary>Of how many.</summary>
    public int Shards { get; }

    /// <summary>What the client asked for.</summary>
    public GatewayIntent Intents { get; }

    /// <summary>The last sequence number given out; 0 before the first.</summary>
    public int Sequence => _dispatched.Count;

    internal GatewayConnection? Connection => _connection;

    internal bool Serves(string? guild) =>
        guild is null ? Shard == 0 : (int)((ulong.Parse(guild, CultureInfo.InvariantCulture) >> 22) % (ulong)Shards) == Shard;

    internal void Leave(GatewayConnection connection) => Interlocked.CompareExchange(ref _connection, null, connection);

    internal Task StartAsync(GatewayConnection connection, IEnumerable<(string Type, JsonObject Data)> first) =>
        InTurnAsync(async () =>
        {
            _connection = connection;
            foreach (var (type, data) in first)
            {
                await connection.TryWriteAsync(Note(type, data));
            }
        });

    internal Task ResumeAsync(GatewayConnection connection, int after) =>
        InTurnAsync(async () =>
        {
            _connection = connection;
            foreach (var frame in _dispatched.Skip(after).ToList())
            {
                await connection.TryWriteAsync(frame);
            }

            await connection.TryWriteAsync(Note("RESUMED", []));
        });

    internal Task DispatchAsync(string type, JsonObject data) =>
        InTurnAsync(async () =>
        {
            var frame = Note(type, data);
            if (_connection is { } connection)
            {
                await connection.TryWriteAsync(frame);
            }
        });

    private JsonObject Note(string type, JsonObject data)
    {
        var frame = new JsonObject { ["op"] = 0, ["t"] = type, ["s"] = _dispatched.Count + 1, ["d"] = data };
        _dispatched.Add(frame);
        return frame;
    }

    // One after the other, in the order of the calls: sequence numbers leave no room for another.
    private Task InTurnAsync(Func<Task> act)
    {
        lock (_lock)
        {
            return _tail = AfterAsync(_tail, act);
        }
    }

    private static async Task AfterAsync(Task before, Func<Task> act)
    {
        await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ForceYielding);
        await act();
    }
}
