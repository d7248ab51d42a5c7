using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Platforms.Sending;

namespace StoryBot.Platforms.Discord;

/// <summary>
/// Sends replies to Discord: to an interaction by its token for as long as that lasts, else to the channel, or, where only one
/// person is to see it, as a direct message. Keeps the order per channel.
/// </summary>
internal sealed class DiscordSender(
    DiscordApi api,
    IOptions<DiscordOptions> options,
    DiscordAcknowledgements acknowledgements,
    DiscordPlaceholders placeholders,
    TimeProvider clock,
    ILogger<DiscordSender> logger) : IChatSender
{
    private const string Shared = "Shared with the channel.";
    private const string NotShared = "I could not share it with the channel. Please try again.";

    // So long before its end a token is no longer begun with.
    private static readonly TimeSpan Margin = TimeSpan.FromSeconds(10);

    // How long Discord may take to take in an acknowledgement that was written already; its own limit for one, and a little.
    private static readonly TimeSpan AcknowledgementTime = TimeSpan.FromSeconds(5);

    private readonly SendOrder _order = new();

    /// <inheritdoc/>
    public PlatformId Platform => DiscordEventTranslator.Platform;

    private string Application => options.Value.ApplicationId!;

    /// <inheritdoc/>
    public async Task ShowWorkingAsync(ReplyAddress to, CancellationToken cancellationToken)
    {
        // The placeholder of an interaction shows it already.
        if (to.HasPlaceholder)
        {
            return;
        }

        try
        {
            await api.SendAsync(DiscordRequest.Typing(ChannelOf(to)) with { Ends = clock.GetUtcNow() + AcknowledgementTime }, cancellationToken);
        }
        catch (DiscordException failure)
        {
            DiscordLog.NotShownWorking(logger, ChannelOf(to), failure.Message);
        }
    }

    /// <inheritdoc/>
    public async Task SendAsync(ReplyAddress to, ChatReply reply, string key, CancellationToken cancellationToken)
    {
        var messages = ReplyLayout.Lay(reply, DiscordReplyRenderer.Limits, DiscordMarkup.Instance).Select(DiscordReplyRenderer.Render).ToList();
        var delivery = new Delivery(to, reply.Audience, messages, key);

        // What one person sees by an interaction has its place already; everything else is in the order of its channel.
        var order = to.ResponseToken is { } token && reply.Audience == ReplyAudience.Asker ? token : ChannelOf(to);
        await _order.RunAsync(order, () => DeliverAsync(delivery, cancellationToken), cancellationToken);
    }

    private async Task DeliverAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        try
        {
            if (!await RespondAsync(delivery, cancellationToken))
            {
                await PostAsync(delivery, cancellationToken);
            }
        }
        catch (DiscordException failure)
        {
            throw DiscordProblems.Explain(failure, delivery.To.Thread is null ? $"channel {delivery.To.Channel}" : $"thread {delivery.To.Thread}");
        }
    }

    // Whether everything went by the interaction's token; what did not is left in the delivery.
    private async Task<bool> RespondAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (delivery.To.ResponseToken is not { } token || EndOf(delivery.To) - Margin <= clock.GetUtcNow())
        {
            return false;
        }

        await acknowledgements.WaitAsync(token, cancellationToken);
        try
        {
            if (delivery.To.HasPlaceholder)
            {
                await TakePlaceAsync(delivery, token, cancellationToken);
            }

            while (delivery.Next is { } next)
            {
                await FollowUpAsync(delivery, token, next, cancellationToken);
                delivery.Sent++;
            }

            return true;
        }
        catch (DiscordException over) when (over.IsTokenOver)
        {
            DiscordLog.TokenOver(logger, delivery.To.Channel, over.Message);
            return false;
        }
    }

    // The first message after a deferral takes the place of its placeholder, and is seen by those who see that: a reply for
    // everyone needs the placeholder out of the way first.
    private async Task TakePlaceAsync(Delivery delivery, string token, CancellationToken cancellationToken)
    {
        if (!placeholders.IsFreeFor(token, delivery.Key))
        {
            return;
        }

        var first = delivery.IsForAsker ? delivery.Next! : DiscordReplyRenderer.Say(Shared);
        await EditAsync(delivery, token, first, cancellationToken);
        placeholders.Take(token, delivery.Key);
        if (delivery.IsForAsker)
        {
            delivery.Sent++;
        }
    }

    private async Task FollowUpAsync(Delivery delivery, string token, DiscordMessage message, CancellationToken cancellationToken)
    {
        if (!delivery.IsForAsker && await WasSentBeforeAsync(delivery, ChannelOf(delivery.To), message, cancellationToken))
        {
            return;
        }

        var request = Limited(DiscordRequest.FollowUp(Application, token, Seen(delivery, message)), delivery.To);
        try
        {
            await api.SendAsync(request, cancellationToken);
        }
        catch (DiscordException failure) when (failure.MayHaveWorked)
        {
            await RepeatAsync(delivery, request, message, failure, cancellationToken);
        }
        catch (DiscordException failure) when (!failure.IsTokenOver && !delivery.IsForAsker && delivery.To.HasPlaceholder)
        {
            await EditAsync(delivery, token, DiscordReplyRenderer.Say(NotShared), cancellationToken);
            throw;
        }
    }

    // A follow-up has no nonce. One that everyone sees is looked for, and where the bot may not look it is left at that: whoever
    // shared it sees whether it is there. One for a single person is better there twice than not at all.
    private async Task RepeatAsync(Delivery delivery, DiscordRequest request, DiscordMessage message, DiscordException failure, CancellationToken cancellationToken)
    {
        if (!delivery.IsForAsker && await IsPostedAsync(delivery, ChannelOf(delivery.To), message, cancellationToken) is not false)
        {
            return;
        }

        DiscordLog.FollowUpUnknown(logger, delivery.To.Channel, failure.Message);
        await api.SendAsync(request with { IsRepeatable = true }, cancellationToken);
    }

    // After a crash the same reply may come a second time, later than Discord remembers a nonce.
    private async Task<bool> WasSentBeforeAsync(Delivery delivery, string channel, DiscordMessage message, CancellationToken cancellationToken) =>
        delivery.To.MayHaveBeenSent && await IsPostedAsync(delivery, channel, message, cancellationToken) is true;

    // Whether the message is among the last of the channel; null where the bot may not look.
    private async Task<bool?> IsPostedAsync(Delivery delivery, string channel, DiscordMessage message, CancellationToken cancellationToken)
    {
        try
        {
            var last = await api.SendAsync(DiscordRequest.ListMessages(channel, most: 50), cancellationToken);
            return last.Items().Any(posted =>
                (posted.Text("webhook_id") == Application || posted.Text("author", "id") == Application)
                && DiscordLikeness.IsSame(posted, message)
                && !DiscordLikeness.IsOlder(posted, delivery.To.MadeAt));
        }
        catch (DiscordException failure) when (failure.Status is HttpStatusCode.Forbidden or HttpStatusCode.NotFound)
        {
            return null;
        }
    }

    private async Task EditAsync(Delivery delivery, string token, DiscordMessage message, CancellationToken cancellationToken)
    {
        var request = Limited(DiscordRequest.EditOriginal(Application, token, message), delivery.To);
        await api.SendAsync(request with { UnknownUntil = EndOf(delivery.To) - DiscordEventTranslator.TokenLife + AcknowledgementTime }, cancellationToken);
    }

    // Without a token: to the channel, or to the person alone where nobody else is to see it.
    private async Task PostAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var isAlone = delivery.IsForAsker && (delivery.To.ResponseToken is not null || delivery.To.IsUnprompted);
        var channel = isAlone && delivery.To.Person is { } person
            ? await OpenDirectAsync(person, cancellationToken)
            : ChannelOf(delivery.To);
        while (delivery.Next is { } next)
        {
            var message = next with
            {
                Nonce = $"{delivery.Key}-{delivery.Sent}",
                EnforceNonce = true,
                MessageReference = !isAlone && delivery is { Sent: 0, To: { ResponseToken: null, Message: { } origin } } ? new DiscordReference(origin) : null,
            };
            if (!await WasSentBeforeAsync(delivery, channel, message, cancellationToken))
            {
                await CreateAsync(channel, message, cancellationToken);
            }

            delivery.Sent++;
        }
    }

    // Showing what is replied to takes a permission that answering does not; without it the answer still comes.
    private async Task CreateAsync(string channel, DiscordMessage message, CancellationToken cancellationToken)
    {
        try
        {
            await api.SendAsync(DiscordRequest.CreateMessage(channel, message), cancellationToken);
        }
        catch (DiscordException refused) when (refused.IsReplyRefused && message.MessageReference is not null)
        {
            DiscordLog.NotShownAsReply(logger, channel, refused.Message);
            await api.SendAsync(DiscordRequest.CreateMessage(channel, message with { MessageReference = null }), cancellationToken);
        }
    }

    private async Task<string> OpenDirectAsync(string person, CancellationToken cancellationToken)
    {
        var opened = await api.SendAsync(DiscordRequest.OpenDirect(person), cancellationToken);
        return opened.Id("id") ?? throw new DiscordException("Discord opened a direct channel without an id.");
    }

    private static DiscordMessage Seen(Delivery delivery, DiscordMessage message) =>
        delivery.IsForAsker ? message with { Flags = DiscordFirstAnswer.EphemeralFlag } : message;

    private DiscordRequest Limited(DiscordRequest request, ReplyAddress to) => request with { Ends = EndOf(to) };

    private DateTimeOffset EndOf(ReplyAddress to) => to.ResponseEnds ?? clock.GetUtcNow() + DiscordEventTranslator.TokenLife;

    private static string ChannelOf(ReplyAddress to) => to.Thread ?? to.Channel;

    /// <summary>A reply on its way: how many of its messages have been sent.</summary>
    private sealed class Delivery(ReplyAddress to, ReplyAudience audience, IReadOnlyList<DiscordMessage> messages, string key)
    {
        public ReplyAddress To => to;

        public string Key => key;

        public bool IsForAsker => audience == ReplyAudience.Asker;

        public int Sent { get; set; }

        public DiscordMessage? Next => Sent < messages.Count ? messages[Sent] : null;
    }
}
