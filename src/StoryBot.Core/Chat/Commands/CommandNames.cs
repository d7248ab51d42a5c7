namespace StoryBot.Core.Chat.Commands;

/// <summary>The names of the commands and of their options, as requests carry them.</summary>
public static class CommandNames
{
    /// <summary>The slash command for a question.</summary>
    public const string Ask = "ask";

    /// <summary>The slash command that holds the others; as a request's name: a subcommand that was not understood.</summary>
    public const string Story = "story";

    /// <summary>Checks a statement.</summary>
    public const string Check = "check";

    /// <summary>Lists claims.</summary>
    public const string Claims = "claims";

    /// <summary>Lists quotations.</summary>
    public const string Quotes = "quotes";

    /// <summary>Shows figures.</summary>
    public const string Market = "market";

    /// <summary>Shows what happened when.</summary>
    public const string Timeline = "timeline";

    /// <summary>Lists sources, or shows one.</summary>
    public const string Sources = "sources";

    /// <summary>Lists what was asked and is not known.</summary>
    public const string Gaps = "gaps";

    /// <summary>Turns to a story.</summary>
    public const string Use = "use";

    /// <summary>Deletes what is kept about the person who asks.</summary>
    public const string ForgetMe = "forget-me";

    /// <summary>Lists the commands.</summary>
    public const string Help = "help";

    /// <summary>Shows what has changed since the channel's last digest.</summary>
    public const string DigestNow = "digest now";

    /// <summary>Shows the next digest as it would be posted.</summary>
    public const string DigestPreview = "digest preview";

    /// <summary>Has digests posted in a channel.</summary>
    public const string DigestSubscribe = "digest subscribe";

    /// <summary>Ends that.</summary>
    public const string DigestUnsubscribe = "digest unsubscribe";

    /// <summary>Lets it rest.</summary>
    public const string DigestPause = "digest pause";

    /// <summary>Ends the rest.</summary>
    public const string DigestResume = "digest resume";

    /// <summary>Lists a channel's digests.</summary>
    public const string DigestList = "digest list";

    /// <summary>The option of <see cref="Ask"/>.</summary>
    public const string Question = "question";

    /// <summary>The option of <see cref="Check"/>.</summary>
    public const string Statement = "statement";

    /// <summary>An option of <see cref="Claims"/>.</summary>
    public const string Topic = "topic";

    /// <summary>An option of <see cref="Claims"/>.</summary>
    public const string Status = "status";

    /// <summary>The option of <see cref="Quotes"/>.</summary>
    public const string Speaker = "speaker";

    /// <summary>The option of <see cref="Market"/>.</summary>
    public const string Instrument = "instrument";

    /// <summary>The option of <see cref="Sources"/>.</summary>
    public const string Id = "id";

    /// <summary>An option of <see cref="Ask"/> and of the lists: the day or instant that is looked back to.</summary>
    public const string AsOf = "as-of";

    /// <summary>An option of <see cref="DigestSubscribe"/>.</summary>
    public const string Schedule = "schedule";

    /// <summary>An option of <see cref="DigestSubscribe"/>.</summary>
    public const string Zone = "zone";

    /// <summary>An option of <see cref="DigestSubscribe"/>: whether a digest comes when nothing has changed.</summary>
    public const string Empty = "empty";

    /// <summary>The option of <see cref="Use"/>.</summary>
    public const string StoryId = "story";
}
