using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using StoryBot.Core.Chat;
using StoryBot.Testing.Chat;
using Xunit;

namespace StoryBot.Testing.Slack;

/// <summary>Slack as people use it; how the bot is told of it is the way's own.</summary>
public abstract partial class SlackChatDriver : ChatDriver
{
    private readonly FakeSlack _slack;
    private readonly ChatSetup _setup;

    /// <summary>People on a fake Slack.</summary>
    protected SlackChatDriver(FakeSlack slack, ChatSetup setup)
    {
        _slack = slack;
        _setup = setup;
    }

    public override bool HasHome => true;

    public override int MessageCount => _slack.Messages.Count(message => message.IsFromBot);

    public override async Task<ChatAct> CommandAsync(string slashName, string text, string person = "ada")
    {
        var url = _slack.NewResponseUrl(FakeSlack.General, Id(person));
        var form = SlackPayloads.Command("/" + slashName, Escape(text), Id(person), FakeSlack.General, url, _slack.NewTrigger());
        return await DoAsync(new Act(() => SendCommandAsync(form)) { Url = url });
    }

    public override Task<ChatAct> DirectMessageAsync(string text, string person = "ada") => SayAsync(_slack.Direct(Id(person)).Id, text, person, thread: null);

    public override async Task<ChatAct> MentionAsync(string text, string person = "ada")
    {
        var message = _slack.Say(FakeSlack.General, Id(person), $"<@{FakeSlack.BotUser}> {Escape(text)}");
        var mention = SlackPayloads.Callback(SlackPayloads.Mention(message), $"Ev{_slack.NextNumber()}", TimeProvider.System.GetUtcNow());
        var itself = SlackPayloads.Callback(SlackPayloads.Message(message), $"Ev{_slack.NextNumber()}", TimeProvider.System.GetUtcNow());
        var act = await DoAsync(new Act(() => SendEventAsync(mention)) { Ts = message.Ts });
        await SendEventAsync(itself);
        return act;
    }

    public override Task<ChatAct> FollowUpAsync(SeenReply to, string text, string person = "ada")
    {
        var under = (FakeSlackMessage)to.Handle!;
        return SayAsync(under.Channel, text, person, under.Thread);
    }

    public override async Task<ChatAct> PressAsync(SeenReply under, SeenButton button, string person = "ada")
    {
        var message = (FakeSlackMessage)under.Handle!;
        var pressed = message.Buttons.Single(one => one.Value == button.Id);
        var url = _slack.NewResponseUrl(message.Channel, Id(person));
        var payload = SlackPayloads.Press(message, pressed, Id(person), url, _slack.NewTrigger());
        return await DoAsync(new Act(() => SendInteractionAsync(payload)) { Url = url });
    }

    public override async Task<ChatAct> GiveFeedbackAsync(SeenReply under, FeedbackReason reason, string note, string person = "ada")
    {
        var opened = _slack.Modals.Items.Count;
        var press = (Act)await PressAsync(under, under.Button("Something wrong?")!, person);
        var view = await _slack.Modals.NthAsync(opened + 1);
        var value = FeedbackForm.Reasons.Single(one => one.Reason == reason).Value;
        Assert.Contains(view["blocks"]![0]!["element"]!["options"]!.AsArray(), option => (string?)option!["value"] == value);
        var payload = SlackPayloads.Submission(view, value, note, Id(person), _slack.NewTrigger());
        return await DoAsync(new Act(() => SendInteractionAsync(payload)) { Url = press.Url });
    }

    public override async Task<ChatAct> CheckMessageAsync(string message, string person = "ada")
    {
        var said = _slack.Say(FakeSlack.General, "U0SOMEBODY", Escape(message));
        var url = _slack.NewResponseUrl(FakeSlack.General, Id(person));
        var payload = SlackPayloads.CheckMessage(said, Id(person), url, _slack.NewTrigger());
        return await DoAsync(new Act(() => SendInteractionAsync(payload)) { Url = url });
    }

    public override Task<ChatAct> OpenHomeAsync(string person = "ada") =>
        EventAsync(SlackPayloads.HomeOpened(Id(person), _slack.Direct(Id(person)).Id), new Act(() => null!) { Home = Id(person) });

