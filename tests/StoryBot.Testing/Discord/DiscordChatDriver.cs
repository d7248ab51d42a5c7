using System.Text.Json.Nodes;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Chat.Events;
using StoryBot.Testing.Chat;
using Xunit;

namespace StoryBot.Testing.Discord;

/// <summary>Discord as people use it; how the bot is told of it is the way's own.</summary>
public abstract class DiscordChatDriver : ChatDriver
{
    // Discord's kinds of first answers: a reply later, a form.
    private const int Later = 5;
    private const int Form = 9;

    private static readonly Dictionary<string, string> Ids = new() { ["ada"] = "700000000000000001", ["ben"] = "700000000000000002" };

    /// <summary>People on a fake Discord.</summary>
    protected DiscordChatDriver(FakeDiscord discord) => Discord = discord;

    /// <inheritdoc/>
    public override int MessageCount => Discord.Messages.Count(message => !message.IsLoading);

    /// <summary>The names of the people.</summary>
    protected static IEnumerable<string> People => Ids.Keys;

    /// <summary>The Discord.</summary>
    protected FakeDiscord Discord { get; }

    private InteractionPayloads Payloads => Discord.Interactions.Payloads;

    /// <inheritdoc/>
    public override Task<ChatAct> CommandAsync(string slashName, string text, string person = "ada") => TypeAsync(Channel(person), slashName, text);

    /// <inheritdoc/>
    public override Task<ChatAct> PressAsync(SeenReply under, SeenButton button, string person = "ada")
    {
        ArgumentNullException.ThrowIfNull(button);
        return InteractAsync(Place(under, person), Payloads.Press(Place(under, person), button.Id, MessageOf(under)));
    }

    /// <inheritdoc/>
    public override async Task<ChatAct> GiveFeedbackAsync(SeenReply under, FeedbackReason reason, string note, string person = "ada")
    {
        ArgumentNullException.ThrowIfNull(under);
        var place = Place(under, person);
        var button = Assert.IsType<SeenButton>(under.Button("Something wrong?"));
        var opened = await TellAsync(Payloads.Press(place, button.Id, MessageOf(under)));
        Assert.Equal(Form, opened.AnsweredWith);
        var form = opened.AnswerData!;
        var fields = form["components"]!.AsArray().Select(label => label!["component"]!.AsObject()).ToList();
        var choice = Assert.Single(fields, field => field["type"]!.GetValue<int>() == 3);
        var chosen = choice["options"]!.AsArray().Select(option => option!["value"]!.GetValue<string>()).Single(value => FeedbackForm.ParseReason(value) == reason);
        var text = Assert.Single(fields, field => field["type"]!.GetValue<int>() == 4);
        return await InteractAsync(place, Payloads.Form(place, form["custom_id"]!.GetValue<string>(), (IdOf(choice), chosen), (IdOf(text), note)));
    }

    /// <inheritdoc/>
    public override Task<ChatAct> CheckMessageAsync(string message, string person = "ada") =>
        InteractAsync(Channel(person), Payloads.MessageCommand(Channel(person), CommandCatalogue.CheckMessageName, message));

    // Where everyone sees the reply, the words that confirm it to the asker are not part of it.
    /// <inheritdoc/>
    public override SeenReply Read(ChatAct act)
    {
        var done = (Act)act;
        var all = Discord.Messages.Where(message => !message.IsLoading && Answers(message, done)).ToList();
        var shown = all.Exists(message => !message.IsEphemeral) ? all.FindAll(message => !message.IsEphemeral) : all;
        Assert.Empty(Discord.Violations);
        return new SeenReply([.. shown.Select(Seen)], shown.TrueForAll(message => message.IsEphemeral)) { Handle = new Shown(done.Place, shown[^1].Id) };
    }

    /// <summary>Tells the bot of an interaction; returns it when the bot has given its first answer.</summary>
    protected abstract Task<FakeInteraction> TellAsync(JsonObject payload);

    /// <summary>Whether a message is part of the reply to an act.</summary>
    protected virtual bool Answers(FakeMessage message, Act act)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(act);
        return message.Interaction == act.Id;
    }

    /// <summary>Somebody who fills in the command's form gives each option its words.</summary>
    protected Task<ChatAct> TypeAsync(InteractionPlace place, string slashName, string text)
    {
        ChatRequest.Command command = CommandCatalogue.Read(slashName, text);
        var name = slashName == CommandNames.Ask ? CommandNames.Ask : $"{CommandNames.Story} {command.Name}";
        return InteractAsync(place, Payloads.Slash(place, name, [.. command.Options.Select(option => (option.Key, option.Value))]));
    }

    /// <summary>The channel, with a person in it.</summary>
    protected static InteractionPlace Channel(string person) => InteractionPlace.Server with { Person = Ids[person] };

    /// <summary>A person's direct conversation.</summary>
    protected static InteractionPlace Direct(string person) => InteractionPlace.Direct with { Person = Ids[person], Channel = "8" + Ids[person][1..] };

    /// <summary>Where a reply is shown, with a person there.</summary>
    protected static InteractionPlace Place(SeenReply reply, string person)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return ((Shown)reply.Handle!).Place with { Person = Ids[person] };
    }

    private async Task<ChatAct> InteractAsync(InteractionPlace place, JsonObject payload)
    {
        var interaction = await TellAsync(payload);
        Assert.Equal(Later, interaction.AnsweredWith);
        return new Act(interaction.Id, place, payload);
    }

    private static SeenMessage Seen(FakeMessage message) =>
        new(DiscordPlainText.Of(message.Text), [.. message.Buttons.Select(button => new SeenButton(button.Label, button.CustomId))]) { Mentions = message.Notifies };

    private static string MessageOf(SeenReply reply) => ((Shown)reply.Handle!).Message;

    private static string IdOf(JsonObject field) => field["custom_id"]!.GetValue<string>();

    /// <summary>Something that a person did, as it was delivered.</summary>
    /// <param name="Id">The id of the interaction or the message.</param>
    /// <param name="Place">Where.</param>
    /// <param name="Payload">What was delivered.</param>
    protected sealed record Act(string Id, InteractionPlace Place, JsonObject Payload) : ChatAct
    {
        /// <summary>Whether it is a message; else it is an interaction.</summary>
        public bool IsMessage { get; init; }
    }

    private sealed record Shown(InteractionPlace Place, string Message);
}
