using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Inbox;
using StoryBot.Core.Chat.Replies;
using StoryBot.Testing;
using StoryBot.Testing.Chat;
using StoryBot.Testing.Chat.Layout;

namespace StoryBot.Core.Tests.Chat.Requests;

/// <summary>The request handlers over the invented story, with a clock to turn. Everybody is in one workspace.</summary>
internal sealed class ResponderHarness : IDisposable
{
    private static readonly PlatformId Platform = new("test");
    private static readonly LayoutLimits Limits = new(100_000, 1_000, 1_000_000, 1);

    private readonly ServiceProvider _services;
    private int _events;

    public ResponderHarness(FixedStories? stories = null, params string[] settings)
    {
        var setup = new ChatSetup { Clock = Clock };
        setup.Stories = stories ?? setup.Stories;
        foreach (var pair in settings.Chunk(2))
        {
            setup.Configuration["Chat:" + pair[0]] = pair[1];
        }

        var services = new ServiceCollection();
        setup.AddTo(services);
        _services = services.BuildServiceProvider();
    }

    public FakeTimeProvider Clock { get; } = new(InventedPack.Now);

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public static ConversationKey In(string channel, string? thread = null) => new(Platform, "w", channel, thread);

    public static ConversationKey With(string person) => new(Platform, string.Empty, "with-" + person, null) { IsDirect = true };

    public Task<ChatReply?> TryAsync(ChatRequest request, ConversationKey? conversation = null, ChatPerson? person = null) => Get<IChatResponder>().RespondAsync(
        new ChatEvent(
            new ChatEventId(Platform, $"{++_events}"),
            conversation ?? In("c"),
            person ?? new ChatPerson("ada"),
            new ReplyAddress(Platform, "c"),
            request,
            Clock.GetUtcNow()),
        TestContext.Current.CancellationToken);

    public async Task<ChatReply> DoAsync(ChatRequest request, ConversationKey? conversation = null, ChatPerson? person = null) =>
        Assert.IsType<ChatReply>(await TryAsync(request, conversation, person));

    public Task<ChatReply> AskAsync(string text, ConversationKey? conversation = null, ChatPerson? person = null) => DoAsync(new ChatRequest.Message(text), conversation, person);

    public Task<ChatReply> CommandAsync(string text, ConversationKey? conversation = null, ChatPerson? person = null) => DoAsync(CommandCatalogue.Read("story", text), conversation, person);

    public static string Text(ChatReply reply) =>
        string.Join('\n', Assert.Single(ReplyLayout.Lay(reply, Limits, TestMarkup.Plain)).Sections.Select(section => section.Text));

    public static ChatAction Button(ChatReply reply, string label) => Assert.Single(reply.Buttons, button => button.Label == label).Action;

    public void Dispose() => _services.Dispose();
}