    public override Task RedeliverAsync(ChatAct act) => ((Act)act).SendAsync();

    public override SeenReply Read(ChatAct act)
    {
        var done = (Act)act;
        if (done.Home is { } person)
        {
            var page = new FakeSlackMessage(string.Empty, string.Empty, FakeSlack.BotUser, string.Empty) { Blocks = _slack.Homes[person]["blocks"]!.DeepClone().AsArray() };
            return new SeenReply([Seen(page)], IsPrivate: true) { Handle = page };
        }

        var sent = _setup.Replies.Sent.Last(reply => done.Url is null ? reply.To.Message == done.Ts : reply.To.ResponseToken == done.Url);
        var messages = _slack.Messages.Where(message => IsOf(message, sent.Key, done.Url)).ToList();
        Assert.NotEmpty(messages);
        Assert.Empty(_slack.Violations.Items);
        return new SeenReply([.. messages.Select(Seen)], messages.All(message => message.OnlyFor is not null)) { Handle = messages[^1] };
    }

    /// <summary>Tells the bot of a slash command; returns when it is acknowledged.</summary>
    protected abstract Task SendCommandAsync(IReadOnlyDictionary<string, string> fields);

    /// <summary>Tells the bot of an event; returns when it is acknowledged.</summary>
    protected abstract Task SendEventAsync(JsonObject payload);

    /// <summary>Tells the bot of an interaction; returns when it is acknowledged.</summary>
    protected abstract Task SendInteractionAsync(JsonObject payload);

    private static string Id(string person) => "U0" + person.ToUpperInvariant();

    private static bool IsOf(FakeSlackMessage message, string key, string? url) =>
        (url is not null && message.ResponseUrl == url)
        || ((string?)message.Metadata?["event_payload"]?["key"])?.StartsWith(key + "-", StringComparison.Ordinal) == true;

    // People's clients escape what they type.
    private static string Escape(string typed) => typed
        .Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static SeenMessage Seen(FakeSlackMessage message) =>
        new(Undo(message.Shown), [.. message.Buttons.Select(button => new SeenButton(button.Label, button.Value))])
        {
            Mentions = [.. Reference().Matches(message.Shown + "\n" + message.Text).Select(match => match.Value)],
        };

    // What was escaped holds none of the marks any more, so that those that are left are markup.
    private static string Undo(string shown) => Link().Replace(shown, match => match.Groups["label"].Value)
        .Replace("*", string.Empty, StringComparison.Ordinal)
        .Replace("```", string.Empty, StringComparison.Ordinal)
        .Replace("\u2060", string.Empty, StringComparison.Ordinal)
        .Replace('\u2217', '*').Replace('\u223C', '~').Replace('\u02CB', '`').Replace('\u02CD', '_').Replace('\u2039', '<')
        .Replace("&lt;", "<", StringComparison.Ordinal).Replace("&gt;", ">", StringComparison.Ordinal).Replace("&amp;", "&", StringComparison.Ordinal);

    private async Task<ChatAct> SayAsync(string channel, string text, string person, string? thread)
    {
        var message = _slack.Say(channel, Id(person), Escape(text), thread);
        return await EventAsync(SlackPayloads.Message(message), new Act(() => null!) { Ts = message.Ts });
    }

    private Task<ChatAct> EventAsync(JsonObject inner, Act act)
    {
        var payload = SlackPayloads.Callback(inner, $"Ev{_slack.NextNumber()}", TimeProvider.System.GetUtcNow());
        return DoAsync(act with { SendAsync = () => SendEventAsync(payload) });
    }

    private static async Task<ChatAct> DoAsync(Act act)
    {
        await act.SendAsync();
        return act;
    }

    [GeneratedRegex("<[@!#][^>]*>")]
    private static partial Regex Reference();

    [GeneratedRegex(@"<(?:https?|mailto):[^|>]+\|(?<label>[^>]*)>")]
    private static partial Regex Link();

    private sealed record Act(Func<Task> SendAsync) : ChatAct
    {
        public string? Url { get; init; }

        public string? Ts { get; init; }

        public string? Home { get; init; }
    }
}
