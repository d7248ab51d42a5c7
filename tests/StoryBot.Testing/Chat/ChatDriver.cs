using StoryBot.Core.Chat;

namespace StoryBot.Testing.Chat;

/// <summary>
/// One platform and one way into it, as people use it: the scenarios of <see cref="ChatConformance"/> speak to the bot through this alone.
/// <para>
/// To put a way in under the conformance suite, derive <see cref="ChatConformance"/> in its test project and return a driver from
/// <see cref="ChatConformance.StartAsync"/>. A driver builds the bot (see <see cref="ChatSetup"/>), starts the platform's fake on loopback, and then
/// does what a person's client does: each act sends what the platform sends to the bot and returns when the bot has
/// acknowledged it (the HTTP answer, the envelope's acknowledgement, the interaction's callback), whatever the pipeline is doing.
/// Waiting for replies is done by the suite; <see cref="Read"/> is called when the reply to an act is complete on the platform.
/// </para>
/// <para>People are "ada" and "ben"; each act is by one of them. All of it happens in one workspace with one channel; each person has one direct conversation with the bot.</para>
/// </summary>
public abstract class ChatDriver : IAsyncDisposable
{
    /// <summary>Whether the platform can show a reply to one person alone; where it cannot, scenarios about that expect an ordinary message.</summary>
    public virtual bool HasPrivateReplies => true;

    /// <summary>Whether the platform has channels besides the direct conversation; where it has none, mentions and threads are direct messages.</summary>
    public virtual bool HasChannels => true;

    /// <summary>
    /// Whether ordinary messages reach the bot. Default: yes. Where they do not, people use the command instead: a mention is the command in the
    /// channel, a direct message the command in the direct conversation, and the asker alone sees the answer.
    /// </summary>
    public virtual bool HasMessages => true;

    /// <summary>Whether the platform delivers the same event again. Default: yes.</summary>
    public virtual bool Redelivers => true;

    /// <summary>Whether the platform has a page of the bot's own, which <see cref="OpenHomeAsync"/> opens. Default: no.</summary>
    public virtual bool HasHome => false;

    /// <summary>
    /// Types a command in the channel: <c>ask</c> with a question, or <c>story</c> with a subcommand and its words, as <c>quotes Jim Fan</c>. A
    /// platform with typed options turns the words into options as somebody who fills in its form would.
    /// </summary>
    public abstract Task<ChatAct> CommandAsync(string slashName, string text, string person = "ada");

    /// <summary>Sends the bot a direct message.</summary>
    public abstract Task<ChatAct> DirectMessageAsync(string text, string person = "ada");

    /// <summary>Names the bot in the channel, in a message of its own.</summary>
    public abstract Task<ChatAct> MentionAsync(string text, string person = "ada");

    /// <summary>
    /// Goes on in the thread of a mention's reply (where a mention is answered in a thread) without naming the bot; after a direct message, sends the next one.
    /// </summary>
    public abstract Task<ChatAct> FollowUpAsync(SeenReply to, string text, string person = "ada");

    /// <summary>Presses a button under a reply.</summary>
    public abstract Task<ChatAct> PressAsync(SeenReply under, SeenButton button, string person = "ada");

    /// <summary>
    /// Presses the feedback button under a reply, fills in the form that opens and sends it off. Fails when no form opens.
    /// </summary>
    public abstract Task<ChatAct> GiveFeedbackAsync(SeenReply under, FeedbackReason reason, string note, string person = "ada");

    /// <summary>Somebody else writes a message in the channel, and the person has it checked from the message's menu.</summary>
    public abstract Task<ChatAct> CheckMessageAsync(string message, string person = "ada");

    /// <summary>Opens the bot's own page; called only where <see cref="HasHome"/>.</summary>
    public virtual Task<ChatAct> OpenHomeAsync(string person = "ada") => throw new NotSupportedException("This platform has no page of the bot's own.");

    /// <summary>Delivers exactly what an act delivered once more, marked as the platform marks it; returns when it is acknowledged.</summary>
    public abstract Task RedeliverAsync(ChatAct act);

    /// <summary>
    /// What the platform shows as the reply to an act: all of its messages in order. Called after <see cref="ChatSetup"/> saw it sent.
    /// </summary>
    public abstract SeenReply Read(ChatAct act);

    /// <summary>How many messages of the bot the platform holds in all, seen by anybody: what makes a duplicate visible.</summary>
    public abstract int MessageCount { get; }

    /// <inheritdoc/>
    public abstract ValueTask DisposeAsync();
}

/// <summary>Something that a person did, acknowledged by the bot. A driver derives it to keep what it needs to find the reply and to deliver again.</summary>
public abstract record ChatAct;

/// <summary>A reply as people see it.</summary>
/// <param name="Messages">Its messages in order, at least one.</param>
/// <param name="IsPrivate">Whether the asker alone sees it; false where anybody else does.</param>
public sealed record SeenReply(IReadOnlyList<SeenMessage> Messages, bool IsPrivate)
{
    /// <summary>All that it says, the messages set apart by a line.</summary>
    public string Text => string.Join('\n', Messages.Select(message => message.Text));

    /// <summary>The buttons, which stand under the last message.</summary>
    public IReadOnlyList<SeenButton> Buttons => Messages[^1].Buttons;

    /// <summary>Whatever a driver needs to act on it.</summary>
    public object? Handle { get; init; }

    /// <summary>The button with this label, or null.</summary>
    public SeenButton? Button(string label) => Buttons.FirstOrDefault(button => button.Label == label);
}

/// <summary>A message of a reply.</summary>
/// <param name="Text">
/// What a reader reads, headings, tables, sources and the as-of line included: the platform's markup and escapes undone, so that a statement can be
/// found in it as it was verified.
/// </param>
/// <param name="Buttons">Its buttons.</param>
public sealed record SeenMessage(string Text, IReadOnlyList<SeenButton> Buttons)
{
    /// <summary>Whom the message would notify if the platform were real, by the platform's own rules; has to stay empty.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];
}

/// <summary>A button as people see it.</summary>
/// <param name="Label">What is on it.</param>
/// <param name="Id">What the platform sends when it is pressed.</param>
public sealed record SeenButton(string Label, string Id);
