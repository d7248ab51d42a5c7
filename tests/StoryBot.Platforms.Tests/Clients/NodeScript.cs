using System.ComponentModel;
using System.Diagnostics;
using StoryBot.Testing;
using StoryBot.Testing.Waiting;

namespace StoryBot.Platforms.Tests.Clients;

/// <summary>Runs a client that is written for Node: a script beside its <c>package.json</c>, with its packages installed by npm.</summary>
internal static class NodeScript
{
    private const string Settings = "STORYBOT_CHECK";

    private static readonly Lazy<bool> IsNodeThere = new(FindNode);

    /// <summary>Why a client cannot be run here, in one line; null when it can.</summary>
    public static string? WhyNot(string client) =>
        !IsNodeThere.Value ? $"{client} was not run: node is not installed."
        : !Directory.Exists(Path.Combine(FolderOf(client), "node_modules")) ? $"{client} was not run: its packages are missing; run npm install in {RelativeFolderOf(client)}."
        : null;

    /// <summary>Runs a script to its end.</summary>
    /// <returns>Its exit code and everything that it said.</returns>
    public static async Task<(int ExitCode, string Output)> RunAsync(string client, string script, string settings, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("node", script)
        {
            WorkingDirectory = FolderOf(client),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[Settings] = settings;
        using var process = Process.Start(start)!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience.Limit * 2);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static string FolderOf(string client) => Repository.PathTo(RelativeFolderOf(client).Split('/'));

    private static string RelativeFolderOf(string client) => $"tests/StoryBot.Platforms.Tests/Clients/{client}";

    private static bool FindNode()
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
