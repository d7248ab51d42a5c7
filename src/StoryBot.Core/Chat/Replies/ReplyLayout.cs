using StoryBot.Core.Chat.Replies.Layout;

namespace StoryBot.Core.Chat.Replies;

/// <summary>
/// Lays a reply out within a platform's limits. Messages end where a sentence, a list item, a table row or a source does; the markers
/// of a sentence's citations stay with it, and what it cites stays in the list of sources. Only when the messages are used
/// up something is left out, from the end, and a line says so. Pure; every length is of the text as the platform's markup writes it.
/// </summary>
public static class ReplyLayout
{
    /// <summary>The messages of a reply; never none. The buttons are on the last.</summary>
    /// <param name="reply">What it says.</param>
    /// <param name="limits">What fits into a message.</param>
    /// <param name="markup">How the platform writes text.</param>
    /// <exception cref="ArgumentOutOfRangeException">A limit is too low to lay anything out.</exception>
    public static IReadOnlyList<ReplyPage> Lay(ChatReply reply, LayoutLimits limits, IReplyMarkup markup)
    {
        ArgumentNullException.ThrowIfNull(reply);
        ArgumentNullException.ThrowIfNull(limits);
        limits.Check();
        var writer = new UnitWriter(limits, markup);
        foreach (var block in reply.Blocks)
        {
            writer.Add(block);
        }

        if (writer.Units.Count == 0)
        {
            writer.Note(string.IsNullOrWhiteSpace(reply.Fallback) ? "There is nothing to show." : reply.Fallback);
        }

        return Lay(writer.Units, reply.Buttons, limits, markup);
    }

    /// <summary>Lays units out.</summary>
    internal static IReadOnlyList<ReplyPage> Lay(IReadOnlyList<LayoutUnit> units, IReadOnlyList<ReplyButton> buttons, LayoutLimits limits, IReplyMarkup markup)
    {
        if (TryPlace(units, limits, markup) is { } whole)
        {
            return whole.Build(buttons);
        }

        // The fewest that have to be left out, found by halving.
        var shortener = new ReplyShortener(units, markup);
        var (low, high) = (0, shortener.Count);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = TryPlace(shortener.Keep(middle), limits, markup) is null ? (low, middle - 1) : (middle, high);
        }

        var kept = TryPlace(shortener.Keep(low), limits, markup)
            ?? throw new InvalidOperationException("The closing line and the as-of line do not fit into a message.");
        return kept.Build(buttons);
    }

    private static PageBuilder? TryPlace(IReadOnlyList<LayoutUnit> units, LayoutLimits limits, IReplyMarkup markup)
    {
        var pages = new PageBuilder(limits, markup);
        for (var index = 0; index < units.Count; index++)
        {
            var unit = units[index];
            if (unit.Image is { } image)
            {
                pages.Add(image);
            }

            var next = unit.Role == UnitRole.Heading ? FirstPiece(units, index + 1) : null;
            foreach (var piece in unit.Pieces)
            {
                pages.Add(piece, next);
            }

            if (pages.Count > limits.MessageCount)
            {
                return null;
            }
        }

        return pages;
    }

    private static LayoutPiece? FirstPiece(IReadOnlyList<LayoutUnit> units, int index) =>
        index < units.Count && units[index].Pieces is [var first, ..] ? first : null;
}
