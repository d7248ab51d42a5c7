using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace StoryBot.Platforms.Slack;

/// <summary>
/// Posts a message once, however often it has to try. Slack has no key against repetition; the message carries ours as metadata,
/// and after a lost answer the channel is searched for it before anything is posted again. Safe to share between threads.
/// </summary>
internal sealed class SlackPosts(SlackApi api, SlackReceipts receipts, TimeProvider clock, ILogger<SlackPosts> log)
{
    /// <summary>The type of our metadata.</summary>
    public const string MetadataType = "storybot_reply";

    // A message is found on the first page, unless a crowd writes at the same time.
    private const int MostPages = 5;

    // How far Slack's clock may be behind ours without a message being overlooked.
    private static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(5);

    /// <summary>Posts the message, unless it is there already.</summary>
    /// <param name="place">Where.</param>
    /// <param name="message">What.</param>
    /// <param name="key">The message's key.</param>
    /// <param name="mayBeThere">Whether another process may have posted it.</param>
    /// <param name="cancellationToken">The process is stopping.</param>
    /// <exception cref="SlackApiException">It could not be posted.</exception>
    public async Task PostAsync(SlackPlace place, SlackMessage message, string key, bool mayBeThere, CancellationToken cancellationToken)
    {
        var began = clock.GetUtcNow();
        Task<JsonElement?> FindDoneAsync() => FindAsync(place, key, began - ClockSkew, cancellationToken);
        var known = receipts.WasSent(key);
        if (known == true || ((known == false || mayBeThere) && await FindAsync(place, key, since: null, cancellationToken) is not null))
        {
            log.AlreadyPosted(key);
            receipts.Note(key, sent: true);
            return;
        }

        var arguments = message.ToNewMessage();
        arguments["channel"] = place.Channel;
        arguments["metadata"] = new JsonObject { ["event_type"] = MetadataType, ["event_payload"] = new JsonObject { ["key"] = key } };
        if (place.Thread is not null)
        {
            arguments["thread_ts"] = place.Thread;
        }

        receipts.Note(key, sent: false);
        await api.CallAsync("chat.postMessage", arguments, cancellationToken, FindDoneAsync);
        receipts.Note(key, sent: true);
    }

    // Looks through what was posted lately; null when it is not there, or cannot be looked up.
    private async Task<JsonElement?> FindAsync(SlackPlace place, string key, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var arguments = new JsonObject { ["channel"] = place.Channel, ["include_all_metadata"] = true, ["limit"] = 200 };
        if (since is { } from)
        {
            arguments["oldest"] = (from.ToUnixTimeMilliseconds() / 1000.0).ToString("F6", CultureInfo.InvariantCulture);
        }

        if (place.Thread is not null)
        {
            arguments["ts"] = place.Thread;
        }

        try
        {
            for (var page = 0; page < MostPages; page++)
            {
                var answer = await api.CallAsync(place.Thread is null ? "conversations.history" : "conversations.replies", arguments, cancellationToken);
                if (answer.Items("messages").FirstOrDefault(message => IsOurs(message, key)) is { ValueKind: JsonValueKind.Object } found)
                {
                    return found;
                }

                if (answer.Text("response_metadata", "next_cursor") is not { } next)
                {
                    break;
                }

                arguments["cursor"] = next;
            }

            return null;
        }
        catch (SlackApiException fault) when (fault.Code is not ("unreachable" or "limited"))
        {
            // Without a look a message may come twice; without posting it may not come at all, and that is worse.
            log.LookupFailed(key, SlackErrors.Explain(fault));
            return null;
        }
    }

    private static bool IsOurs(JsonElement message, string key) =>
        message.Text("metadata", "event_type") == MetadataType && message.Text("metadata", "event_payload", "key") == key;
}

/// <summary>Where a message is posted.</summary>
/// <param name="Channel">The channel.</param>
/// <param name="Thread">The thread in it; null for the channel itself.</param>
internal readonly record struct SlackPlace(string Channel, string? Thread);
