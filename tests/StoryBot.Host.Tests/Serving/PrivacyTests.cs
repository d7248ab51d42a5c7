using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using StoryBot.Core.Chat;
using StoryBot.Core.Knowledge.Store;
using StoryBot.Host.Serving;
using StoryBot.Testing.Knowledge;
using StoryBot.Testing.Slack;
using StoryBot.Testing.Waiting;

namespace StoryBot.Host.Tests.Serving;

/// <summary>The whole server on a fake Slack, with an SQLite file that is read afterwards row by row.</summary>
public sealed class PrivacyTests : IAsyncLifetime
{
    private const string Ann = "U0ANN";

    // In no record: where it is found, somebody's words were kept.
    private const string Marker = "zebrafinch";
    private const string Known = $"What did the ferry harbour of Tallow Bay cost, {Marker}?";
    private const string Unknown = $"Which {Marker} painted the ferry harbour of Tallow Bay?";

    private readonly TemporaryKnowledge _knowledge = new TemporaryKnowledge().AddHarbour();
    private FakeSlack _slack = null!;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _slack = await FakeSlack.StartAsync();

    public async ValueTask DisposeAsync()
    {
        await _slack.DisposeAsync();
        _knowledge.Dispose();
    }

    [Fact]
    public async Task Questions_ThatAreNotToBeKept_AreInNoRow()
    {
        await using var app = await StartAsync(storeQuestions: false);

        await AskInEveryWayAsync();
        await CorrectAsync(app);

        var (rows, text) = Read();
        Assert.DoesNotContain(Marker, text, StringComparison.OrdinalIgnoreCase);
        // A mention, a direct message, a slash answer, the one that was shared, a check, a list.
        Assert.InRange(rows["Answers"], 6, 9);
        Assert.InRange(rows["Outbox"], 3, 6);
        Assert.Equal((0, 0, 1), (rows["Turns"], rows["Gaps"], rows["Feedback"]));
        Assert.Contains("$42 million", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_ThatAreKept_AreGoneAfterForgetMe()
    {
        await using var app = await StartAsync(storeQuestions: true);
        await AskInEveryWayAsync();
        Assert.Contains(Marker, Read().Text, StringComparison.OrdinalIgnoreCase);

        await RepliedAsync(() => _slack.Requests.CommandAsync("/story", "forget-me", Ann), message => message.Shown.Contains("deleted your questions", StringComparison.Ordinal));

        var (rows, text) = Read();
        Assert.DoesNotContain(Marker, text, StringComparison.OrdinalIgnoreCase);
        Assert.Equal((0, 0, 0, 0), (rows["Answers"], rows["Turns"], rows["Gaps"], rows["Feedback"]));
    }

    private async Task<WebApplication> StartAsync(bool storeQuestions)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Knowledge:Path"] = _knowledge.Path,
            ["Logging:LogLevel:Default"] = "None",
            ["Store:ConnectionString"] = $"Data Source={Store};Pooling=False",
            ["Privacy:StoreQuestions"] = storeQuestions.ToString(),
            ["Notices:Quiet"] = "00:00:00",
            ["Notices:Interval"] = "00:00:00.1",
            ["Slack:BotToken"] = _slack.BotToken,
            ["Slack:SigningSecret"] = _slack.SigningSecret,
            ["Slack:ApiUrl"] = _slack.ApiUrl.ToString(),
        }).Build();
        var app = StoryBotServer.Create(configuration, "http://127.0.0.1:0", TimeProvider.System);
        var loaded = new TaskCompletionSource();
        app.Services.GetRequiredService<StoriesInService>().Opened += _ => loaded.TrySetResult();
        await app.StartAsync(Stop);
        await loaded.Task.WaitAsync(Patience.Limit, Stop);
        _slack.Requests.Target = new Uri(app.Urls.Single());
        return app;
    }

    private async Task AskInEveryWayAsync()
    {
        var direct = _slack.Direct(Ann).Id;
        var slash = await RepliedAsync(() => _slack.Requests.CommandAsync("/ask", Known, Ann), IsAnswer);
        await RepliedAsync(() => _slack.Requests.PressAsync(slash, "Share", Ann), message => message.OnlyFor is null && IsAnswer(message));
        await RepliedAsync(() => _slack.Requests.CommandAsync("/ask", Unknown, Ann), message => message.Shown.Contains(Marker, StringComparison.Ordinal));
        await RepliedAsync(() => _slack.Requests.SayAsync(direct, Ann, Known), message => message.Channel == direct && IsAnswer(message));
        await RepliedAsync(() => _slack.Requests.MentionAsync(FakeSlack.General, Ann, Unknown), message => message.OnlyFor is null);
        await RepliedAsync(() => _slack.Requests.CommandAsync("/story", $"check The {Marker} harbour of Tallow Bay cost $42 million.", Ann), message => message.Shown.Contains(Marker, StringComparison.Ordinal));
        await RepliedAsync(() => _slack.Requests.CommandAsync("/story", $"quotes Okafor {Marker}", Ann), _ => true);
        await RepliedAsync(() => _slack.Requests.CommandAsync("/story", "claims cost", Ann), IsAnswer);

        using var press = await _slack.Requests.PressAsync(slash, "Something wrong?", Ann);
        var form = await _slack.Modals.NthAsync(1);
        var reason = FeedbackForm.Reasons[0].Value;
        await RepliedAsync(() => _slack.Requests.SubmitAsync(form, reason, $"It was the {Marker}.", Ann), message => message.Shown.Contains("Thank you", StringComparison.Ordinal));
    }

    // The claim changes: whoever saw an answer that cites it is told.
    private async Task CorrectAsync(WebApplication app)
    {
        var path = _knowledge.File($"{TemporaryKnowledge.Harbour}/claims.yaml");
        _knowledge.Write($"{TemporaryKnowledge.Harbour}/claims.yaml", (await File.ReadAllTextAsync(path, Stop)).Replace("status: disputed", "status: contradicted", StringComparison.Ordinal));
        app.Services.GetRequiredService<KnowledgeStore>().LoadAll(Stop);
        await _slack.Written.FirstAsync(message => message.OnlyFor is null && message.Channel == FakeSlack.General && message.Shown.Contains("Correction", StringComparison.Ordinal));
    }

    private async Task<FakeSlackMessage> RepliedAsync<T>(Func<Task<T>> act, Func<FakeSlackMessage, bool> fits)
    {
        var before = _slack.Written.Items.Count(fits);
        await act();
        return await _slack.Written.NthAsync(before + 1, fits);
    }

    private static bool IsAnswer(FakeSlackMessage message) => message.Shown.Contains("$42 million", StringComparison.Ordinal);

    private string Store => Path.Combine(_knowledge.Path, ".store.db");

    private (IReadOnlyDictionary<string, int> Rows, string Text) Read()
    {
        using var file = new SqliteConnection($"Data Source={Store};Pooling=False");
        file.Open();
        var tables = Query(file, "SELECT name FROM sqlite_master WHERE type = 'table'").ConvertAll(row => row[0]);
        var rows = tables.ToDictionary(table => table, table => Query(file, $"SELECT * FROM \"{table}\""));
        var text = new StringBuilder();
        foreach (var value in rows.Values.SelectMany(row => row).SelectMany(row => row))
        {
            text.AppendLine(value);
        }

        return (rows.ToDictionary(table => table.Key, table => table.Value.Count), text.ToString());
    }

    private static List<string[]> Query(SqliteConnection file, string sql)
    {
        using var command = file.CreateCommand();
#pragma warning disable CA2100 // Names of tables from the file itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<string[]>();
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(index => Convert.ToString(reader.GetValue(index), CultureInfo.InvariantCulture) ?? string.Empty)]);
        }

        return rows;
    }
}
