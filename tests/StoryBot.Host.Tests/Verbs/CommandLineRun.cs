using StoryBot.Testing.Knowledge;

namespace StoryBot.Host.Tests.Verbs;

/// <summary>A run of the command line against buffers.</summary>
internal sealed record CommandLineRun(int Code, string Out, string Error)
{
    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<CommandLineRun> Of(TemporaryKnowledge knowledge, params string[] args) =>
        OfInput(string.Empty, knowledge, args);

    public static Task<CommandLineRun> OfInput(string input, TemporaryKnowledge knowledge, params string[] args) => Run(input, knowledge.Path, args);

    /// <summary>A run over a knowledge folder of the repository.</summary>
    public static Task<CommandLineRun> In(string folder, params string[] args) => Run(string.Empty, folder, args);

    private static async Task<CommandLineRun> Run(string input, string folder, string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { In = new StringReader(input), Out = output, Error = error };
        var code = await CommandLine.RunAsync([.. args, "--knowledge", folder], terminal, TestContext.Current.CancellationToken);
        var run = new CommandLineRun(code, output.ToString(), error.ToString());
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        return run;
    }
}
