namespace StoryBot.Core.Language;

/// <summary>What a figure measures. Two figures of different kinds never say the same.</summary>
public enum QuantityKind
{
    /// <summary>A bare number: 63, 19,341.83.</summary>
    Number,

    /// <summary>An amount of money, in <see cref="Quantity.Unit"/>'s currency.</summary>
    Money,

    /// <summary>A share or change in percent.</summary>
    Percent,

    /// <summary>A difference between two percentages.</summary>
    PercentagePoint,

    /// <summary>A multiple or fraction: fifty times, 27x, 1/50th.</summary>
    Multiple,

    /// <summary>A number of something named: 2.788M H800 GPU-hours, four years, 671B parameters.</summary>
    Count,

    /// <summary>A position: No. 1, third.</summary>
    Ordinal,
}

/// <summary>
/// A figure read from text, normalised so that "$5.6 million", "5.6M USD" and "US$5,600,000" are equal in
/// <see cref="Value"/>, <see cref="Kind"/> and <see cref="Unit"/>. Immutable.
/// </summary>
public sealed record Quantity
{
    /// <summary>The figure with its scale applied: 5600000 for "$5.6 million". Negative when written with a minus sign.</summary>
    public required decimal Value { get; init; }

    /// <summary>The upper end of a written range ("2-4%"), in the same unit; null when it is one figure.</summary>
    public decimal? High { get; init; }

    /// <summary>What it measures.</summary>
    public required QuantityKind Kind { get; init; }

    /// <summary>The currency code, or the singular noun that is counted; empty when there is none.</summary>
    public required string Unit { get; init; }

    /// <summary>How many significant digits were written: "5.6 million" has two. A rounded figure can be compared at this precision.</summary>
    public required int SignificantDigits { get; init; }

    /// <summary>The words as they stand in the text.</summary>
    public required string Text { get; init; }

    /// <summary>Where <see cref="Text"/> starts, in UTF-16 units.</summary>
    public required int Start { get; init; }
}
