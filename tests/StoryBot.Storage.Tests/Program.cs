using StoryBot.Storage.Tests.Killing;
using Xunit.Runner.InProc.SystemConsole;

namespace StoryBot.Storage.Tests;

/// <summary>Runs the tests; or, by its first argument, is one of the processes that a test starts and kills.</summary>
internal static class Program
{
    public static Task<int> Main(string[] args) =>
        args is [PostingProcess.Argument] ? PostingProcess.RunAsync() : ConsoleRunner.Run(args);
}
