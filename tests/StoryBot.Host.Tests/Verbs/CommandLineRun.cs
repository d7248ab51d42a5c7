using StoryBot.Testing.Knowledge;

namespace StoryBot.Host.Tests.Verbs;

/// <summary>A run of the command line against buffers.</summary>
internal sealed record CommandLineRun(int Code, string Out, string Error)
{
    public IReadOnlyList<string> Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public static Task<CommandLineRun> Of(TemporaryKnowledge knowledge, params string[] args) =>
        OfInput(string.Empty, knowledge, args);

    public static async Task<CommandLineRun> OfInput(string input, TemporaryKnowledge knowledge, params string[] args)
    {
        var output = new StringWriter { NewLine = "\n" };
        var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal { In = new StringReader(input), Out = output, Error = error };
        var code = await CommandLine.RunAsync([.. args, "--knowledge", knowledge.Path], terminal, TestContext.Current.CancellationToken);
        var run = new CommandLineRun(code, output.ToString(), error.ToString());
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
        return run;
    }
}
