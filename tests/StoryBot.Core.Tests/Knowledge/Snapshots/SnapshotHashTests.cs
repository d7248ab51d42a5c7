using System.Text;
using FsCheck;
using FsCheck.Fluent;

namespace StoryBot.Core.Tests.Knowledge.Snapshots;

public sealed class SnapshotHashTests
{
    private const string Quotes = """
        - id: q
          refs: [Q1]
          speaker: Ann Reed
          role: director
          organisation: Port Authority
          text: Work is under way.
          venue: report
          date: 2024-05-01
          as-printed: {source: blog, text: Works be under way.}
          evidence: [{source: report, paragraph: 1, excerpt: Work is under way.}]
          review: retracted
          retracted: {on: 2024-06-01, because: It was not her.}
        """;

    private const string Market = """
        - id: share
          refs: [M1]
          instrument: Bridge plc
          symbol: BRG
          measure: change
          value: -3.5
          unit: percent
          precision: more-than
          basis: close
          date: 2024-05-02
          embargo: 2024-05-03
          evidence: [{source: blog, gist: fell}]
        """;

    public static TheoryData<string, string, string> Edits { get; } = new()
    {
        { "story.yaml", "title: The harbour bridge", "title: The bridge" },
        { "story.yaml", "summary: A bridge is late.", "summary: A bridge is on time." },
        { "story.yaml", "as-of: 2024-06-30", "as-of: 2024-06-29" },
        { "story.yaml", "as-of: 2024-06-30", "as-of: 2024-06-30T00:00Z" },
        { "story.yaml", "kind: product", "kind: place" },
        { "story.yaml", "[the bridge]", "[a bridge]" },
        { "story.yaml", "aliases:", "roles:" },
        { "sources.yaml", "title: Progress report", "title: Report" },
        { "sources.yaml", "publisher: Quayside Blog", "publisher: Quay" },
        { "sources.yaml", "2024-05-02", "2024-05-03" },
        { "sources.yaml", "example.org/report", "example.org/other" },
        { "sources.yaml", "grade: A", "grade: B" },
        { "sources.yaml", "grade: A", "grade: A\n  author: Ann" },
        { "sources.yaml", "grade: A", "grade: A\n  note: Ann" },
        { "sources.yaml", "wording: unreliable", "wording: reliable" },
        { "sources/report.md", "million euros.", "million euros. Or more." },
        { "sources/report.md", "Work is under way.", "Work is under way. Yes." },
        { "sources/blog.md", "So late it is.", "So late it is.\n\nYes." },
        { "claims.yaml", "40 million euros.", "40 million Euros." },
        { "claims.yaml", "[C1]", "[C2]" },
        { "claims.yaml", "claimant: Port Authority", "claimant: Port" },
        { "claims.yaml", "[Harbour Bridge]", "[]" },
        { "claims.yaml", "status: supported", "status: partly" },
        { "claims.yaml", "topics: [cost]", "topics: [costs]" },
        { "claims.yaml", "topics: [cost]", "topics: [cost]\n  review: draft" },
        { "claims.yaml", "topics: [cost]", "topics: [cost]\n  embargo: 2024-06-01" },
        { "claims.yaml", "topics: [cost]", "topics: [cost]\n  superseded-by: q" },
        { "claims.yaml", "topics: [cost]", "topics: [cost]\n  disputes: [{by: B, source: blog, gist: g}]" },
        { "claims.yaml", "date: 2024-05-02", "date: 2024-05" },
        { "claims.yaml", "paragraph: 2, ", "" },
        { "claims.yaml", "excerpt: \"will cost", "excerpt: \"cost" },
        { "claims.yaml", "excerpt:", "gist:" },
        { "quotes.yaml", "speaker: Ann Reed", "speaker: Ann" },
        { "quotes.yaml", "role: director", "role: manager" },
        { "quotes.yaml", "organisation: Port Authority", "organisation: Port" },
        { "quotes.yaml", "text: Work is under way.\n", "text: Work is under\n" },
        { "quotes.yaml", "text: Work is under way.\n", "text: Work is under way.\n  wording: paraphrase\n" },
        { "quotes.yaml", "venue: report", "venue: room" },
        { "quotes.yaml", "{source: blog, text", "{source: report, text" },
        { "quotes.yaml", "Works be", "Works are" },
        { "quotes.yaml", "on: 2024-06-01", "on: 2024-06-02" },
        { "quotes.yaml", "It was not her.", "It was him." },
        { "market.yaml", "instrument: Bridge plc", "instrument: Bridge" },
        { "market.yaml", "symbol: BRG", "symbol: BRX" },
        { "market.yaml", "measure: change", "measure: price" },
        { "market.yaml", "value: -3.5", "value: 3.5" },
        { "market.yaml", "unit: percent", "unit: points" },
        { "market.yaml", "precision: more-than", "precision: exact" },
        { "market.yaml", "basis: close", "basis: open" },
        { "market.yaml", "embargo: 2024-05-03", "embargo: 2024-05-04" },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public void Id_AfterAnEditOfWhatIsSaid_Differs(string file, string old, string replacement)
    {
        using var pack = FullPack();
        var before = pack.LoadGood().Id;

        pack.Replace(file, old, replacement);

        Assert.NotEqual(before, pack.LoadGood().Id);
    }

    [Theory]
    [InlineData("claims.yaml", "- id: cost", "# A remark.\n\n- id:   \"cost\" # another")]
    [InlineData("claims.yaml", "topics: [cost]", "topics:\n    - cost")]
    [InlineData("claims.yaml", "topics: [cost]", "topics: [cost]\n  review: reviewed")]
    [InlineData("story.yaml", "kind: product", "kind: Product")]
    [InlineData("sources/report.md", "# Progress report", "# Another title")]
    [InlineData("sources/report.md", "Work is under way.", "Work is\n  under way.  ")]
    public void Id_AfterAnEditOfTheForm_IsTheSame(string file, string old, string replacement)
    {
        using var pack = FullPack();
        var before = pack.LoadGood().Id;

        pack.Replace(file, old, replacement);

        Assert.Equal(before, pack.LoadGood().Id);
    }

    [Fact]
    public void Id_OfTheSameFilesElsewhereWrittenInAnotherOrder_IsTheSame()
    {
        using var pack = FullPack();
        using var other = new TemporaryPack();
        other.Write("market.yaml", Market);
        other.Write("sources/report.md", TemporaryPack.Text);
        other.Write("quotes.yaml", Quotes);
        other.Write("story.yaml", TemporaryPack.Story);
        File.SetLastWriteTimeUtc(other.PathOf("story.yaml"), new DateTime(2001, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal(pack.LoadGood().Id, other.LoadGood().Id);
        Assert.Matches("^[0-9a-f]{16}$", pack.LoadGood().Id.Value);
    }

    [Fact]
    public void Id_WhateverTheLineEndingsAndComments_IsTheSame()
    {
        using var pack = FullPack();
        var expected = pack.LoadGood().Id;
        var lines = File.ReadAllLines(pack.PathOf("claims.yaml"));

        Prop.ForAll(
            Gen.Elements("\n", "\r\n", " \n", "\n\n", "\n# remark\n").ArrayOf(lines.Length).ToArbitrary(),
            ends =>
            {
                var text = string.Concat(lines.Zip(ends, (line, end) => line + end));
                pack.Write("claims.yaml", Encoding.UTF8.GetBytes(text));
                return pack.LoadGood().Id == expected;
            }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(50));
    }

    private static TemporaryPack FullPack()
    {
        var pack = new TemporaryPack();
        pack.Write("quotes.yaml", Quotes);
        pack.Write("market.yaml", Market);
        return pack;
    }
}
