namespace StoryBot.Host;

/// <summary>Where a verb reads and writes: the process's own console, or a test's buffers.</summary>
/// <param name="In">What is typed or piped in.</param>
/// <param name="Out">Results.</param>
/// <param name="Error">Errors and progress.</param>
/// <param name="IsInputTyped">Whether somebody types: then prompts are shown.</param>
/// <param name="IsErrorShown">Whether <paramref name="Error"/> is a terminal: then progress bars are shown.</param>
/// <param name="Clock">The time.</param>
internal sealed record Terminal(
    TextReader In,
    TextWriter Out,
    TextWriter Error,
    bool IsInputTyped,
    bool IsErrorShown,
    TimeProvider Clock)
{
    /// <summary>The process's console.</summary>
    public static Terminal OfProcess() => new(
        Console.In,
        Console.Out,
        Console.Error,
        !Console.IsInputRedirected,
        !Console.IsErrorRedirected,
        TimeProvider.System);
}
