using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Testing.Waiting;

namespace StoryBot.Sockets.Tests;

/// <summary>Remembers what was sent.</summary>
internal sealed class NoteSender(PlatformId platform) : IChatSender
{
    public PlatformId Platform => platform;

    public Record<(ReplyAddress To, ChatReply Reply)> Sent { get; } = new();

    public Task ShowWorkingAsync(ReplyAddress to, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task SendAsync(ReplyAddress to, ChatReply reply, string key, CancellationToken cancellationToken)
    {
        Sent.Add((to, reply));
        return Task.CompletedTask;
    }
}
