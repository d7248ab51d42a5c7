namespace StoryBot.Testing.Discord;

/// <summary>A channel, and what the bot may do there.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Guild">Its server; null for a direct message.</param>
public sealed record FakeChannel(string Id, string? Guild)
{
    /// <summary>Its kind: 0 text, 1 direct message, 11 public thread.</summary>
    public int Type { get; init; } = Guild is null ? 1 : 0;

    /// <summary>The channel that a thread belongs to.</summary>
    public string? Parent { get; init; }

    /// <summary>The person of a direct message.</summary>
    public string? Person { get; init; }

    /// <summary>Whether the bot sees it; not so where it was only installed by a person.</summary>
    public bool BotSees { get; init; } = true;

    /// <summary>Whether the bot may write there.</summary>
    public bool BotWrites { get; init; } = true;

    /// <summary>Whether the bot may read what was written.</summary>
    public bool BotReads { get; init; } = true;
}
