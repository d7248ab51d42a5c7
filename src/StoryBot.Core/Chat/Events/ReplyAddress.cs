using System.Text.Json.Serialization;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Chat.Events;

/// <summary>
/// Where the reply to an event goes: everything that the platform's client needs to answer it, and nothing that holds a
/// connection. A sender that does not know a member ignores it.
/// </summary>
/// <param name="Platform">The platform whose sender is to be used.</param>
/// <param name="Channel">The channel's id.</param>
public sealed record ReplyAddress(PlatformId Platform, string Channel)
{
    /// <summary>The workspace's id; empty outside any.</summary>
    public string Workspace { get; init; } = string.Empty;

    /// <summary>The thread to reply in; null for the channel itself.</summary>
    public string? Thread { get; init; }

    /// <summary>The message that is replied to; null where there is none.</summary>
    public string? Message { get; init; }

    /// <summary>The person who alone sees a reply of audience <see cref="ReplyAudience.Asker"/>.</summary>
    public string? Person { get; init; }

    /// <summary>
    /// What the platform gave for answering just this event, such as an interaction token or a response URL; null where
    /// a reply is an ordinary message. Secret: never in logs.
    /// </summary>
    public string? ResponseToken { get; init; }

    /// <summary>When <see cref="ResponseToken"/> ends; after it an ordinary message is sent.</summary>
    public DateTimeOffset? ResponseEnds { get; init; }

    /// <summary>Whether the acknowledgement left a placeholder that the reply has to take the place of.</summary>
    public bool HasPlaceholder { get; init; }

    /// <summary>The address without what answers just one event, to be kept: nothing in it is secret or ends.</summary>
    [JsonIgnore]
    public ReplyAddress Lasting => this with { ResponseToken = null, ResponseEnds = null, HasPlaceholder = false };

    /// <summary>
    /// The place where a reply is read: the same for all that stand in one thread, whichever message they answer, and a person's own for what
    /// that person alone sees.
    /// </summary>
    public string PlaceFor(ReplyAudience audience) =>
        $"{Platform}/{Workspace}/{Channel}/{Thread}/{(audience == ReplyAudience.Asker ? Person : string.Empty)}";

    /// <summary>Whether the reply is the bot's own page for <see cref="Person"/> and not a message.</summary>
    public bool IsHome { get; init; }

    /// <summary>
    /// Whether nobody is waiting for the reply, as for a correction. What only <see cref="Person"/> is to see is then sent to that person
    /// directly: an ephemeral message reaches those alone who are there at the moment.
    /// </summary>
    public bool IsUnprompted { get; init; }

    /// <summary>
    /// Whether another process may have sent the reply already, as after a crash. Where the platform has no key of its own
    /// against repetition, the sender looks for the reply before it sends.
    /// </summary>
    public bool MayHaveBeenSent { get; init; }

    /// <summary>When the reply was made; null where that is not known. A message that says the same and is older is another one.</summary>
    public DateTimeOffset? MadeAt { get; init; }
}
