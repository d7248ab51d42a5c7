using StoryBot.Core.Knowledge.Linting;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>
/// Turns parser events into values that know their lines. An alias shares the value of its anchor, so that memory stays
/// in proportion to the file however far the aliases would expand; the expanded size is counted and limited, because
/// everything that reads the values walks them expanded.
/// </summary>
internal sealed class YamlComposer(IParser parser)
{
    /// <summary>How many values one record or story may hold with its aliases expanded.</summary>
    internal const long SizeLimit = 1_000_000;

    /// <summary>How deep values may be nested; the deepest that a pack needs is 4.</summary>
    internal const int DepthLimit = 32;

    private readonly Dictionary<AnchorName, YamlNode?> _anchors = [];

    /// <summary>The next value in the events, which must stand at its start.</summary>
    public YamlNode Next() => Next(1);

    private static int LineOf(ParsingEvent parsed) => (int)parsed.Start.Line;

    private YamlNode Next(int level)
    {
        if (level > DepthLimit)
        {
            throw new YamlReadException(
                LintId.YamlTooLarge,
                LineOf(parser.Current!),
                $"Values are nested more than {DepthLimit} levels deep here.",
                "Check the brackets and the indentation: no key of a pack needs such nesting.");
        }

        if (parser.Accept<AnchorAlias>(out _))
        {
            return Resolve(parser.Consume<AnchorAlias>(), level);
        }

        var anchor = parser.Accept<NodeEvent>(out var start) ? start.Anchor : AnchorName.Empty;
        if (!anchor.IsEmpty)
        {
            // Known but without a value until it is complete, so that a value which holds itself is noticed.
            _anchors[anchor] = null;
        }

        var node = Compose(level);
        if (!anchor.IsEmpty)
        {
            _anchors[anchor] = node;
        }

        return node;
    }

    private YamlNode Compose(int level)
    {
        if (parser.TryConsume<SequenceStart>(out var sequence))
        {
            return ComposeList(sequence, level);
        }

        if (parser.TryConsume<MappingStart>(out var mapping))
        {
            return ComposeMap(mapping, level);
        }

        var scalar = parser.Consume<Scalar>();
        return new YamlScalar(scalar.Value, scalar.Style == ScalarStyle.Plain, LineOf(scalar));
    }

    private YamlList ComposeList(SequenceStart start, int level)
    {
        var items = new List<YamlNode>();
        var size = 1L;
        var depth = 0;
        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            var item = Next(level + 1);
            items.Add(item);
            size = Grow(size, item);
            depth = Math.Max(depth, item.Depth);
        }

        return new YamlList(items, LineOf(start), size, depth + 1);
    }

    private YamlMap ComposeMap(MappingStart start, int level)
    {
        var entries = new List<YamlMap.Entry>();
        var size = 1L;
        var depth = 0;
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            var line = LineOf(parser.Current!);
            var key = Next(level + 1) as YamlScalar
                ?? throw new YamlReadException(LintId.YamlSyntax, line, "A key is a list or a mapping.", "Write the key as plain text.");
            var value = Next(level + 1);
            entries.Add(new YamlMap.Entry(key.Text, line, value));
            size = Grow(size, value);
            depth = Math.Max(depth, value.Depth);
        }

        return new YamlMap(entries, LineOf(start), size, depth + 1);
    }

    private YamlNode Resolve(AnchorAlias alias, int level)
    {
        var line = LineOf(alias);
        if (!_anchors.TryGetValue(alias.Value, out var node))
        {
            throw new YamlReadException(
                LintId.YamlSyntax, line, $"The alias '*{alias.Value}' has no anchor before it.", $"Write '&{alias.Value}' at the value that is meant, or quote the text.");
        }

        if (node is null)
        {
            throw new YamlReadException(LintId.YamlTooLarge, line, $"The anchor '&{alias.Value}' holds itself.", "Write the value out instead of the alias.");
        }

        return level + node.Depth <= DepthLimit + 1
            ? node
            : throw new YamlReadException(
                LintId.YamlTooLarge, line, $"Aliases nest more than {DepthLimit} levels deep here.", "Write the values out instead of the aliases.");
    }

    private static long Grow(long size, YamlNode part) =>
        size + part.Size <= SizeLimit
            ? size + part.Size
            : throw new YamlReadException(
                LintId.YamlTooLarge,
                part.Line,
                $"The anchors expand to more than {SizeLimit:N0} values here.",
                "Write the values out instead of the aliases.");
}
