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

    /// <summary>Measures everything and writes the report, or measures one part and shows it.</summary>
    public static async Task<int> RunAsync(string repository, string? part)
    {
        using var report = new StringWriter { NewLine = "\n" };
        report.WriteLine("# Store\n");
        report.WriteLine($"Written by `dotnet run -c Release --project tests/StoryBot.Benchmarks -- store`, on {Environment.ProcessorCount} processors. PostgreSQL on the same machine, fsync off.");
        foreach (var (_, write) in Parts.Where(known => part is null || known.Key == part))
        {
            await write(report);
        }

        if (part is null)
        {
            await File.WriteAllTextAsync(Path.Combine(repository, "tests", "StoryBot.Benchmarks", "reports", "store.md"), report.ToString());
        }

        Console.WriteLine(report);
        return 0;
    }
}
