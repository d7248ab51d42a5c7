using StoryBot.Host.Chatting;
using StoryBot.Host.Stories;

namespace StoryBot.Host.Verbs;

/// <summary><c>chat</c>: a conversation at the terminal.</summary>
internal static class ChatVerb
{
    public static Verb Create(StoryOptions stories, Terminal terminal)
    {
        var reader = new ReaderOptions();
        var verb = new Verb("chat", "A conversation at the terminal: each line is a question, follow-ups refer back. /help lists the commands.")
        {
            Examples = ["chat", "chat --story my-story < questions.txt"],
        };
        reader.AddTo(verb);
        verb.SetAction(async (result, cancellationToken) =>
        {
            var scope = reader.Read(result, terminal.Clock);
            await using var services = StoryBotBuilder.Build(stories.Read(result), terminal.Clock);
            var loop = new ChatLoop(terminal, services.GetRequiredService<StoryOpener>(), scope);
            return await loop.RunAsync(cancellationToken);
        });
        return verb;
    }
}
