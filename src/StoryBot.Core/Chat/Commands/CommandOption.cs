namespace StoryBot.Core.Chat.Commands;

/// <summary>An option of a command: always words.</summary>
/// <param name="Name">Its name in lower case, 1 to 32 letters and hyphens.</param>
/// <param name="Help">What to give, in one line of at most 100 characters.</param>
public sealed record CommandOption(string Name, string Help)
{
    /// <summary>Whether the command makes no sense without it. Default: no.</summary>
    public bool IsRequired { get; init; }

    /// <summary>
    /// Whether it is given by its name alone where options are typed as words: <c>as-of:2025-01-27</c> or <c>--as-of 2025-01-27</c>, before the
    /// other words or after them. Default: no, other words fill it as well.
    /// </summary>
    public bool IsNamed { get; init; }

    /// <summary>What completes it while somebody types. Default: nothing.</summary>
    public CompletionKind Completes { get; init; } = CompletionKind.None;
}

/// <summary>What an option is completed from.</summary>
public enum CompletionKind
{
    /// <summary>Nothing: free words.</summary>
    None,

    /// <summary>The topics of the story's claims.</summary>
    Topic,

    /// <summary>How a claim can stand.</summary>
    Status,

    /// <summary>The speakers of the story's quotations.</summary>
    Speaker,

    /// <summary>What the story has figures of.</summary>
    Instrument,

    /// <summary>The ids and titles of the story's sources.</summary>
    Source,

    /// <summary>The stories there are.</summary>
    Story,

    /// <summary>Schedules as people write them.</summary>
    Schedule,

    /// <summary>Yes or no.</summary>
    YesOrNo,
}
