using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Platforms.Slack;

/// <summary>
/// Uploads pictures, the way Slack has for apps: ask for an address, send the bytes there, say that it is complete. A picture never
/// holds up the words that it goes with: what it shows is in them as well. Safe to share between threads.
/// </summary>
internal sealed class SlackPictures(SlackApi api, ILogger<SlackPictures> log)
{
    private const int AltLength = 1000;

    /// <summary>Shows a picture in a channel.</summary>
    public async Task ShareAsync(SlackPlace place, ReplyBlock.Image image, CancellationToken cancellationToken)
    {
        try
        {
            var arguments = new JsonObject { ["channel_id"] = place.Channel };
            if (place.Thread is not null)
            {
                arguments["thread_ts"] = place.Thread;
            }

            await UploadAsync(image, arguments, cancellationToken);
        }
        catch (SlackApiException fault)
        {
            log.NoPicture(image.FileName, SlackErrors.Explain(fault));
        }
    }

    /// <summary>Uploads a picture that a block may show; null when it could not be.</summary>
    public async Task<JsonObject?> PrepareAsync(ReplyBlock.Image image, CancellationToken cancellationToken)
    {
        try
        {
            return SlackReplyRenderer.Picture(await UploadAsync(image, [], cancellationToken), image.AltText);
        }
        catch (SlackApiException fault)
        {
            log.NoPicture(image.FileName, SlackErrors.Explain(fault));
            return null;
        }
    }

    private async Task<string> UploadAsync(ReplyBlock.Image image, JsonObject completion, CancellationToken cancellationToken)
    {
        var alt = SlackReplyRenderer.Cut(image.AltText, AltLength);
        var target = await api.CallAsync(
            "files.getUploadURLExternal",
            new JsonObject { ["filename"] = image.FileName, ["length"] = image.Png.Length, ["alt_txt"] = alt },
            cancellationToken);
        if (target.Text("file_id") is not { } file || target.Text("upload_url") is not { } address)
        {
            throw SlackApiException.Refused("files.getUploadURLExternal", "no_upload_url", needed: null);
        }

        await api.UploadAsync(address, image.Png, cancellationToken);
        completion["files"] = new JsonArray(new JsonObject { ["id"] = file, ["title"] = image.FileName });
        await api.CallAsync("files.completeUploadExternal", completion, cancellationToken);
        return file;
    }
}
