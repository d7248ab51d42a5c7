using System.Collections.Concurrent;
using System.Diagnostics;
using StoryBot.Testing.Chat.Layout;

namespace StoryBot.Benchmarks.Layout;

/// <summary>Lays out random replies at random limits and counts what must not happen: over a limit, lost, broken.</summary>
internal static class LayoutCommand
{
    private const int Default = 1_000_000;
    private const int ShownFaults = 10;

    public static int Run(string repository, string? count)
    {
        var cases = count is null ? Default : int.Parse(count);
        var faults = new ConcurrentQueue<(int Seed, string Fault)>();
        var (statements, messages) = (0L, 0L);
        var start = Stopwatch.GetTimestamp();
        Parallel.For(0, cases, seed =>
        {
            var layoutCase = LayoutCase.Of(seed);
            Interlocked.Add(ref statements, layoutCase.Sentences.Count);
            var pages = layoutCase.Lay();
            Interlocked.Add(ref messages, pages.Count);
            foreach (var fault in LayoutFaults.Of(layoutCase, pages))
            {
                faults.Enqueue((seed, fault));
            }
        });
        using var report = new StringWriter { NewLine = "\n" };
        report.WriteLine("# Layout\n");
        report.WriteLine("Random replies (every script, combining marks, emoji sequences, markup, mentions) at random limits, in three markups. Written by `StoryBot.Benchmarks layout [count]`.\n");
        report.WriteLine("| replies | statements | messages | over a limit, lost or broken | seconds |\n|---|---|---|---|---|");
        report.WriteLine($"| {cases:N0} | {statements:N0} | {messages:N0} | {faults.Count} | {Stopwatch.GetElapsedTime(start).TotalSeconds:0} |");
        foreach (var (seed, fault) in faults.OrderBy(fault => fault.Seed).Take(ShownFaults))
        {
            report.WriteLine($"\n- seed {seed}: {fault}");
        }

        File.WriteAllText(Path.Combine(repository, "tests", "StoryBot.Benchmarks", "reports", "layout.md"), report.ToString());
        Console.WriteLine(report);
        return faults.IsEmpty ? 0 : 1;
    }
}
