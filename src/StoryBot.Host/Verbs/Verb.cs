using System.CommandLine;

namespace StoryBot.Host.Verbs;

/// <summary>A command of the command line, with the examples that its help shows.</summary>
internal sealed class Verb(string name, string description) : Command(name, description)
{
    /// <summary>What follows the program's name, one example a line.</summary>
    public IReadOnlyList<string> Examples { get; init; } = [];
}
