using System.Collections.Concurrent;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Host.Chatting;

/// <summary>Writes replies to the terminal, and keeps the buttons of the last one that has any, to be pressed by number.</summary>
internal sealed class TerminalSender(Terminal terminal) : IChatSender
{
    // A terminal has no limits of its own; these only end what nobody reads.
    private static readonly LayoutLimits Limits = new(SectionLength: 200_000, SectionCount: 2_000, MessageLength: 2_000_000, MessageCount: 1) { HeadingLength = 500 };

    private readonly TerminalMarkup _markup = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = [];

    /// <inheritdoc/>
    public PlatformId Platform => TerminalPlatform.Id;

    /// <summary>The buttons that were shown last, numbered from 1.</summary>
    public IReadOnlyList<ReplyButton> Buttons { get; private set; } = [];

    /// <summary>Ends when the reply to an event was written. Call it before the event is handed in.</summary>
    public Task RepliedAsync(string eventId) =>
        _waiting.GetOrAdd(eventId, static _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    /// <inheritdoc/>
    public Task ShowWorkingAsync(ReplyAddress to, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task SendAsync(ReplyAddress to, ChatReply reply, string key, CancellationToken cancellationToken)
    {
        foreach (var page in ReplyLayout.Lay(reply, Limits, _markup))
        {
            foreach (var section in page.Sections)
            {
                Write(section);
            }

            foreach (var image in page.Images)
            {
                terminal.WriteAside(_markup.Escape(image.AltText));
            }
        }

        WriteButtons(reply.Buttons);
        terminal.WriteBody(string.Empty);
        if (to.Message is { } id && _waiting.TryRemove(id, out var waiting))
        {
            waiting.SetResult();
        }

        return Task.CompletedTask;
    }

    private void Write(PageSection section)
    {
        switch (section.Kind)
        {
            case SectionKind.Heading:
                terminal.WriteHeading(_markup.Escape(section.Text));
                break;
            case SectionKind.AsOf:
                terminal.WriteAside(section.Text);
                break;
            case SectionKind.Text or SectionKind.Table:
                terminal.WriteBody(section.Text);
                terminal.WriteBody(string.Empty);
                break;
            case SectionKind.Sources:
                terminal.WriteBody(section.Text);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(section), section.Kind, null);
        }
    }

    private void WriteButtons(IReadOnlyList<ReplyButton> buttons)
    {
        if (buttons.Count == 0)
        {
            return;
        }

        Buttons = buttons;
        for (var index = 0; index < buttons.Count; index++)
        {
            terminal.WriteAside($"/press {index + 1}  {_markup.Escape(buttons[index].Label)}");
        }
    }
}
