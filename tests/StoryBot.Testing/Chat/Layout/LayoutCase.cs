using System.Text;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Replies.Layout;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Testing.Chat.Layout;

/// <summary>
/// A random reply with random limits, the same for the same seed: statements in every script, up to and beyond every limit, with
/// citations, their sources, headings, the bot's own words, and the as-of line.
/// </summary>
public sealed class LayoutCase
{
    // Letters, marks, pairs and clusters that readers see as one character, and what platforms read as markup. No brackets
    // and no digits: those only stand in markers and in the sentences' own numbers.
    private static readonly string[] Atoms =
    [
        "a", "e", "n", "t", "S", ".", ",", " ", " ", " ", "é", "e\u0301", "a\u0308\u0323", "語", "た", "Ж", "\U0001F600", "\U0001F468\u200D\U0001F469\u200D\U0001F467",
        "\U0001F1E9\U0001F1EA", "\U0001D11E", "\U00020000", "\U0001F44D\U0001F3FD", "&", "<", ">", "*", "_", "~", "`", "@everyone", "#", "$", "%", "\u0926\u0947\u0935\u0928\u093E",
    ];

    private readonly Random _random;

    private LayoutCase(int seed)
    {
        Seed = seed;
#pragma warning disable CA5394 // Test data, not a secret.
        _random = new Random(seed);
        Markup = TestMarkup.All[_random.Next(TestMarkup.All.Count)];
        Limits = new LayoutLimits(_random.Next(200, 700), _random.Next(3, 12), _random.Next(400, 2_500), _random.Next(1, 7))
        {
            HeadingLength = _random.Next(10, 160),
        };
        Sentences = [.. Enumerable.Range(0, _random.Next(0, 25)).Select(Sentence)];
#pragma warning restore CA5394
        var writer = new UnitWriter(Limits, Markup);
        writer.Heading(Text(30) + "h");
        writer.Note("The bot's own words. " + Text(60));
        writer.Statements(Sentences, firstNumber: 1);
        writer.Sources(new ReplyBlock.Sources([.. Enumerable.Range(1, Cited).Select(Citation)], WithExcerpts: seed % 3 == 0));
        writer.AsOf(new ReplyBlock.AsOf("2031-05-01", "invented", "0123456789abcdef"));
        Units = writer.Units;
    }

    /// <summary>What it was made from.</summary>
    public int Seed { get; }

    /// <summary>The limits.</summary>
    public LayoutLimits Limits { get; }

    /// <summary>The markup.</summary>
    public TestMarkup Markup { get; }

    /// <summary>The statements in order; each begins with its own number.</summary>
    public IReadOnlyList<VerifiedSentence> Sentences { get; }

    /// <summary>How many sources are cited.</summary>
    public int Cited => Sentences.Count == 0 ? 0 : Sentences.Max(sentence => sentence.Citations.Max());

    /// <summary>The button under it.</summary>
    public ReplyButton Button { get; } = new("Sources", new ChatAction.ShowSources(new AnswerId("a1")));

    internal IReadOnlyList<LayoutUnit> Units { get; }

    /// <summary>The case of a seed.</summary>
    public static LayoutCase Of(int seed) => new(seed);

    /// <summary>Lays it out.</summary>
    public IReadOnlyList<ReplyPage> Lay() => ReplyLayout.Lay(Units, [Button], Limits, Markup);

#pragma warning disable CA5394 // Test data, not a secret.
    private VerifiedSentence Sentence(int index)
    {
        var layout = (SentenceLayout)_random.Next(3);
        var length = _random.Next(10) switch { 0 => Limits.SectionLength * 3, 1 => Limits.SectionLength, 2 => Limits.SectionLength - 6, _ => 80 };
        var text = $"S{index}x" + (layout == SentenceLayout.TableRow ? string.Join(" | ", Text(20), Text(length), Text(9)) : Text(length)) + "x.";
        var citations = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => _random.Next(1, 9)).Distinct();
        return new VerifiedSentence(text, [.. citations], layout);
    }

    // About so many UTF-16 units; now and then one word without a space.
    private string Text(int length)
    {
        var text = new StringBuilder();
        var isOneWord = _random.Next(12) == 0;
        var most = _random.Next(1, length + 1);
        while (text.Length < most)
        {
            var atom = Atoms[_random.Next(Atoms.Length)];
            text.Append(isOneWord ? atom.Trim() : atom);
        }

        return text.ToString();
    }

    private Citation Citation(int number) => new(
        number,
        Record: null,
        new Source
        {
            Id = new SourceId("source"),
            Title = Text(60) + "t",
            Publisher = Text(20) + "p",
            Grade = SourceGrade.B,
            Url = _random.Next(2) == 0 ? new Uri("https://example.org/" + new string('a', _random.Next(1, 300))) : null,
        },
        _random.Next(1, 30),
        Text(Limits.SectionLength * 2));
#pragma warning restore CA5394
}
