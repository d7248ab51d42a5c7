using Microsoft.Data.Sqlite;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Benchmarks.Retrieval;

/// <summary>SQLite's FTS5 with its Porter tokenizer and its BM25, in a file.</summary>
internal sealed class FullTextSqlite : IDisposable
{
    private readonly SqliteConnection _connection;

    public FullTextSqlite(string path, IEnumerable<Passage> passages)
    {
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; CREATE VIRTUAL TABLE texts USING fts5(id UNINDEXED, text, tokenize='porter unicode61')");
        using var transaction = _connection.BeginTransaction();
        using var insert = _connection.CreateCommand();
        insert.CommandText = "INSERT INTO texts VALUES ($id, $text)";
        var id = insert.Parameters.Add("$id", SqliteType.Text);
        var text = insert.Parameters.Add("$text", SqliteType.Text);
        foreach (var passage in passages)
        {
            id.Value = passage.Id.Source.Value;
            text.Value = passage.Text;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
    }

    /// <summary>The ids of the best texts, best first.</summary>
    public List<string> Search(string text, int top)
    {
        var words = text.Split(' ').Select(word => new string([.. word.Where(char.IsLetterOrDigit)])).Where(word => word.Length > 0);
        using var query = _connection.CreateCommand();
        query.CommandText = "SELECT id FROM texts WHERE texts MATCH $query ORDER BY rank LIMIT $top";
        query.Parameters.AddWithValue("$query", string.Join(" OR ", words.Select(word => $"\"{word}\"")));
        query.Parameters.AddWithValue("$top", top);
        using var reader = query.ExecuteReader();
        var ids = new List<string>();
        while (reader.Read())
        {
            ids.Add(reader.GetString(0));
        }

        return ids;
    }

    public void Dispose() => _connection.Dispose();

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
#pragma warning disable CA2100 // The text is a constant of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
