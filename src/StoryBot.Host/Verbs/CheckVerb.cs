using System.CommandLine;
using System.Text.Json;
using StoryBot.Host.Contracts;
using StoryBot.Host.Rendering;
using StoryBot.Host.Stories;

namespace StoryBot.Host.Verbs;

/// <summary><c>check</c>: what the knowledge says of a statement, part by part.</summary>
internal static class CheckVerb
{
    public static Verb Create(StoryOptions stories, Terminal terminal)
    {
        var statement = Words.Create("statement", "The statement; - reads it from standard input");
        var json = new Option<bool>("--json") { Description = "Print the check object instead of text" };
        var reader = new ReaderOptions();
        var verb = new Verb("check", "Says what the knowledge says of a statement: supported, contradicted, disputed, partly or not in it.")
        {
            Examples = ["check \"NVIDIA gained 17 percent on 27 January 2025.\"", "check - --json < paragraph.txt"],
        };
        verb.Add(statement);
        verb.Add(json);
        reader.AddTo(verb);
        verb.SetAction(async (result, cancellationToken) =>
        {
            var text = string.Join(' ', result.GetValue(statement) ?? []);
            if (text.Length == 0)
            {
                throw new UserMistake("There is no statement: write check \"the statement\", or check - to read it from standard input");
            }

            text = text == "-" ? await terminal.In.ReadToEndAsync(cancellationToken) : text;
            var scope = reader.Read(result, terminal.Clock);
            await using var services = StoryBotBuilder.Build(stories.Read(result), terminal.Clock);
            using var story = services.GetRequiredService<StoryOpener>().Open(id: null, cancellationToken);
            var check = story.Check(HostJson.TextId(OpenedStory.SingleId), text, scope, cancellationToken);
            if (result.GetValue(json))
            {
                terminal.Out.Write(JsonSerializer.Serialize(check, HostJson.Written.CheckObject) + "\n");
            }
            else
            {
                AnswerPage.Write(check, terminal);
            }

            return 0;
        });
        return verb;
    }
}
