using System.CommandLine;
using Microsoft.Extensions.Options;
using StoryBot.Core.Knowledge.Scaffolding;
using StoryBot.Host.Stories;

namespace StoryBot.Host.Verbs;

/// <summary><c>knowledge new</c>: the files of a new pack, to be filled in.</summary>
internal static class NewVerb
{
    public static Verb Create(StoryOptions stories, Terminal terminal)
    {
        var id = new Argument<string>("id") { Description = "The new story's id: the name of its folder" };
        var verb = new Verb("new", "Starts a pack: one of everything, with comments, and the schemas that editors check it by.")
        {
            Examples = ["knowledge new my-story"],
        };
        verb.Add(id);
        verb.SetAction(result =>
        {
            using var services = StoryBotBuilder.Build(stories.Read(result), terminal.Clock);
            var folder = services.GetRequiredService<IOptions<KnowledgeOptions>>().Value.Path;
            var created = new PackScaffold(terminal.Clock).Create(folder, result.GetValue(id)!);
            terminal.Out.WriteLine($"{created.Folder ?? throw new UserMistake(created.Failure!)} is there; edit its files, then run knowledge lint.");
            return 0;
        });
        return verb;
    }
}
