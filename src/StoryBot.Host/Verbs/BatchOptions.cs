using System.CommandLine;
using StoryBot.Host.Batches;

namespace StoryBot.Host.Verbs;

/// <summary>The options of a verb that also works through a file.</summary>
internal sealed class BatchOptions
{
    private readonly Option<string?> _in = new("--batch")
    {
        Description = "Work through a file of {\"id\",\"q\",\"thread\"?}, one a line; - is standard input",
        HelpName = "in.jsonl",
    };

    private readonly Option<string?> _out = new("--out")
    {
        Description = "Where the batch writes, one line for each; - is standard output [default: -]",
        HelpName = "out.jsonl",
    };

    public void AddTo(Command command)
    {
        command.Add(_in);
        command.Add(_out);
    }

    /// <summary>The batch that was asked for, its files opened; null for a single question.</summary>
    /// <exception cref="UserMistake">A file cannot be read or written, or the options do not fit together.</exception>
    public BatchFiles? Open(ParseResult result, bool hasSingle, Terminal terminal)
    {
        var input = result.GetValue(_in);
        var output = result.GetValue(_out);
        return (input, output, hasSingle) switch
        {
            (null, not null, _) => throw new UserMistake("--out goes with --batch; for a single one use --json and redirect it"),
            (null, null, _) => null,
            (_, _, true) => throw new UserMistake("Give either --batch or one on the command line, not both"),
            _ => BatchFiles.Open(input, output ?? BatchFiles.Standard, terminal),
        };
    }
}
