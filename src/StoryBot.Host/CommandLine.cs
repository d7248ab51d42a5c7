using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using StoryBot.Host.Verbs;

namespace StoryBot.Host;

/// <summary>The whole command line: which verbs there are, and what becomes of their failures.</summary>
internal static class CommandLine
{
    /// <summary>How the program is started from the repository's root: what help and examples begin with.</summary>
    public const string Program = "dotnet run --project src/StoryBot.Host --";

    private const int Failed = 1;
    private const int Faulted = 70;
    private const int Interrupted = 130;

    // After Ctrl-C a batch finishes the line that it is writing; nothing else takes as long.
    private static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(5);

    private static readonly string[] Examples =
    [
        "ask \"How much did it cost to train R1?\"",
        "chat",
        "serve --urls http://localhost:5080",
    ];

    /// <summary>Runs one command; returns the exit code, 0 when it went well.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var result = Build(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        if (result.Action is ParseErrorAction)
        {
            return Explain(result, terminal.Error);
        }

        try
        {
            return await result.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = terminal.Out,
                    Error = terminal.Error,
                    EnableDefaultExceptionHandler = false,
                    ProcessTerminationTimeout = TimeToStop,
                },
                cancellationToken);
        }
        catch (UserMistake mistake)
        {
            terminal.Error.WriteLine(mistake.Message);
            return Failed;
        }
        catch (OperationCanceledException)
        {
            terminal.Error.WriteLine("Stopped.");
            return Interrupted;
        }
        catch (Exception fault)
        {
            terminal.Error.WriteLine($"StoryBot stopped on a fault of its own ({fault.GetType().Name}): {fault.Message}");
            return Faulted;
        }
    }

    private static int Explain(ParseResult result, TextWriter error)
    {
        foreach (var message in result.Errors.Select(fault => fault.Message).Distinct())
        {
            error.WriteLine(message);
        }

        error.WriteLine(result.CommandResult.Command is RootCommand root
            ? $"The verbs are: {string.Join(", ", root.Subcommands.Select(verb => verb.Name))}; --help tells more."
            : $"{result.CommandResult.Command.Name} --help tells what it takes.");
        return Failed;
    }

    private static RootCommand Build(Terminal terminal)
    {
        var stories = new StoryOptions();
        var serve = ServeVerb.Create(stories, terminal);
        var root = new RootCommand("Answers questions about a story, every sentence with its source. Without a verb it serves.")
        {
            serve,
            AskVerb.Create(stories, terminal),
            ChatVerb.Create(stories, terminal),
            CheckVerb.Create(stories, terminal),
            SearchVerb.Create(stories, terminal),
            KnowledgeVerb.Create(stories, terminal),
            DigestVerb.Create(stories, terminal),
            EvalVerb.Create(stories, terminal),
        };
        root.HelpName = Program;
        stories.AddTo(root);
        foreach (var option in serve.Options)
        {
            root.Add(option);
        }

        root.Action = serve.Action;
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new ExampleHelp((HelpAction)help.Action!, Examples);
        return root;
    }
}
