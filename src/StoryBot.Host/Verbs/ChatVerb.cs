using StoryBot.Core.Chat;
using StoryBot.Core.Digests;
using StoryBot.Core.Knowledge.Snapshots;
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
            await using var services = Build(stories.Read(result), terminal, scope);
            services.GetRequiredService<TerminalStories>().Open(id: null, cancellationToken);
            return await services.GetRequiredService<ChatLoop>().RunAsync(cancellationToken);
        });
        return verb;
    }

    private static ServiceProvider Build(KnowledgeArguments choice, Terminal terminal, ReaderScope scope)
    {
        var configuration = StoryBotBuilder.Configure(choice, TerminalPlatform.Settings);
        return StoryBotBuilder.Build(new ServiceCollection()
            // What fails is in the log under the reference that the reply names; what is well is not.
            .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Error).AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace))
            .AddStoryBot(configuration, terminal.Clock)
            .AddTerminalStories()
            .AddTerminal(terminal, scope)
            .AddChat(configuration)
            .AddDigests(configuration));
    }
}
