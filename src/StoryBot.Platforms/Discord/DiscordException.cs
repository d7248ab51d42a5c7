using System.Net;

namespace StoryBot.Platforms.Discord;

/// <summary>A call to Discord did not succeed. The message holds no token and no text of a reply.</summary>
internal sealed class DiscordException : Exception
{
    /// <summary>A failure.</summary>
    public DiscordException(string message, HttpStatusCode? status = null, int code = 0, Exception? inner = null)
        : base(message, inner)
    {
        Status = status;
        Code = code;
    }

    /// <summary>What Discord answered; null when it did not.</summary>
    public HttpStatusCode? Status { get; }

    /// <summary>Discord's own number for the reason; 0 when it gave none.</summary>
    public int Code { get; }

    /// <summary>Whether the call may have done its work although no answer came.</summary>
    public bool MayHaveWorked { get; init; }

    /// <summary>Whether the interaction's token is not known, no longer or not yet: unknown webhook, unknown interaction.</summary>
    public bool IsTokenUnknown => Code is 10015 or 10062;

    /// <summary>Whether the interaction's token can no longer be used: it is not known, or invalid.</summary>
    public bool IsTokenOver => IsTokenUnknown || Code == 50027;

    /// <summary>Whether the message would have been taken if it did not reply to another: the bot may not read the channel's history.</summary>
    public bool IsReplyRefused => Code == 160002;
}
