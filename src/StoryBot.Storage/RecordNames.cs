using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Storage;

/// <summary>Lists of record ids in one column. An id holds no space.</summary>
internal static class RecordNames
{
    /// <summary>The ids between spaces.</summary>
    public static string Join(IEnumerable<RecordId> records) => string.Join(' ', records);

    /// <summary>The ids again; what is none is left out.</summary>
    public static IReadOnlyList<RecordId> Split(string names)
    {
        var records = new List<RecordId>();
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (RecordId.TryParse(name, out var record))
            {
                records.Add(record);
            }
        }

        return records;
    }
}
