using Spectre.Console;

namespace StoryBot.Host;

/// <summary>Where a verb reads and writes: the process's own console, or a test's buffers.</summary>
internal sealed class Terminal
{
    private IAnsiConsole? _console;

    /// <summary>What is typed or piped in.</summary>
    public required TextReader In { get; init; }

    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Errors and progress.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>The time.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Whether somebody types: then prompts are shown.</summary>
    public bool IsInputTyped { get; init; }

    /// <summary>Whether <see cref="Out"/> is a terminal: then text is wrapped and set off, unless NO_COLOR is set.</summary>
    public bool IsOutputShown { get; init; }

    /// <summary>Whether <see cref="Error"/> is a terminal: then progress bars are shown.</summary>
    public bool IsErrorShown { get; init; }

    // Made on first use: a piped answer never pays for it.
    private IAnsiConsole Console => _console ??= AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Out) });

    /// <summary>The process's console.</summary>
    public static Terminal OfProcess() => new()
    {
        In = System.Console.In,
        Out = System.Console.Out,
        Error = System.Console.Error,
        IsInputTyped = !System.Console.IsInputRedirected,
        IsOutputShown = !System.Console.IsOutputRedirected,
        IsErrorShown = !System.Console.IsErrorRedirected,
    };

    /// <summary>Running text, wrapped at words on a terminal.</summary>
    public void WriteBody(string text) => Write(text, Style.Plain);

    /// <summary>A heading, bold on a terminal.</summary>
    public void WriteHeading(string text) => Write(text, new Style(decoration: Decoration.Bold));

    /// <summary>What matters less, dim on a terminal.</summary>
    public void WriteAside(string text) => Write(text, new Style(decoration: Decoration.Dim));

    private void Write(string text, Style style)
    {
        if (IsOutputShown)
        {
            Console.Write(new Text(text + "\n", style));
        }
        else
        {
            Out.Write(text + "\n");
        }
    }
}
