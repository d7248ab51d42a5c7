namespace StoryBot.Core.Chat.Replies.Layout;

/// <summary>
/// Leaves out the end of a reply that is too long: what is kept keeps its sources, sources that nothing cites any more go, and a
/// closing line says what is missing. Immutable.
/// </summary>
internal sealed class ReplyShortener
{
    private readonly IReadOnlyList<LayoutUnit> _units;
    private readonly IReplyMarkup _markup;
    private readonly HashSet<int> _stated;

    /// <summary>A shortener of these units.</summary>
    public ReplyShortener(IReadOnlyList<LayoutUnit> units, IReplyMarkup markup)
    {
        _units = units;
        _markup = markup;
        _stated = [.. units.Where(unit => unit.Role == UnitRole.Statement).SelectMany(unit => unit.Numbers)];
        Count = units.Count(IsInOrder);
    }

    /// <summary>How many units are kept or left out by their order.</summary>
    public int Count { get; }

    /// <summary>The reply with the first so many of these units.</summary>
    public IReadOnlyList<LayoutUnit> Keep(int count)
    {
        var inOrder = _units.Where(IsInOrder).ToList();
        var kept = inOrder.Take(count).ToList();
        while (kept is [.., { Role: UnitRole.Heading }])
        {
            kept.RemoveAt(kept.Count - 1);
        }

        var left = inOrder.Skip(kept.Count).ToList();
        var cited = kept.Where(unit => unit.Role == UnitRole.Statement).SelectMany(unit => unit.Numbers).ToHashSet();
        var sources = _units.Where(unit => unit.Role == UnitRole.Source && !IsInOrder(unit) && unit.Numbers.Any(cited.Contains));
        return left.Count == 0 ? _units : [.. kept, Closing(left), .. sources, .. _units.Where(unit => unit.Role == UnitRole.AsOf)];
    }

    // A source that a statement cites follows the statement; one that stands by itself has its own place.
    private bool IsInOrder(LayoutUnit unit) =>
        unit.Role != UnitRole.AsOf && !(unit.Role == UnitRole.Source && unit.Numbers.Any(_stated.Contains));

    private LayoutUnit Closing(List<LayoutUnit> left)
    {
        var statements = left.Count(unit => unit.Role == UnitRole.Statement);
        var sources = left.Count(unit => unit.Role == UnitRole.Source);
        var what = (statements, sources) switch
        {
            (0, 0) => "the rest",
            (0, 1) => "1 more source",
            (0, _) => $"{sources} more sources",
            (1, _) => "1 more statement",
            _ => $"{statements} more statements",
        };
        var text = $"There was no room for {what}. Ask for less at once to see it all.";
        return new LayoutUnit(UnitRole.Words, [new LayoutPiece(SectionKind.Text, _markup.Escape(text))]);
    }
}
