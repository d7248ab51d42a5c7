namespace StoryBot.Benchmarks.Chat;

/// <summary>The figures of the chats: acknowledgement, replay, idle memory. Writes their report.</summary>
internal static class ChatCommand
{
    public static async Task<int> RunAsync(string repository)
    {
        using var report = new StringWriter { NewLine = "\n" };
        report.WriteLine("# Chat\n");
        report.WriteLine("Written by `dotnet run -c Release --project tests/StoryBot.Benchmarks -- chat`. But for the memory, the bot, the loopback platform and the callers share one process and its processors.\n");
        await Acknowledgement.WriteAsync(report);
        await Replays.WriteAsync(report);
        await IdleMemory.WriteAsync(report, repository);
        await File.WriteAllTextAsync(Path.Combine(repository, "tests", "StoryBot.Benchmarks", "reports", "chat.md"), report.ToString());
        Console.WriteLine(report);
        return 0;
    }
}
