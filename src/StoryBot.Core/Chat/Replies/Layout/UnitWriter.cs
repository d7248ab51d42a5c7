using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification;

namespace StoryBot.Core.Chat.Replies.Layout;

/// <summary>Writes the blocks of a reply as units, each piece of which fits into a section. For one thread.</summary>
internal sealed class UnitWriter(LayoutLimits limits, IReplyMarkup markup)
{
    private const string Bullet = "• ";

    // Sources and markers are told apart from the text by position, not by form: these are the bot's own and are not escaped.
    private readonly int _limit = Math.Min(limits.SectionLength, limits.MessageLength);
    private readonly List<LayoutUnit> _units = [];

    /// <summary>The units so far.</summary>
    public IReadOnlyList<LayoutUnit> Units => _units;

    /// <summary>Adds a block.</summary>
    public void Add(ReplyBlock block)
    {
        switch (block)
        {
            case ReplyBlock.Heading heading:
                Heading(heading.Text);
                break;
            case ReplyBlock.Note note:
                Note(note.Text);
                break;
            case ReplyBlock.Statements statements:
                Statements(statements.Answer.Sentences, statements.FirstNumber);
                break;
            case ReplyBlock.Sources sources:
                Sources(sources);
                break;
            case ReplyBlock.Image image:
                _units.Add(new LayoutUnit(UnitRole.Words, []) { Image = image });
                break;
            case ReplyBlock.AsOf asOf:
                AsOf(asOf);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(block), block, null);
        }
    }

    /// <summary>Adds a heading, cut to one line.</summary>
    public void Heading(string text)
    {
        var line = string.Join(' ', TextSplitter.WellFormed(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var cut = TextSplitter.Cut(line, Longer, Math.Min(limits.HeadingLength, _limit));
        if (cut.Length > 0)
        {
            _units.Add(new LayoutUnit(UnitRole.Heading, [new LayoutPiece(SectionKind.Heading, cut)]));
        }
    }

    /// <summary>Adds the bot's own words, a unit a sentence.</summary>
    public void Note(string text)
    {
        foreach (var (sentence, glue) in TextSplitter.Sentences(TextSplitter.WellFormed(text)))
        {
            AddUnit(UnitRole.Words, Text(sentence, glue));
        }
    }

    /// <summary>Adds verified statements with the markers of their citations.</summary>
    public void Statements(IReadOnlyList<VerifiedSentence> sentences, int firstNumber)
    {
        var table = TableColumns.Of(sentences);
        SentenceLayout? before = null;
        foreach (var sentence in sentences)
        {
            var text = TextSplitter.WellFormed(sentence.Text);
            int[] numbers = [.. sentence.Citations.Select(number => number + firstNumber - 1)];
            var markers = numbers.Select(number => $"[{number}]").ToList();
            var glue = GlueBetween(before, sentence.Layout);
            var pieces = sentence.Layout == SentenceLayout.TableRow
                ? Row(table.Align(text), markers)
                : Text(text, glue, sentence.Layout == SentenceLayout.ListItem ? Bullet : string.Empty, markers);
            AddUnit(UnitRole.Statement, pieces, numbers);
            before = sentence.Layout;
        }
    }

    /// <summary>Adds the entries of a list of sources.</summary>
    public void Sources(ReplyBlock.Sources sources)
    {
        var writer = new SourceWriter(markup, _limit);
        foreach (var citation in sources.Citations)
        {
            var number = citation.Number + sources.FirstNumber - 1;
            AddUnit(UnitRole.Source, writer.Write(citation, number, sources.WithExcerpts), number);
        }
    }

    /// <summary>Adds the as-of line.</summary>
    public void AsOf(ReplyBlock.AsOf asOf)
    {
        var text = TextSplitter.WellFormed($"As of {asOf.Date} ({asOf.Story}, knowledge {asOf.Knowledge})");
        var line = markup.Escape(TextSplitter.Cut(text, markup.Escape, LayoutLimits.LeastSectionLength));
        AddUnit(UnitRole.AsOf, [new LayoutPiece(SectionKind.AsOf, line)]);
    }

    private static string GlueBetween(SentenceLayout? before, SentenceLayout after) => (before, after) switch
    {
        (SentenceLayout.Prose, SentenceLayout.Prose) => LayoutPiece.Space,
        (null, _) or (SentenceLayout.ListItem or SentenceLayout.TableRow, SentenceLayout.Prose) => LayoutPiece.Paragraph,
        _ => LayoutPiece.Line,
    };

    private void AddUnit(UnitRole role, IEnumerable<LayoutPiece> pieces, params int[] numbers)
    {
        LayoutPiece[] shown = [.. pieces.Where(piece => !string.IsNullOrWhiteSpace(piece.Text))];
        if (shown.Length > 0)
        {
            _units.Add(new LayoutUnit(role, shown) { Numbers = numbers });
        }
    }

    // The markers stay with the end of their sentence unless they fill half a section by themselves.
    private IEnumerable<LayoutPiece> Text(string text, string glue, string prefix = "", IReadOnlyList<string>? markers = null)
    {
        var suffix = markers is { Count: > 0 } ? " " + string.Concat(markers) : string.Empty;
        var isApart = suffix.Length > _limit / 2;
        var room = _limit - prefix.Length - (isApart ? 0 : suffix.Length);
        var parts = TextSplitter.Split(text, markup.Escape, room).ToList();
        for (var index = 0; index < parts.Count; index++)
        {
            var written = (index == 0 ? prefix : string.Empty) + markup.Escape(parts[index].Text) + (index == parts.Count - 1 && !isApart ? suffix : string.Empty);
            yield return new LayoutPiece(SectionKind.Text, written, index == 0 ? glue : parts[index].Glue);
        }

        foreach (var run in isApart ? Runs(markers!) : [])
        {
            yield return new LayoutPiece(SectionKind.Text, run, LayoutPiece.Space);
        }
    }

    private IEnumerable<LayoutPiece> Row(string row, List<string> markers)
    {
        var suffix = markers.Count > 0 ? " " + string.Concat(markers) : string.Empty;
        if (markup.Preformatted(row + suffix).Length <= _limit)
        {
            return [new LayoutPiece(SectionKind.Table, row + suffix, LayoutPiece.Line)];
        }

        // A row that no section holds is told as text.
        return Text(row, LayoutPiece.Paragraph, string.Empty, markers);
    }

    private IEnumerable<string> Runs(IReadOnlyList<string> markers)
    {
        var run = string.Empty;
        foreach (var marker in markers)
        {
            if (run.Length + marker.Length > _limit)
            {
                yield return run;
                run = string.Empty;
            }

            run += marker;
        }

        yield return run;
    }

    // A platform either takes a heading as it is or escapes it: the longer of the two has to fit.
    private string Longer(string plain)
    {
        var escaped = markup.Escape(plain);
        return escaped.Length > plain.Length ? escaped : plain;
    }
}
