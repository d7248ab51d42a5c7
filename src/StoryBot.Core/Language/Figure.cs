namespace StoryBot.Core.Language;

/// <summary>A number with its scale and currency, before its unit is known.</summary>
internal sealed record Figure
{
    /// <summary>The number as written, without its scale; negative after a minus sign.</summary>
    public required decimal Mantissa { get; init; }

    /// <summary>1, or the scale that was written: a million.</summary>
    public decimal Scale { get; init; } = 1m;

    /// <summary>The significant digits that were written; 0 for "hundreds of".</summary>
    public int Digits { get; init; }

    /// <summary>The currency code, or empty.</summary>
    public string Currency { get; init; } = string.Empty;

    /// <summary>A unit that was glued to the number: a percent sign is read later, "x", "th" and "-year" here.</summary>
    public string Suffix { get; init; } = string.Empty;

    /// <summary>The upper end with its scale, once two figures are joined.</summary>
    public decimal? High { get; init; }

    /// <summary>Whether it only gives an order of magnitude: "hundreds of millions".</summary>
    public bool IsVague => Digits == 0 && Mantissa != 0;

    /// <summary>The number with its scale.</summary>
    public decimal Value => Multiply(Mantissa, Scale);

    /// <summary>The number with its scale, or with the other's where it has none: the 2 of "2-4 million".</summary>
    public decimal Magnitude(Figure other) => Scale == 1m ? Multiply(Mantissa, other.Scale) : Value;

    /// <summary>The number with its own scale only.</summary>
    public decimal Scaled(Figure lower) => Scale == 1m && lower.Scale != 1m && Mantissa > lower.Mantissa ? Multiply(Mantissa, lower.Scale) : Value;

    /// <summary>This figure as the lower end of a range.</summary>
    public Figure Joined(Figure upper) => this with
    {
        Mantissa = Magnitude(upper),
        Scale = 1m,
        High = upper.Scaled(this),
        Digits = Math.Max(Digits, upper.Digits),
        Currency = Currency.Length > 0 ? Currency : upper.Currency,
        Suffix = upper.Suffix,
    };

    // A figure too large for a decimal is kept at its mantissa: no real text holds one.
    private static decimal Multiply(decimal value, decimal scale) =>
        Math.Abs(value) < 1_000_000_000_000m ? value * scale : value;
}
