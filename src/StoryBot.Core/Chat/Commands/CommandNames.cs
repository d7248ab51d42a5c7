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

    /// <summary>The option of <see cref="Use"/>.</summary>
    public const string StoryId = "story";
}
