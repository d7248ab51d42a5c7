namespace StoryBot.Benchmarks.Storing;

/// <summary>The figures of the store: digests that are due together, correction lookup, memory. PostgreSQL where <c>STORYBOT_TEST_POSTGRES</c> names a server.</summary>
internal static class StoreCommand
{
    private static readonly Dictionary<string, Func<TextWriter, Task>> Parts = new()
    {
        ["due"] = DueInOneMinute.WriteAsync,
        ["lookup"] = CorrectionLookup.WriteAsync,
        ["memory"] = ManyConversations.WriteAsync,
    };

    /// <summary>Measures everything, or one part, and writes it into the report as soon as it is measured.</summary>
    public static async Task<int> RunAsync(string repository, string? part)
    {
        var file = Path.Combine(repository, "tests", "StoryBot.Benchmarks", "reports", "store.md");
        foreach (var (name, write) in Parts.Where(known => part is null || known.Key == part))
        {
            using var section = new StringWriter { NewLine = "\n" };
            await write(section);
            Console.WriteLine(section);
            var known = File.Exists(file) ? await File.ReadAllTextAsync(file) : string.Empty;
            await File.WriteAllTextAsync(file, Merge(known, name, section.ToString()));
        }

        return 0;
    }

    // The sections that are there already stay, in the order in which they are measured.
    private static string Merge(string report, string name, string section)
    {
        var sections = Parts.Keys.ToDictionary(key => key, key => key == name ? section.Trim() : Find(report, key));
        var opening = $"# Store\n\nWritten by `dotnet run -c Release --project tests/StoryBot.Benchmarks -- store [{string.Join(" | ", Parts.Keys)}]`, on {Environment.ProcessorCount} processors. PostgreSQL on the same machine, fsync off.";
        return string.Join("\n\n", sections.Where(pair => pair.Value.Length > 0).Select(pair => $"<!-- {pair.Key} -->\n\n{pair.Value}").Prepend(opening)) + "\n";
    }

    private static string Find(string report, string name)
    {
        var mark = $"<!-- {name} -->";
        var start = report.IndexOf(mark, StringComparison.Ordinal);
        if (start < 0)
        {
            return string.Empty;
        }

        start += mark.Length;
        var end = report.IndexOf("<!-- ", start, StringComparison.Ordinal);
        return report[start..(end < 0 ? report.Length : end)].Trim();
    }
}
