namespace StoryBot.Core.Chat.Replies.Layout;

/// <summary>Places pieces one after the other, and begins a section or a message where the next does not fit. For one thread.</summary>
internal sealed class PageBuilder(LayoutLimits limits, IReplyMarkup markup)
{
    private readonly List<(List<PageSection> Sections, List<ReplyBlock.Image> Images)> _pages = [];
    private readonly List<ReplyBlock.Image> _waiting = [];
    private string _open = string.Empty;
    private bool _hasSources;

    /// <summary>How many messages there are so far.</summary>
    public int Count => _pages.Count;

    private List<PageSection>? Sections => _pages.Count == 0 ? null : _pages[^1].Sections;

    /// <summary>Places a piece.</summary>
    /// <param name="piece">The piece.</param>
    /// <param name="next">What has to stand in the same message; null for nothing.</param>
    public void Add(LayoutPiece piece, LayoutPiece? next = null)
    {
        if (TryExtend(piece))
        {
            return;
        }

        if (piece.Kind == SectionKind.Sources && !_hasSources)
        {
            piece = piece with { Text = SourceWriter.Label(markup) + piece.Text };
            _hasSources = true;
        }

        var written = Write(piece.Kind, piece.Text);
        var length = written.Length + (next is null ? 0 : Write(next.Kind, next.Text).Length);
        var count = next is null ? 1 : 2;
        if (Sections is not { } sections || sections.Count + count > limits.SectionCount || LengthOf(sections) + length > limits.MessageLength)
        {
            BeginPage();
        }

        Sections!.Add(new PageSection(piece.Kind, written));
        _open = piece.Text;
    }

    /// <summary>Places a picture with what was placed last, or with what comes first.</summary>
    public void Add(ReplyBlock.Image image) => (_pages.Count == 0 ? _waiting : _pages[^1].Images).Add(image);

    /// <summary>The messages.</summary>
    public IReadOnlyList<ReplyPage> Build(IReadOnlyList<ReplyButton> buttons)
    {
        if (_waiting is [var image, ..])
        {
            // A message needs words: here the picture's own.
            var words = string.IsNullOrWhiteSpace(image.AltText) ? image.FileName : image.AltText;
            Add(new LayoutPiece(SectionKind.Text, markup.Escape(TextSplitter.Cut(words, markup.Escape, Math.Min(limits.SectionLength, limits.MessageLength)))));
        }

        return [.. _pages.Select((page, index) => new ReplyPage(page.Sections)
        {
            Images = page.Images,
            Buttons = index == _pages.Count - 1 ? buttons : [],
        })];
    }

    private static int LengthOf(List<PageSection> sections) => sections.Sum(section => section.Text.Length);

    private void BeginPage()
    {
        _pages.Add(([], [.. _waiting]));
        _waiting.Clear();
    }

    private bool TryExtend(LayoutPiece piece)
    {
        if (Sections is not [.., var last] || last.Kind != piece.Kind || piece.Glue is null || piece.Kind is SectionKind.Heading or SectionKind.AsOf)
        {
            return false;
        }

        var text = _open + piece.Glue + piece.Text;
        var written = Write(piece.Kind, text);
        if (written.Length > limits.SectionLength || LengthOf(Sections) - last.Text.Length + written.Length > limits.MessageLength)
        {
            return false;
        }

        Sections[^1] = new PageSection(piece.Kind, written);
        _open = text;
        return true;
    }

    // Rows are written together: letters of one width have a frame around the whole table.
    private string Write(SectionKind kind, string text) => kind == SectionKind.Table ? markup.Preformatted(text) : text;
}
