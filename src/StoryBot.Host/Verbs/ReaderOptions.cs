using System.CommandLine;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Host.Verbs;

/// <summary>The options that decide what the reader may see.</summary>
internal sealed class ReaderOptions
{
    private readonly Option<bool> _cleared = new("--cleared") { Description = "Also answer from records that are still under embargo" };

    private readonly Option<string?> _asOf = new("--as-of")
    {
        Description = "Answer as of then: only from what was dated by that day or instant (ISO 8601)",
        HelpName = "date",
    };

    public void AddTo(Command command)
    {
        command.Add(_asOf);
        command.Add(_cleared);
    }

    /// <summary>The scope that was chosen.</summary>
    /// <exception cref="UserMistake">The date is not one.</exception>
    public ReaderScope Read(ParseResult result, TimeProvider clock)
    {
        DateTimeOffset? asOf = null;
        if (result.GetValue(_asOf) is { } text)
        {
            var date = DateArgument.Read("--as-of", text);
            asOf = date.Precision == DatePrecision.Instant ? date.Start : date.End.AddTicks(-1);
        }

        return new ReaderScope(clock.GetUtcNow(), result.GetValue(_cleared), asOf);
    }
}
