using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Replies;
using StoryBot.Platforms.Sending;

namespace StoryBot.Platforms.Slack;

/// <summary>
/// Sends replies to Slack. A reply to everyone is a message; one to the asker goes by the response URL that came with the
/// command or button, as long as that works, and else as an ephemeral message. Where the bot may not write, the asker gets it
/// in a direct message. Safe to share between threads.
/// </summary>
internal sealed class SlackSender(SlackApi api, SlackPosts posts, SlackPictures pictures, SlackResponseUrls urls, SlackReceipts receipts, ILogger<SlackSender> log) : IChatSender
{
    private readonly SendOrder _order = new();
    private volatile bool _hasStatus = true;

    /// <inheritdoc/>
    public PlatformId Platform => SlackPlatform.Id;

    /// <inheritdoc/>
    public async Task ShowWorkingAsync(ReplyAddress to, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        if (!_hasStatus || to.Thread is null || to.ResponseToken is not null)
        {
            return;
        }

        try
        {
            var arguments = new JsonObject { ["channel_id"] = to.Channel, ["thread_ts"] = to.Thread, ["status"] = "is looking it up..." };
            await api.TryOnceAsync("assistant.threads.setStatus", arguments, cancellationToken);
        }
        catch (SlackApiException fault)
        {
            // An app without the assistant view has no status anywhere: asking again would only cost a call per question.
            _hasStatus = fault.Code is "unreachable" or "limited" or "channel_not_found" or "invalid_thread_ts" or "not_in_channel";
            log.NoStatus(fault.Code);
        }
        catch (OperationCanceledException)
        {
            // The process is stopping; a status is no reason to say so.
        }
    }

    /// <inheritdoc/>
    public async Task SendAsync(ReplyAddress to, ChatReply reply, string key, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(to);
        ArgumentNullException.ThrowIfNull(reply);
        var pages = ReplyLayout.Lay(reply, SlackReplyRenderer.Limits, SlackMarkup.Instance);
        try
        {
            // What one person sees is in order for that person; it need not wait for what others see in the channel.
            var lane = reply.Audience == ReplyAudience.Everyone ? to.Channel : $"{to.Channel} {to.Person}";
            await _order.RunAsync(lane, () => to.IsHome ? PublishHomeAsync(to, pages, cancellationToken) : DeliverAsync(to, reply, pages, key, cancellationToken), cancellationToken);
        }
        catch (SlackApiException fault)
        {
            throw SlackErrors.ToSendException(fault);
        }
    }

    private async Task PublishHomeAsync(ReplyAddress to, IReadOnlyList<ReplyPage> pages, CancellationToken cancellationToken) =>
        await api.CallAsync("views.publish", new JsonObject { ["user_id"] = to.Person, ["view"] = SlackReplyRenderer.RenderHome(pages) }, cancellationToken);

    private async Task DeliverAsync(ReplyAddress to, ChatReply reply, IReadOnlyList<ReplyPage> pages, string key, CancellationToken cancellationToken)
    {
        for (var index = 0; index < pages.Count; index++)
        {
            var message = SlackReplyRenderer.Render(pages[index], index == 0 ? reply.Fallback : string.Empty);
            var delivery = new Delivery(to, message, pages[index].Images, $"{key}-{index + 1}");
            if (receipts.WasSent(delivery.Key) != true)
            {
                await InAnyFormAsync(delivery, reply.Audience == ReplyAudience.Everyone ? ToEveryoneAsync : ToAskerAsync, cancellationToken);
                receipts.Note(delivery.Key, sent: true);
            }
        }
    }

    // Slack's limits are kept; should it find fault with a message all the same, its words are worth more than its form.
    private static async Task InAnyFormAsync(Delivery delivery, Func<Delivery, CancellationToken, Task> send, CancellationToken cancellationToken)
    {
        try
        {
            await send(delivery, cancellationToken);
        }
        catch (SlackApiException fault) when (SlackErrors.IsAboutTheForm(fault.Code))
        {
            // A picture that Slack has not finished with is the likeliest fault.
            var plainer = delivery.Images.Count > 0 ? delivery with { Images = [] } : delivery with { Message = delivery.Message.AsText() };
            await (delivery.Images.Count > 0 ? InAnyFormAsync(plainer, send, cancellationToken) : send(plainer, cancellationToken));
        }
    }

