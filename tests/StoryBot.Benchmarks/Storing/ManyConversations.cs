using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Storage;
using StoryBot.Storage.Access;
using StoryBot.Testing.Chat;

namespace StoryBot.Benchmarks.Storing;

/// <summary>How much memory the bot keeps hold of while ever more people begin a conversation.</summary>
internal static class ManyConversations
{
    private const int Conversations = 100_000;
    private const int Step = 10_000;
    private const int AtOnce = 64;
    private const string Question = "What did the Q7 cost to develop?";

    private static readonly PlatformId Platform = new("loopback");

    public static async Task WriteAsync(TextWriter report)
    {
        report.WriteLine($"\n## Memory over {Conversations:N0} conversations\n");
        report.WriteLine("Each is a direct message with a question that is answered and kept, SQLite. Managed memory after a full collection; resident memory of the process, the platform included.\n");
        report.WriteLine("| conversations | managed MiB | resident MiB |\n|---|---|---|");
        await using var target = await StoreTarget.All[0]();
        var answers = new CountingSender(Platform);
        using var host = Build(target, answers);
        await host.StartAsync();
        var inbox = host.Services.GetRequiredService<ChatInbox>();
        var store = host.Services.GetRequiredService<StoreAccess>();
        for (var number = 1; number <= Conversations; number++)
        {
            // No faster than the store keeps up: what waits for it is memory too, and bounded.
            while (inbox.Pending >= AtOnce || store.Waiting >= AtOnce)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System);
            }

            await inbox.AcceptAsync(Ask(number), CancellationToken.None);
            if (number % Step == 0)
            {
                await WriteAsync(report, inbox, store, number);
            }
        }

        report.WriteLine($"\nAnswered: {answers.Answered:N0} of {Conversations:N0}.");
        await host.StopAsync();
    }

    private static async Task WriteAsync(TextWriter report, ChatInbox inbox, StoreAccess store, int number)
    {
        while (inbox.Pending > 0 || store.Waiting > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System);
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        report.WriteLine(FormattableString.Invariant($"| {number:N0} | {GC.GetTotalMemory(forceFullCollection: true) / 1048576.0:F0} | {process.WorkingSet64 / 1048576.0:F0} |"));
    }

    private static IHost Build(StoreTarget target, CountingSender answers)
    {
        var setup = new ChatSetup();
        foreach (var (key, value) in target.Settings)
        {
            setup.Configuration[key] = value;
        }

        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Services.AddStorage(setup.Build());
        builder.Services.AddSingleton(setup.Clock).AddLogging().AddSingleton<Core.Chat.Stories.IStories>(setup.Stories).AddChat(setup.Build());
        builder.Services.AddSingleton<IChatSender>(answers);
        return builder.Build();
    }

    private static ChatEvent Ask(int number) => new(
        new ChatEventId(Platform, $"e{number}"),
        new ConversationKey(Platform, string.Empty, $"D{number}", null) { IsDirect = true },
        new ChatPerson($"U{number}"),
        new ReplyAddress(Platform, $"D{number}") { Message = $"m{number}" },
        new ChatRequest.Message(Question),
        TimeProvider.System.GetUtcNow());
}
