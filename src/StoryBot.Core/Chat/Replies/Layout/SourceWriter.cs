using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Replies.Layout;

/// <summary>Writes the entries of a list of sources: publisher, title with its link, date, paragraph, and the source's words.</summary>
internal sealed class SourceWriter(IReplyMarkup markup, int limit)
{
    private readonly int _limit = limit - Label(markup).Length;

    /// <summary>The line above the first entry of a reply; every entry leaves room for it.</summary>
    public static string Label(IReplyMarkup markup) => markup.Bold(markup.Escape("Sources")) + LayoutPiece.Line;

    /// <summary>The pieces of one entry.</summary>
    public IEnumerable<LayoutPiece> Write(Citation citation, int number, bool withExcerpt)
    {
        var entry = Entry(citation, number);
        if (entry.Length <= _limit)
        {
            yield return new LayoutPiece(SectionKind.Sources, entry, LayoutPiece.Line);
        }
        else
        {
            // Without its link, which cannot be divided.
            var isStart = true;
            foreach (var (part, glue) in TextSplitter.Split(Plain(citation, number), markup.Escape, _limit))
            {
                yield return new LayoutPiece(SectionKind.Sources, markup.Escape(part), isStart ? LayoutPiece.Line : glue);
                isStart = false;
            }
        }

        foreach (var piece in withExcerpt ? Excerpt(citation) : [])
        {
            yield return piece;
        }
    }

    private IEnumerable<LayoutPiece> Excerpt(Citation citation)
    {
        var words = TextSplitter.WellFormed(string.Join(' ', citation.Excerpt.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        var text = IsVerbatim(citation) ? $"“{words}”" : words;
        var isFirst = true;
        foreach (var (part, glue) in words.Length == 0 ? [] : TextSplitter.Split(text, Slanted, _limit))
        {
            yield return new LayoutPiece(SectionKind.Sources, Slanted(part), isFirst ? LayoutPiece.Line : glue);
            isFirst = false;
        }
    }

    private string Slanted(string plain) => markup.Italic(markup.Escape(plain));

    private string Entry(Citation citation, int number)
    {
        var title = markup.Escape(Title(citation));
        var shown = citation.Source.Url is { } url ? markup.Link(title, url) : title;
        var publisher = Line(citation.Source.Publisher);
        var start = publisher.Length == 0 ? string.Empty : markup.Escape(publisher + ", ");
        var rest = Rest(citation);
        return $"[{number}] {start}{shown}{(rest.Length == 0 ? string.Empty : markup.Escape(rest))}";
    }

    private static string Plain(Citation citation, int number) => $"[{number}] {Line(citation.Source.Publisher)}, {Title(citation)}{Rest(citation)}";

    private static string Title(Citation citation) => Line(citation.Source.Title) is { Length: > 0 } title ? $"“{title}”" : citation.Source.Id.Value;

    private static string Rest(Citation citation)
    {
        var published = citation.Source.Published is { } date ? $", {date}" : string.Empty;
        return published + (citation.Paragraph is { } paragraph ? $", paragraph {paragraph}" : string.Empty);
    }

    private static string Line(string text) => TextSplitter.WellFormed(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));

    // A gist is the curators' wording: in quotation marks it would be put into the source's mouth.
    private static bool IsVerbatim(Citation citation)
    {
        if (citation.Record is not { } record)
        {
            return !citation.Source.WordingUnreliable;
        }

        var evidence = record is Claim claim ? record.Evidence.Concat(claim.Disputes.Select(dispute => dispute.Evidence)) : record.Evidence;
        return evidence.Any(piece => piece.Excerpt == citation.Excerpt);
    }
}