    private async Task ToEveryoneAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        var to = delivery.To;
        var place = new SlackPlace(await ChannelOfAsync(to.Channel, cancellationToken), to.Thread);
        try
        {
            if (!await TakePlaceAsync(delivery, cancellationToken))
            {
                await posts.PostAsync(place, delivery.Message, delivery.Key, to.MayHaveBeenSent, cancellationToken);
            }
        }
        catch (SlackApiException fault) when (SlackErrors.IsAboutThePlace(fault.Code))
        {
            // A response URL works in channels that the bot is not in.
            if (!await TryRespondAsync(delivery, "in_channel", cancellationToken))
            {
                await ToPersonAsync(delivery, fault, cancellationToken);
            }

            return;
        }

        foreach (var image in delivery.Images)
        {
            await pictures.ShareAsync(place, image, cancellationToken);
        }
    }

    // The placeholder of the acknowledgement becomes the first message; one that is gone is not missed.
    private async Task<bool> TakePlaceAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        if (!delivery.To.HasPlaceholder || delivery.To.Message is null || !delivery.Key.EndsWith("-1", StringComparison.Ordinal))
        {
            return false;
        }

        try
        {
            var arguments = delivery.Message.ToArguments();
            arguments["channel"] = delivery.To.Channel;
            arguments["ts"] = delivery.To.Message;
            await api.CallAsync("chat.update", arguments, cancellationToken);
            return true;
        }
        catch (SlackApiException fault) when (fault.Code is "message_not_found" or "cant_update_message" or "edit_window_closed")
        {
            return false;
        }
    }

    private async Task ToAskerAsync(Delivery delivery, CancellationToken cancellationToken)
    {
        foreach (var image in delivery.Images)
        {
            if (await pictures.PrepareAsync(image, cancellationToken) is { } block)
            {
                delivery = delivery with { Message = delivery.Message.With(block) };
            }
        }

        var to = delivery.To;
        if (await TryRespondAsync(delivery, "ephemeral", cancellationToken))
        {
            return;
        }

        var isDirect = to.Person is null || SlackPlatform.IsDirect(to.Channel) || to.Channel == to.Person;
        if (isDirect || to.IsUnprompted)
        {
            var place = isDirect
                ? new SlackPlace(await ChannelOfAsync(to.Channel, cancellationToken), to.Thread)
                : new SlackPlace(await ChannelOfAsync(to.Person!, cancellationToken), Thread: null);
            await posts.PostAsync(place, delivery.Message, delivery.Key, to.MayHaveBeenSent, cancellationToken);
            return;
        }

        try
        {
            var arguments = delivery.Message.ToArguments();
            arguments["channel"] = to.Channel;
            arguments["user"] = to.Person;
            if (to.Thread is not null)
            {
                arguments["thread_ts"] = to.Thread;
            }

            await api.CallAsync("chat.postEphemeral", arguments, cancellationToken);
        }
        catch (SlackApiException fault) when (SlackErrors.IsAboutThePlace(fault.Code))
        {
            await ToPersonAsync(delivery, fault, cancellationToken);
        }
    }

    // An ephemeral message cannot be looked up: after a lost answer it is sent again, because twice is better than never.
    private async Task<bool> TryRespondAsync(Delivery delivery, string type, CancellationToken cancellationToken)
    {
        if (urls.Take(delivery.To) is not { } url)
        {
            return false;
        }

        try
        {
            var body = delivery.Message.ToNewMessage();
            body["response_type"] = type;
            body["replace_original"] = false;
            if (delivery.To.Thread is not null)
            {
                body["thread_ts"] = delivery.To.Thread;
            }

            await api.RespondAsync(url, body, cancellationToken);
            return true;
        }
        catch (SlackApiException fault) when (!SlackErrors.IsAboutTheForm(fault.Code))
        {
            log.ResponseUrlEnded(fault.Code);
            urls.End(url);
            return false;
        }
    }

    private async Task ToPersonAsync(Delivery delivery, SlackApiException fault, CancellationToken cancellationToken)
    {
        log.SentToPerson(SlackErrors.Explain(fault));
        if (delivery.To.Person is not { } person || SlackPlatform.IsDirect(delivery.To.Channel))
        {
            throw fault;
        }

        var place = new SlackPlace(await ChannelOfAsync(person, cancellationToken), Thread: null);
        await posts.PostAsync(place, delivery.Message, delivery.Key, delivery.To.MayHaveBeenSent, cancellationToken);
    }

    // A person's id stands for the direct message with the bot; history knows it by its own id alone.
    private async Task<string> ChannelOfAsync(string channel, CancellationToken cancellationToken)
    {
        if (channel is not (['U' or 'W', ..]))
        {
            return channel;
        }

        var answer = await api.CallAsync("conversations.open", new JsonObject { ["users"] = channel }, cancellationToken);
        return answer.Text("channel", "id") ?? channel;
    }

    private sealed record Delivery(ReplyAddress To, SlackMessage Message, IReadOnlyList<ReplyBlock.Image> Images, string Key);
}
