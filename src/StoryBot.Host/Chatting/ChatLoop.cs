using StoryBot.Core.Answering;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Host.Contracts;
using StoryBot.Host.Rendering;
using StoryBot.Host.Stories;

namespace StoryBot.Host.Chatting;

/// <summary>Reads questions and commands line by line until the input ends, and keeps the conversation between them.</summary>
internal sealed class ChatLoop(Terminal terminal, StoryOpener opener, ReaderScope scope)
{
    private const string Help =
        """
        A line is a question; the next may refer back to it.
          /story        says which story this is, and which there are
          /story <id>   turns to another story
          /reset        forgets the conversation so far
          /help         this list
          /quit         ends
        """;

    private Conversation _conversation = Conversation.Empty;
    private int _count;

    /// <summary>Runs the conversation; returns the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var story = opener.Open(id: null, cancellationToken);
        try
        {
            Greet(story);
            while (await ReadLineAsync(cancellationToken) is { } line)
            {
                var words = line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
                switch (words)
                {
                    case []:
                        break;
                    case ["/quit" or "/exit", ..]:
                        return 0;
                    case ["/help", ..]:
                        terminal.WriteBody(Help);
                        break;
                    case ["/reset", ..]:
                        _conversation = Conversation.Empty;
                        terminal.WriteBody("A new conversation.");
                        break;
                    case ["/story"]:
                        terminal.WriteBody($"{story.Snapshot.Story.Id}: {story.Snapshot.Story.Title}. There are: {string.Join(", ", opener.List())}.");
                        break;
                    case ["/story", var id, ..]:
                        story = TurnTo(id, story, cancellationToken);
                        break;
                    case [['/', ..], ..]:
                        terminal.WriteBody($"There is no command {words[0]}; /help lists them.");
                        break;
                    default:
                        await AnswerAsync(story, line, cancellationToken);
                        break;
                }
            }

            return 0;
        }
        finally
        {
            story.Dispose();
        }
    }

    private void Greet(OpenedStory story)
    {
        if (terminal.IsInputTyped)
        {
            terminal.WriteBody($"{story.Snapshot.Story.Title}. Ask away; /help lists the commands, /quit ends.");
        }
    }

    private async Task<string?> ReadLineAsync(CancellationToken cancellationToken)
    {
        if (terminal.IsInputTyped)
        {
            await terminal.Out.WriteAsync("> ");
            await terminal.Out.FlushAsync(cancellationToken);
        }

        return await terminal.In.ReadLineAsync(cancellationToken);
    }

    private OpenedStory TurnTo(string id, OpenedStory story, CancellationToken cancellationToken)
    {
        try
        {
            var next = opener.Open(id, cancellationToken);
            story.Dispose();
            _conversation = Conversation.Empty;
            terminal.WriteBody($"{next.Snapshot.Story.Title}.");
            return next;
        }
        catch (UserMistake mistake)
        {
            terminal.WriteBody(mistake.Message);
            return story;
        }
    }

    private async Task AnswerAsync(OpenedStory story, string line, CancellationToken cancellationToken)
    {
        var now = scope with { Now = terminal.Clock.GetUtcNow() };
        var asked = new Question { Id = $"q{++_count}", Text = line, Scope = now, Conversation = _conversation };
        var (answer, turn) = await story.AskAsync(HostJson.TextId(asked.Id), asked, cancellationToken);
        _conversation = _conversation.With(turn);
        AnswerPage.Write(answer, terminal);
        terminal.WriteBody(string.Empty);
    }
}
