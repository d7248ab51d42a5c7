using Microsoft.Extensions.Logging;
using ScottPlot;
using ScottPlot.TickGenerators;
using SkiaSharp;
using StoryBot.Core.Chat.Charts;

namespace StoryBot.Charts;

/// <summary>
/// Draws market moves as horizontal bars on an opaque card, which reads on dark and light alike: a rise to the right in blue, a fall to the
/// left in orange, each with its figure. Safe to share between threads.
/// </summary>
internal sealed class MarketChart(ILogger<MarketChart> logger) : IMarketChart
{
    // Pixels: as wide as a chat shows without shrinking, read on a telephone.
    private const int Width = 900;
    private const int RowHeight = 40;
    private const int HeadHeight = 92;
    private const int FootHeight = 46;
    private const int Left = 28;
    private const int LongestName = 30;

    // The colour-blind tell them apart, and both stand out from the card.
    private static readonly Color Rise = Color.FromHex("#0072B2");
    private static readonly Color Fall = Color.FromHex("#D55E00");
    private static readonly Color Card = Color.FromHex("#FFFFFF");
    private static readonly Color Ink = Color.FromHex("#1F2328");
    private static readonly Color Faint = Color.FromHex("#59636E");
    private static readonly Color Edge = Color.FromHex("#D1D9E0");

    // The drawing library keeps its fonts in static state.
    private readonly Lock _lock = new();

    /// <inheritdoc/>
    public ReadOnlyMemory<byte>? Draw(MarketMoves moves)
    {
        ArgumentNullException.ThrowIfNull(moves);
        lock (_lock)
        {
            try
            {
                if (moves.Bars.All(bar => ChartFont.Has(bar.Name)))
                {
                    return Picture(moves);
                }

                ChartLog.NoLetters(logger);
            }
#pragma warning disable CA1031 // Without its native library nothing can be drawn; the table says the same.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                ChartLog.NotDrawn(logger, failure);
            }
        }

        return null;
    }

    private static byte[] Picture(MarketMoves moves)
    {
        var face = ChartFont.Face;
        var height = HeadHeight + (moves.Bars.Count * RowHeight) + FootHeight;
        using var plot = new Plot();
        plot.FigureBackground.Color = Card;
        plot.DataBackground.Color = Card;
        AddBars(plot, moves.Bars);
        SetAxes(plot, moves.Bars);
        using var surface = SKSurface.Create(new SKImageInfo(Width, height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        plot.Render(surface.Canvas, Width, height);
        Write(surface.Canvas, face, moves.Title, 40, 24, Ink);
        Write(surface.Canvas, face, moves.Moment, 70, 17, Faint);
        Write(surface.Canvas, face, moves.Note ?? string.Empty, height - 18, 14, Faint);
        using var edge = new SKPaint { Color = Edge.ToSKColor(), Style = SKPaintStyle.Stroke, StrokeWidth = 2 };
        surface.Canvas.DrawRect(1, 1, Width - 2, height - 2, edge);
        using var image = surface.Snapshot();
        using var png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    private static void AddBars(Plot plot, IReadOnlyList<MarketBar> moves)
    {
        var bars = plot.Add.Bars(moves.Select((bar, index) => new Bar
        {
            Position = moves.Count - index,
            Value = (double)bar.Percent,
            Size = 0.62,
            FillColor = bar.Percent < 0 ? Fall : Rise,
            LineWidth = 0,
            Orientation = Orientation.Horizontal,
            Label = bar.Label,
            LabelOffset = 6,
        }).ToArray());
        bars.Horizontal = true;
        Style(bars.ValueLabelStyle);
        var zero = plot.Add.VerticalLine(0);
        zero.Color = Faint;
        zero.LineWidth = 1.5f;
    }

    private static void SetAxes(Plot plot, IReadOnlyList<MarketBar> moves)
    {
        var names = new NumericManual();
        for (var index = 0; index < moves.Count; index++)
        {
            names.AddMajor(moves.Count - index, Shortened(moves[index].Name));
        }

        plot.HideGrid();
        plot.Axes.Left.TickGenerator = names;
        plot.Axes.Left.MajorTickStyle.Length = 0;
        Style(plot.Axes.Left.TickLabelStyle);
        plot.Axes.Bottom.TickGenerator = new EmptyTickGenerator();
        foreach (var axis in new IAxis[] { plot.Axes.Left, plot.Axes.Right, plot.Axes.Bottom, plot.Axes.Top })
        {
            axis.FrameLineStyle.IsVisible = false;
        }

        (plot.Axes.Top.MinimumSize, plot.Axes.Top.MaximumSize) = (HeadHeight, HeadHeight);
        (plot.Axes.Bottom.MinimumSize, plot.Axes.Bottom.MaximumSize) = (FootHeight, FootHeight);
        plot.Axes.Right.MinimumSize = Left;

        // Beyond the ends of the bars there is room for their figures.
        var (low, high) = ((double)Math.Min(0, moves.Min(bar => bar.Percent)), (double)Math.Max(0, moves.Max(bar => bar.Percent)));
        var room = Math.Max(high - low, 1e-6) * 0.25;
        plot.Axes.SetLimits(low < 0 ? low - room : -room * 0.1, high > 0 ? high + room : room * 0.1, 0.4, moves.Count + 0.6);
    }

    private static void Style(LabelStyle style)
    {
        style.FontName = ChartFont.Name;
        style.FontSize = 16;
        style.ForeColor = Ink;
    }

    private static void Write(SKCanvas canvas, SKTypeface face, string text, float baseline, float size, Color color)
    {
        using var font = new SKFont(face, size) { Edging = SKFontEdging.Antialias };
        using var paint = new SKPaint { Color = color.ToSKColor(), IsAntialias = true };
        canvas.DrawText(text, Left, baseline, font, paint);
    }

    private static string Shortened(string name) => name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName - 1).TrimEnd(), "…");
}
