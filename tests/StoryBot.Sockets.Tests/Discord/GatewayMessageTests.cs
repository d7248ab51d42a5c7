using StoryBot.Core.Chat.Events;
using StoryBot.Testing.Discord;
using StoryBot.Testing.Discord.Gateway;

namespace StoryBot.Sockets.Tests.Discord;

public sealed class GatewayMessageTests
{
    private const string Mention = $"<@{FakeDiscord.ApplicationId}>";

    [Fact]
    public async Task DirectMessage_OfAPerson_IsAQuestion()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();
        var message = bot.Payloads.Message(InteractionPlace.Direct, "What did R1 cost?");

        await bot.Gateway.DispatchAsync("MESSAGE_CREATE", message);

        var taken = await bot.Inbox.Accepted.NthAsync(1);
        Assert.Equal("discord:" + message["id"], taken.Id.ToString());
        Assert.Equal(new ConversationKey(new("discord"), "", InteractionPlace.Direct.Channel, null) { IsDirect = true }, taken.Conversation);
        Assert.Equal(InteractionPlace.Direct.Person, taken.Person.Id);
        Assert.Equal(new ChatRequest.Message("What did R1 cost?"), taken.Request);
        Assert.Equal(message["id"]!.ToString(), taken.ReplyTo.Message);
        Assert.Null(taken.ReplyTo.ResponseToken);
    }

    [Fact]
    public async Task Mention_InAChannel_IsAQuestionWithoutTheName()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        await bot.WriteAsync(InteractionPlace.Server, $"{Mention} and the Nasdaq?");

        var taken = await bot.Inbox.Accepted.NthAsync(1);
        Assert.Equal(new ChatRequest.Message("and the Nasdaq?"), taken.Request);
        Assert.Equal(new ConversationKey(new("discord"), InteractionPlace.Server.Guild!, InteractionPlace.Server.Channel, null), taken.Conversation);
        Assert.Equal(InteractionPlace.Server.Roles, taken.Person.Roles);
    }

    [Fact]
    public async Task Mention_InAThread_BelongsToTheThread()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        await bot.WriteAsync(GatewayDriver.Thread, $"<@!{FakeDiscord.ApplicationId}> who said that?");

        var taken = await bot.Inbox.Accepted.NthAsync(1);
        Assert.Equal(new ChatRequest.Message("who said that?"), taken.Request);
        Assert.Equal((GatewayDriver.Thread.Parent, GatewayDriver.Thread.Channel), (taken.Conversation.Channel, taken.Conversation.Thread));
        Assert.Equal(GatewayDriver.Thread.Channel, taken.ReplyTo.Thread);
    }

    [Fact]
    public async Task Mention_InAChannelThatWasNeverToldOf_IsAQuestion()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        await bot.WriteAsync(InteractionPlace.Server with { Channel = "800000000000000099" }, $"{Mention} hello");

        var taken = await bot.Inbox.Accepted.NthAsync(1);
        Assert.Equal(("800000000000000099", null), (taken.Conversation.Channel, taken.Conversation.Thread));
    }

    [Fact]
    public async Task Messages_NotForTheBot_ArePassedOver()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();
        var own = bot.Payloads.Message(InteractionPlace.Direct with { Person = FakeDiscord.ApplicationId }, "An answer.");
        var other = bot.Payloads.Message(InteractionPlace.Server, $"{Mention} ping");
        other["author"]!["bot"] = true;
        var hook = bot.Payloads.Message(InteractionPlace.Server, $"{Mention} ping");
        hook["webhook_id"] = "800000000000000044";
        var joined = bot.Payloads.Message(InteractionPlace.Direct, "");
        joined["type"] = 7;

        await bot.Gateway.DispatchAsync("MESSAGE_CREATE", own);
        await bot.Gateway.DispatchAsync("MESSAGE_CREATE", other);
        await bot.Gateway.DispatchAsync("MESSAGE_CREATE", hook);
        await bot.Gateway.DispatchAsync("MESSAGE_CREATE", joined);
        await bot.WriteAsync(InteractionPlace.Server, "Not for you");
        await bot.WriteAsync(InteractionPlace.Direct, "The last");

        await bot.Inbox.Accepted.FirstAsync(taken => taken.Request == new ChatRequest.Message("The last"));
        Assert.Single(bot.Inbox.Offered.Items);
    }

    [Fact]
    public async Task Identify_Intents_AskForNothingPrivileged()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        var session = Assert.Single(bot.Gateway.Connected.Items);
        Assert.Equal(GatewayIntent.Guilds | GatewayIntent.GuildMessages | GatewayIntent.DirectMessages, session.Intents);
    }

    [Fact]
    public async Task Messages_OfOneChannel_AreTakenInInOrder()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();

        for (var number = 0; number < 50; number++)
        {
            await bot.WriteAsync(InteractionPlace.Direct, $"{number}");
        }

        await bot.Inbox.Accepted.NthAsync(50);
        Assert.Equal(
            Enumerable.Range(0, 50).Select(number => $"{number}"),
            bot.Inbox.Accepted.Items.Select(taken => ((ChatRequest.Message)taken.Request).Text));
    }

    [Fact]
    public async Task Message_TurnedAway_IsToldToThePerson()
    {
        await using var bot = await new GatewayDriver().ConnectAsync();
        bot.Inbox.IsFull = true;

        await bot.WriteAsync(InteractionPlace.Direct, "Hello");

        var (to, reply) = await bot.Sender.Sent.NthAsync(1);
        Assert.Equal(InteractionPlace.Direct.Channel, to.Channel);
        Assert.Contains("ask again", reply.Fallback, StringComparison.Ordinal);
    }
}
