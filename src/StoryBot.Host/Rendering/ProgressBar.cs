using Spectre.Console;
using StoryBot.Core.Knowledge.Importing;

namespace StoryBot.Host.Rendering;

/// <summary>A progress bar on the error output while something runs; nothing at all where that is no terminal.</summary>
internal static class ProgressBar
{
    /// <summary>Runs the work and returns its result.</summary>
    public static T Show<T>(Terminal terminal, string name, Func<IProgress<ImportProgress>?, T> work)
    {
        if (!terminal.IsErrorShown)
        {
            return work(null);
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(terminal.Error) });
        return console.Progress().Start(context =>
        {
            var task = context.AddTask(name);
            return work(new Bar(task, name));
        });
    }

    // Progress<T> would report on another thread, after the work is done.
    private sealed class Bar(ProgressTask task, string name) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            task.MaxValue = Math.Max(1, value.BytesTotal);
            task.Value = value.BytesRead;
            task.Description = $"{name} {value.Documents:N0} documents";
        }
    }
}
