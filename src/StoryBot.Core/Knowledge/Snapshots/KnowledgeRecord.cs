namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>Where a record stands with the curators.</summary>
public enum ReviewState
{
    /// <summary>Not checked yet: never answered from.</summary>
    Draft,

    /// <summary>Checked: answered from.</summary>
    Reviewed,

    /// <summary>Withdrawn: answered only by saying that it was withdrawn.</summary>
    Retracted,
}

/// <summary>When and why a record was retracted; either may be unknown.</summary>
public sealed record Retraction(StoryDate? On, string? Because);

/// <summary>
/// A claim, a quotation or a figure, with its evidence. Evidence is never empty. Immutable.
/// </summary>
public abstract record KnowledgeRecord
{
    /// <summary>The record's id, unique in its story.</summary>
    public required RecordId Id { get; init; }

    /// <summary>Ids of the same thing in an outside list.</summary>
    public IReadOnlyList<string> Refs { get; init; } = [];

    /// <summary>When it was said or measured, where known.</summary>
    public StoryDate? Date { get; init; }

    /// <summary>Where its support stands; never empty.</summary>
    public required IReadOnlyList<Evidence> Evidence { get; init; }

    /// <summary>Where it stands with the curators.</summary>
    public ReviewState Review { get; init; } = ReviewState.Reviewed;

    /// <summary>Set when <see cref="Review"/> is <see cref="ReviewState.Retracted"/>.</summary>
    public Retraction? Retraction { get; init; }

    /// <summary>The instant before which the record does not exist for readers that are not cleared.</summary>
    public DateTimeOffset? Embargo { get; init; }

    /// <summary>The line of its file on which it starts, counted from 1.</summary>
    public int Line { get; init; }
}

/// <summary>How a claim stands against the evidence.</summary>
public enum ClaimStatus
{
    /// <summary>The evidence bears it out.</summary>
    Supported,

    /// <summary>True in part.</summary>
    Partly,

    /// <summary>The evidence says otherwise.</summary>
    Contradicted,

    /// <summary>Parties disagree and the evidence does not settle it.</summary>
    Disputed,

    /// <summary>No independent evidence was found.</summary>
    Unverified,

    /// <summary>An opinion, a prediction or a question: nothing to verify.</summary>
    Editorial,
}

/// <summary>What somebody says is so. Never shown without its claimant.</summary>
public sealed record Claim : KnowledgeRecord
{
    /// <summary>The claim as one or two sentences in the project's own words.</summary>
    public required string Statement { get; init; }

    /// <summary>Who claims it.</summary>
    public required string Claimant { get; init; }

    /// <summary>The entities that it is about.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>How it stands.</summary>
    public required ClaimStatus Status { get; init; }

    /// <summary>Keywords: cost, benchmark, market ...</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Who disputes it.</summary>
    public IReadOnlyList<Dispute> Disputes { get; init; } = [];

    /// <summary>The record that replaces it, where there is one.</summary>
    public RecordId? SupersededBy { get; init; }
}

/// <summary>Somebody's exact words. <see cref="Text"/> is byte for byte what was said or written.</summary>
public sealed record Quote : KnowledgeRecord
{
    /// <summary>Who said it.</summary>
    public required string Speaker { get; init; }

    /// <summary>The speaker's role at the time.</summary>
    public string? Role { get; init; }

    /// <summary>The speaker's organisation at the time.</summary>
    public string? Organisation { get; init; }

    /// <summary>The words, without quotation marks around them.</summary>
    public required string Text { get; init; }

    /// <summary>True when the original words were not found: <see cref="Text"/> is then a paraphrase and is never shown in quotation marks.</summary>
    public bool IsParaphrase { get; init; }

    /// <summary>Where it was said.</summary>
    public string? Venue { get; init; }

    /// <summary>How a source distorts the words, where one does.</summary>
    public AsPrinted? AsPrinted { get; init; }
}

/// <summary>A distorted printing of a quotation. For the curators and for recognising it, never shown as the speaker's words.</summary>
public sealed record AsPrinted(SourceId Source, string Text);

/// <summary>How exact a figure is.</summary>
public enum FigurePrecision
{
    /// <summary>As measured.</summary>
    Exact,

    /// <summary>Rounded, or from several sources that differ slightly.</summary>
    About,

    /// <summary>A little less than the value.</summary>
    Nearly,

    /// <summary>More than the value.</summary>
    MoreThan,

    /// <summary>At most the value.</summary>
    UpTo,
}

/// <summary>At which point of the trading day a figure was taken.</summary>
public enum MarketBasis
{
    /// <summary>At the opening of trading.</summary>
    Open,

    /// <summary>At the close of trading.</summary>
    Close,

    /// <summary>At some moment between the two, or before the opening.</summary>
    Intraday,
}

/// <summary>A figure: a price, a change, a cost, a score.</summary>
public sealed record MarketFact : KnowledgeRecord
{
    /// <summary>What was measured: "S&amp;P 500", "NVIDIA", "DeepSeek-R1".</summary>
    public required string Instrument { get; init; }

    /// <summary>Its ticker or symbol.</summary>
    public string? Symbol { get; init; }

    /// <summary>Which property: "price", "change", "value", "cost", or a benchmark's name.</summary>
    public required string Measure { get; init; }

    /// <summary>The figure in <see cref="Unit"/>; negative for a fall.</summary>
    public required decimal Value { get; init; }

    /// <summary>The unit as written in the file: "percent", "points", "USD", "USD billion", "H800 GPU-hours" ...</summary>
    public required string Unit { get; init; }

    /// <summary>How exact the figure is.</summary>
    public required FigurePrecision Precision { get; init; }

    /// <summary>At which point of the trading day, where it matters.</summary>
    public MarketBasis? Basis { get; init; }
}
