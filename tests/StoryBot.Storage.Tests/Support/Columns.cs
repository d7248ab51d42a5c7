using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace StoryBot.Storage.Tests.Support;

/// <summary>Looks at everything that a database holds.</summary>
internal static class Columns
{
    /// <summary>All values of all text columns of all tables of the model, one below the other.</summary>
    public static Task<string> TextAsync(TestReplica replica) => replica.ReadAsync(async (context, token) =>
    {
        var text = new StringBuilder();
        foreach (var entity in context.Model.GetEntityTypes())
        {
            foreach (var column in entity.GetProperties().Where(property => property.ClrType == typeof(string)).Select(property => property.GetColumnName()))
            {
                var sql = string.Create(CultureInfo.InvariantCulture, $"SELECT \"{column}\" AS \"Value\" FROM \"{entity.GetTableName()}\" WHERE \"{column}\" IS NOT NULL");
                foreach (var value in await context.Database.SqlQueryRaw<string>(sql).ToListAsync(token))
                {
                    text.AppendLine(value);
                }
            }
        }

        return text.ToString();
    });
}
