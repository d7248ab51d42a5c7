using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;

namespace StoryBot.Platforms.Slack;

/// <summary>
/// What is done beside an acknowledgement and not by the pipeline: opening the form, and a sentence to one person. Does not hold up
/// the acknowledgement, and never fails. Safe to share between threads.
/// </summary>
internal sealed class SlackAside(SlackFeedbackForms forms, SlackApi api, ILogger<SlackAside> log)
{
    private const string NoForm = "The form could not be opened. Please press the button again.";

    /// <summary>Opens the feedback form, or says that it cannot be.</summary>
    public void OpenForm(SlackInteraction.OpenForm wanted) => _ = OpenFormAsync(wanted);

    /// <summary>Says something to the person behind a response URL.</summary>
    public void Tell(string responseUrl, string text) => _ = TellAsync(responseUrl, text);

    private async Task OpenFormAsync(SlackInteraction.OpenForm wanted)
    {
        try
        {
            await forms.OpenAsync(wanted.Trigger, wanted.Context, CancellationToken.None);
        }
#pragma warning disable CA1031 // Nobody waits for this: what is not said here is never said.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.NoForm(fault);
            if (wanted.Context.ReplyTo.ResponseToken is { } url)
            {
                await TellAsync(url, NoForm);
            }
        }
    }

    private async Task TellAsync(string responseUrl, string text)
    {
        try
        {
            await api.RespondAsync(responseUrl, new JsonObject { ["response_type"] = "ephemeral", ["replace_original"] = false, ["text"] = text }, CancellationToken.None);
        }
        catch (SlackApiException fault)
        {
            log.ResponseUrlEnded(fault.Code);
        }
        catch (UriFormatException)
        {
            log.ResponseUrlEnded("no address");
        }
    }
}
