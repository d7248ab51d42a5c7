using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Host.Chatting;
using StoryBot.Testing.Chat;

namespace StoryBot.Host.Tests.Chatting;

/// <summary>A person at the terminal: lines in, text out. There is one person, one conversation and nothing that only one of several sees.</summary>
internal sealed partial class TerminalDriver : ChatDriver
{
    private readonly Channel<string?> _lines = Channel.CreateUnbounded<string?>();
    private readonly StringWriter _out = new() { NewLine = "\n" };
    private readonly TextWriter _writer;
    private readonly List<int> _starts = [];
    private readonly ServiceProvider _services;
    private readonly Task<int> _loop;
    private int _acts;

    public TerminalDriver(ChatSetup setup)
    {
        _writer = TextWriter.Synchronized(_out);
        var terminal = new Terminal { In = new LineReader(_lines.Reader), Out = _writer, Error = TextWriter.Null, Clock = setup.Clock };
        var services = new ServiceCollection();
        setup.AddTo(services);
        services.AddTerminal(terminal, new ReaderScope(setup.Clock.GetUtcNow()));
        services.Remove(services.Last(service => service.ServiceType == typeof(IChatSender)));
        services.AddSingleton<IChatSender>(provider => new Marked(this, provider.GetRequiredService<TerminalSender>()));
        setup.Watch(services);
        _services = services.BuildServiceProvider();
        _loop = Task.Run(() => _services.GetRequiredService<ChatLoop>().RunAsync(CancellationToken.None));
    }

    public override bool HasPrivateReplies => false;

    public override bool HasChannels => false;

    public override bool Redelivers => false;

    public override bool HasHome => true;

    public override int MessageCount
    {
        get
        {
            lock (_writer)
            {
                return _starts.Count;
            }
        }
    }

    public override Task<ChatAct> CommandAsync(string slashName, string text, string person = "ada") => TypeAsync($"/{slashName} {text}");

    public override Task<ChatAct> DirectMessageAsync(string text, string person = "ada") => TypeAsync(text);

    public override Task<ChatAct> MentionAsync(string text, string person = "ada") => TypeAsync(text);

    public override Task<ChatAct> FollowUpAsync(SeenReply to, string text, string person = "ada") => TypeAsync(text);

    public override Task<ChatAct> PressAsync(SeenReply under, SeenButton button, string person = "ada") => TypeAsync($"/press {button.Id}");

    public override Task<ChatAct> GiveFeedbackAsync(SeenReply under, FeedbackReason reason, string note, string person = "ada")
    {
        Assert.True(_lines.Writer.TryWrite($"/press {under.Button("Something wrong?")?.Id}"));
        return TypeAsync($"/feedback {FeedbackForm.Reasons.First(known => known.Reason == reason).Value} {note}");
    }

    public override Task<ChatAct> CheckMessageAsync(string message, string person = "ada") => TypeAsync($"/check {message}");

    public override Task<ChatAct> OpenHomeAsync(string person = "ada") => TypeAsync("/home");

    public override Task RedeliverAsync(ChatAct act) => throw new NotSupportedException("A line is typed once.");

    public override SeenReply Read(ChatAct act)
    {
        var index = ((Act)act).Index;
        string text;
        lock (_writer)
        {
            var all = _out.ToString();
            text = all[_starts[index]..(index + 1 < _starts.Count ? _starts[index + 1] : all.Length)];
        }

        return new SeenReply([new SeenMessage(text, [.. Buttons().Matches(text).Select(match => new SeenButton(match.Groups[2].Value, match.Groups[1].Value))])], IsPrivate: false);
    }

    public override async ValueTask DisposeAsync()
    {
        _lines.Writer.Complete();
        Assert.Equal(0, await _loop);
        foreach (var hosted in _services.GetServices<IHostedService>())
        {
            await hosted.StopAsync(CancellationToken.None);
        }

        await _services.DisposeAsync();
    }

    private Task<ChatAct> TypeAsync(string line)
    {
        Assert.True(_lines.Writer.TryWrite(line));
        return Task.FromResult<ChatAct>(new Act(_acts++));
    }

    [GeneratedRegex(@"^/press (\d+)  (.+)$", RegexOptions.Multiline)]
    private static partial Regex Buttons();

    private sealed record Act(int Index) : ChatAct;

    /// <summary>Notes where each reply begins.</summary>
    private sealed class Marked(TerminalDriver driver, IChatSender inner) : IChatSender
    {
        public PlatformId Platform => inner.Platform;

        public Task ShowWorkingAsync(ReplyAddress to, CancellationToken cancellationToken) => inner.ShowWorkingAsync(to, cancellationToken);

        public Task SendAsync(ReplyAddress to, ChatReply reply, string key, CancellationToken cancellationToken)
        {
            lock (driver._writer)
            {
                driver._starts.Add(driver._out.ToString().Length);
            }

            return inner.SendAsync(to, reply, key, cancellationToken);
        }
    }

    private sealed class LineReader(ChannelReader<string?> lines) : TextReader
    {
        public override async ValueTask<string?> ReadLineAsync(CancellationToken cancellationToken) =>
            await lines.WaitToReadAsync(cancellationToken) && lines.TryRead(out var line) ? line : null;
    }
}
