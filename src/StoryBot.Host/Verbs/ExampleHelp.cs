using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace StoryBot.Host.Verbs;

/// <summary>The usual help, with the verb's examples under it.</summary>
internal sealed class ExampleHelp(HelpAction help, IReadOnlyList<string> rootExamples) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        var examples = parseResult.CommandResult.Command is Verb verb ? verb.Examples : rootExamples;
        var output = parseResult.InvocationConfiguration.Output;
        if (examples.Count > 0)
        {
            output.WriteLine("Examples:");
        }

        foreach (var example in examples)
        {
            output.WriteLine($"  {CommandLine.Program} {example}");
        }

        return code;
    }
}
