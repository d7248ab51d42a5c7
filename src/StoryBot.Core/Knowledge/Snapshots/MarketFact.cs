namespace StoryBot.Core.Knowledge.Snapshots;

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
