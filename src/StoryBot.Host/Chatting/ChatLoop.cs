using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Host.Chatting;

/// <summary>Reads questions and commands line by line until the input ends, and waits for the reply to each.</summary>
internal sealed class ChatLoop(Terminal terminal, IChatInbox inbox, TerminalSender sender, IStories stories)
{
    private const string Channel = "terminal";

    private const string Help =
        """
        A line is a question; the next may refer back to it.
          /ask <question>         the same
          /story help             lists what there is: claims, quotes, market, timeline, sources, gaps, check ...
          /story                  says which story this is, and which there are
          /story <id>             turns to another story
          /check <text>           checks what somebody wrote, part by part
          /press <number>         presses a button under the last answer
          /feedback <reason> ...  says what is wrong with the last answer
          /home                   the story at a glance
          /reset                  forgets the conversation so far
          /help                   this list
          /quit                   ends
        """;

    private readonly Guid _session = Guid.NewGuid();
    private int _events;
    private int _thread;
    private AnswerId? _faulty;
    private StoryId? _story;

    /// <summary>Runs the conversation; returns the exit code.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        Greet();
        while (await ReadLineAsync(cancellationToken) is { } line)
        {
            var (command, rest) = Split(line);
            if (command is "/quit" or "/exit")
            {
                break;
            }

            await DoAsync(line, command, rest, cancellationToken);
        }

        return 0;
    }

    private async Task DoAsync(string line, string command, string rest, CancellationToken cancellationToken)
    {
        switch (command)
        {
            case "":
                break;
            case "/help":
                terminal.WriteBody(Help);
                break;
            case "/reset":
                _thread++;
                terminal.WriteBody("A new conversation.");
                break;
            case "/ask":
                await SendAsync(CommandCatalogue.Read(CommandNames.Ask, rest), cancellationToken);
                break;
            case "/story":
                await StoryAsync(rest, cancellationToken);
                break;
            case "/check":
                await SendAsync(rest.Length == 0 ? CommandCatalogue.Read(CommandNames.Story, CommandNames.Check) : new ChatRequest.CheckMessage(rest), cancellationToken);
                break;
            case "/home":
                await SendAsync(new ChatRequest.OpenHome(), cancellationToken);
                break;
            case "/press":
                await PressAsync(rest, cancellationToken);
                break;
            case "/feedback":
                await FeedbackAsync(rest, cancellationToken);
                break;
            case ['/', ..]:
                terminal.WriteBody($"There is no command {command}; /help lists them.");
                break;
            default:
                await SendAsync(new ChatRequest.Message(line), cancellationToken);
                break;
        }
    }

    private async Task StoryAsync(string rest, CancellationToken cancellationToken)
    {
        var ids = (stories as TerminalStories)?.Ids ?? [.. stories.All.Select(story => story.Id.Value)];
        if (rest.Length == 0)
        {
            var now = stories.All.FirstOrDefault(story => story.Id == _story) ?? stories.All[0];
            terminal.WriteBody($"{now.Id}: {now.Title}. There are: {string.Join(", ", ids)}. /story help lists what to ask for.");
            return;
        }

        var request = CommandCatalogue.Read(CommandNames.Story, rest);
        if (request.Name == CommandNames.Story && !rest.Contains(' ', StringComparison.Ordinal) && (ids.Contains(rest) || CommandCatalogue.Nearest(rest) is null))
        {
            // The id by itself is short for "use".
            request = CommandCatalogue.Read(CommandNames.Story, $"{CommandNames.Use} {rest}");
        }

        if (request.Name != CommandNames.Use || TryOpen(request, cancellationToken))
        {
            await SendAsync(request, cancellationToken);
        }
    }

    private bool TryOpen(ChatRequest.Command use, CancellationToken cancellationToken)
    {
        if (stories is not TerminalStories opening || !use.Options.TryGetValue(CommandNames.StoryId, out var id))
        {
            return true;
        }

        try
        {
            _story = opening.Open(id, cancellationToken).Id;
            return true;
        }
        catch (UserMistake mistake)
        {
            terminal.WriteBody(mistake.Message);
            return false;
        }
    }

    private async Task PressAsync(string rest, CancellationToken cancellationToken)
    {
        if (!int.TryParse(rest, out var number) || number < 1 || number > sender.Buttons.Count)
        {
            terminal.WriteBody(sender.Buttons.Count == 0 ? "There is no button yet: ask something." : $"Which button? /press with a number from 1 to {sender.Buttons.Count}.");
            return;
        }

        var action = sender.Buttons[number - 1].Action;
        if (action is ChatAction.GiveFeedback)
        {
            // The form of a terminal.
            _faulty = action.Answer;
            terminal.WriteBody("What is wrong with it? Write /feedback, one of these words, and what you would add:");
            foreach (var (_, value, label) in FeedbackForm.Reasons)
            {
                terminal.WriteBody($"  {value,-13} {label}");
            }

            return;
        }

        await SendAsync(new ChatRequest.Press(action), cancellationToken);
    }

    private async Task FeedbackAsync(string rest, CancellationToken cancellationToken)
    {
        var (word, note) = Split(rest);
        var answer = _faulty ?? sender.Buttons.Select(button => button.Action).OfType<ChatAction.GiveFeedback>().FirstOrDefault()?.Answer;
        if (answer is { } about && FeedbackForm.ParseReason(word) is { } reason)
        {
            await SendAsync(new ChatRequest.Feedback(about, reason, note), cancellationToken);
            return;
        }

        terminal.WriteBody(answer is null
            ? "There is no answer yet to say anything of."
            : $"Write /feedback and one of {string.Join(", ", FeedbackForm.Reasons.Select(known => known.Value))}, then what you would add.");
    }

    private async Task SendAsync(ChatRequest request, CancellationToken cancellationToken)
    {
        var id = $"{_session:N}-{++_events}";
        var replied = sender.RepliedAsync(id);
        var chatEvent = new ChatEvent(
            new ChatEventId(TerminalPlatform.Id, id),
            new ConversationKey(TerminalPlatform.Id, string.Empty, Channel, $"{_thread}") { IsDirect = true },
            new ChatPerson("you") { ManagesWorkspace = true },
            new ReplyAddress(TerminalPlatform.Id, Channel) { Message = id },
            request,
            terminal.Clock.GetUtcNow());
        if (await inbox.AcceptAsync(chatEvent, cancellationToken) == Acceptance.Accepted)
        {
            await replied.WaitAsync(cancellationToken);
        }
    }

    private void Greet()
    {
        if (terminal.IsInputTyped)
        {
            terminal.WriteBody($"{stories.All[0].Title}. Ask away; /help lists the commands, /quit ends.");
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

    private static (string First, string Others) Split(string line)
    {
        var words = line.Trim().Split((char[]?)null, 2, StringSplitOptions.RemoveEmptyEntries);
        return (words.ElementAtOrDefault(0) ?? string.Empty, words.ElementAtOrDefault(1)?.Trim() ?? string.Empty);
    }
}
