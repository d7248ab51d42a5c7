using System.CommandLine;
using StoryBot.Host.Stories;

namespace StoryBot.Host.Verbs;

/// <summary>The options that every verb has: where the knowledge is, and which story of it is meant.</summary>
internal sealed class StoryOptions
{
    private readonly Option<string?> _knowledge = new("--knowledge")
    {
        Description = "The folder that holds the stories [default: Knowledge:Path, \"knowledge\"]",
        HelpName = "dir",
        Recursive = true,
    };

    private readonly Option<string?> _story = new("--story")
    {
        Description = "The story [default: Knowledge:DefaultStory, or the only one there is]",
        HelpName = "id",
        Recursive = true,
    };

    public void AddTo(RootCommand root)
    {
        root.Add(_knowledge);
        root.Add(_story);
    }

    /// <summary>What was chosen on the command line; null where nothing was.</summary>
    public KnowledgeArguments Read(ParseResult result) => new(result.GetValue(_knowledge), result.GetValue(_story));
}
