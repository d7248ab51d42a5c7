using ScottPlot;
using SkiaSharp;

namespace StoryBot.Charts;

/// <summary>The font of every chart: one that comes along, so that a picture looks the same on a machine without fonts. Safe to share between threads.</summary>
internal sealed class ChartFont : IFontResolver
{
    /// <summary>The name by which the drawing library asks for it.</summary>
    public const string Name = "StoryBot chart";

    private static readonly Lazy<SKTypeface> Loaded = new(Load);

    /// <summary>The font.</summary>
    public static SKTypeface Face => Loaded.Value;

    /// <summary>Whether the font has every letter of a text; where it lacks one, a picture would show boxes.</summary>
    public static bool Has(string text) => Face.ContainsGlyphs(text);

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, FontWeight weight, FontSlant slant, FontSpacing width) => fontName == Name ? Face : null;

    /// <inheritdoc/>
    public SKTypeface? CreateTypeface(string fontName, bool bold, bool italic) => fontName == Name ? Face : null;

    private static SKTypeface Load()
    {
        using var stream = typeof(ChartFont).Assembly.GetManifestResourceStream("StoryBot.Charts.DejaVuSans.ttf")
            ?? throw new InvalidOperationException("The font is not in the assembly.");
        var face = SKTypeface.FromStream(stream) ?? throw new InvalidOperationException("The font cannot be read.");
        Fonts.FontResolvers.Insert(0, new ChartFont());
        return face;
    }
}
