using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using StoryBot.Storage.Model;

namespace StoryBot.Storage.Access;

/// <summary>
/// Rows that a statement works on, handed over as one JSON parameter: the statement's text is the same for any number of them, and thousands of
/// parameters take the databases longer than the work itself. SQLite's json_each (https://www.sqlite.org/json1.html) and PostgreSQL's
/// json_array_elements (https://www.postgresql.org/docs/current/functions-json.html) read it, both with <c>-&gt;&gt;</c>.
/// </summary>
internal static class RowList
{
    /// <summary>The parameter: an array of an array for each row, in the order of the columns.</summary>
    public static string Write(IEnumerable<object?[]> rows) => JsonSerializer.Serialize(rows);

    /// <summary>A query of the rows.</summary>
    /// <param name="context">Which database it is for.</param>
    /// <param name="parameter">The parameter's number in the statement.</param>
    /// <param name="columns">The names of the columns with their SQL types, in order.</param>
    public static string Select(StoryBotContext context, int parameter, params ReadOnlySpan<(string Name, string Type)> columns)
    {
        var selected = new string[columns.Length];
        for (var index = 0; index < columns.Length; index++)
        {
            selected[index] = $"CAST(item.value ->> {index} AS {columns[index].Type}) AS \"{columns[index].Name}\"";
        }

        var items = context.Database.IsNpgsql() ? $"json_array_elements(CAST({{{parameter}}} AS json)) AS item(value)" : $"json_each({{{parameter}}}) AS item";
        return $"SELECT {string.Join(", ", selected)} FROM {items}";
    }
}
