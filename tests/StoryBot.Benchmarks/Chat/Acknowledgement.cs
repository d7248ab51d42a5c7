using System.Collections.Concurrent;
using System.Diagnostics;

namespace StoryBot.Benchmarks.Chat;

/// <summary>How quickly the webhooks acknowledge while answers are slow.</summary>
internal static class Acknowledgement
{
    private const int PerSecond = 200;
    private const int Seconds = 30;

    private static readonly TimeSpan SlowAnswer = TimeSpan.FromSeconds(5);

    public static async Task WriteAsync(TextWriter report)
    {
        report.WriteLine($"## Acknowledgement by webhook: {PerSecond} requests a second for {Seconds} s, each answer taking {SlowAnswer.TotalSeconds:0} s\n");
        report.WriteLine("| platform | requests | p50 ms | p99 ms | p99.9 ms | slowest ms | answered |\n|---|---|---|---|---|---|---|");
        foreach (var start in LoadedBot.Platforms)
        {
            await using var bot = await start(SlowAnswer);
            report.WriteLine(await MeasureAsync(bot));
        }
    }

    // Requests leave on time whether or not earlier ones have come back: a slow answer must not slow the callers.
    private static async Task<string> MeasureAsync(LoadedBot bot)
    {
        var times = new ConcurrentBag<double>();
        await AskAsync(bot, 50, _ => { });
        await bot.DrainAsync();
        var answeredBefore = bot.Answers.Answered;
        await AskAsync(bot, PerSecond * Seconds, times.Add);
        await bot.DrainAsync();
        var sorted = times.Order().ToList();
        return FormattableString.Invariant(
            $"| {bot.Platform} | {sorted.Count} | {At(sorted, 0.5):F1} | {At(sorted, 0.99):F1} | {At(sorted, 0.999):F1} | {sorted[^1]:F1} | {bot.Answers.Answered - answeredBefore} |");
    }

    private static async Task AskAsync(LoadedBot bot, int count, Action<double> took)
    {
        var asked = new List<Task>(count);
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / PerSecond) - Stopwatch.GetElapsedTime(start);
            if (due > TimeSpan.Zero)
            {
                await Task.Delay(due, TimeProvider.System);
            }

            asked.Add(TimeAsync(bot.Next(i), took));
        }

        await Task.WhenAll(asked);
    }

    private static async Task TimeAsync(Func<Task> deliver, Action<double> took)
    {
        var start = Stopwatch.GetTimestamp();
        await deliver();
        took(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
    }

    private static double At(List<double> sorted, double share) => sorted[Math.Min(sorted.Count - 1, (int)(sorted.Count * share))];
}
