using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Testing.Chat.Layout;

/// <summary>Looks for everything that must not happen to a reply that is laid out.</summary>
public static partial class LayoutFaults
{
    private const string Closing = "There was no room for";

    /// <summary>The faults of a case; none when it is laid out right.</summary>
    public static IReadOnlyList<string> Of(LayoutCase layoutCase)
    {
        ArgumentNullException.ThrowIfNull(layoutCase);
        return Of(layoutCase, layoutCase.Lay());
    }

    /// <summary>The faults of a case that was laid out already.</summary>
    public static IReadOnlyList<string> Of(LayoutCase layoutCase, IReadOnlyList<ReplyPage> pages)
    {
        ArgumentNullException.ThrowIfNull(layoutCase);
        return [.. OverLimits(pages, layoutCase.Limits), .. Broken(pages), .. Lost(pages, layoutCase), .. Misplaced(pages, layoutCase)];
    }

    /// <summary>What is over a limit.</summary>
    public static IEnumerable<string> OverLimits(IReadOnlyList<ReplyPage> pages, LayoutLimits limits)
    {
        if (pages.Count < 1 || pages.Count > limits.MessageCount)
        {
            yield return $"{pages.Count} messages";
        }

        foreach (var page in pages)
        {
            var length = page.Sections.Sum(section => section.Text.Length);
            if (length > limits.MessageLength)
            {
                yield return $"a message of {length}";
            }

            if (page.Sections.Count < 1 || page.Sections.Count > limits.SectionCount)
            {
                yield return $"a message of {page.Sections.Count} sections";
            }

            foreach (var section in page.Sections)
            {
                var most = section.Kind == SectionKind.Heading ? Math.Min(limits.HeadingLength, limits.SectionLength) : limits.SectionLength;
                if (section.Text.Length > most || string.IsNullOrWhiteSpace(section.Text))
                {
                    yield return $"a section ({section.Kind}) of {section.Text.Length}";
                }
            }
        }
    }

    // A section starts and ends where a character as readers see it does.
    private static IEnumerable<string> Broken(IReadOnlyList<ReplyPage> pages)
    {
        foreach (var section in pages.SelectMany(page => page.Sections))
        {
            if (char.IsLowSurrogate(section.Text[0]) || char.IsHighSurrogate(section.Text[^1]) || section.Text.EnumerateRunes().Contains(Rune.ReplacementChar))
            {
                yield return "half a surrogate pair";
            }

            if (Belongs(section.Text.EnumerateRunes().First()) || section.Text[^1] == '\u200D')
            {
                yield return $"a section begins inside a character: {section.Text[..Math.Min(20, section.Text.Length)]}";
            }
        }
    }

    private static bool Belongs(Rune rune) =>
        rune.Value is 0x200D or (>= 0x1F3FB and <= 0x1F3FF)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static IEnumerable<string> Lost(IReadOnlyList<ReplyPage> pages, LayoutCase layoutCase)
    {
        var text = Squeezed(layoutCase, pages, SectionKind.Text, SectionKind.Table);
        var sources = pages.SelectMany(page => page.Sections).Where(section => section.Kind == SectionKind.Sources).SelectMany(section => Entry().Matches(section.Text)).Select(match => int.Parse(match.Groups[1].Value)).ToHashSet();
        var at = 0;
        var kept = 0;
        foreach (var sentence in layoutCase.Sentences)
        {
            var whole = Squeeze(sentence.Text) + string.Concat(sentence.Citations.Select(number => $"[{number}]"));
            var found = text.IndexOf(whole, at, StringComparison.Ordinal);
            if (found < 0)
            {
                break;
            }

            at = found + whole.Length;
            kept++;
            foreach (var number in sentence.Citations.Where(number => !sources.Contains(number)))
            {
                yield return $"source {number} is cited and not listed";
            }
        }

        // What is left out is left out from the end, and counted.
        var missing = layoutCase.Sentences.Count - kept;
        for (var left = kept; left < layoutCase.Sentences.Count; left++)
        {
            if (text.Contains($"S{left}x", StringComparison.Ordinal))
            {
                yield return $"statement {left} is damaged or out of order";
            }
        }

        var closing = text.IndexOf(Squeeze(Closing), StringComparison.Ordinal);
        if (missing > 0 && !text.Contains(Squeeze($"{Closing} {missing} more statement"), StringComparison.Ordinal))
        {
            yield return closing < 0 ? $"{missing} statements are left out and nothing says so" : "the closing line counts wrong";
        }
    }

    private static IEnumerable<string> Misplaced(IReadOnlyList<ReplyPage> pages, LayoutCase layoutCase)
    {
        if (pages.SkipLast(1).Any(page => page.Buttons.Count > 0) || !pages[^1].Buttons.SequenceEqual([layoutCase.Button]))
        {
            yield return "the buttons are not on the last message";
        }

        if (pages[^1].Sections[^1].Kind != SectionKind.AsOf)
        {
            yield return "the as-of line is not at the end";
        }

        if (pages.Any(page => page.Sections[^1].Kind == SectionKind.Heading))
        {
            yield return "a heading stands alone";
        }
    }

    private static string Squeezed(LayoutCase layoutCase, IReadOnlyList<ReplyPage> pages, params SectionKind[] kinds) => Squeeze(string.Concat(
        pages.SelectMany(page => page.Sections)
            .Where(section => kinds.Contains(section.Kind))
            .Select(section => layoutCase.Markup.Read(section.Kind == SectionKind.Table ? section.Text[4..^4] : section.Text))));

    // White space and the bullets of a list are the layout's.
    private static string Squeeze(string text) => string.Concat(text.Where(character => !char.IsWhiteSpace(character) && character != '•'));

    [GeneratedRegex(@"(?:^|\n)\[(\d+)\] ")]
    private static partial Regex Entry();
}
