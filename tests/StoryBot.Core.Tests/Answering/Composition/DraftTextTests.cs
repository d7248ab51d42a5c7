using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Answering.Composition;

public class DraftTextTests
{
    private static readonly CitedSupport First = Passage(1);
    private static readonly CitedSupport Second = Passage(2);

    [Fact]
    public void Read_MarkersAfterSentences_CitationsBelongToTheSentenceBeforeThem()
    {
        var draft = DraftText.Read("The bridge closed. [1] Nobody was hurt [2].", Ledger());

        Assert.Equal(2, draft.Sentences.Count);
        Assert.Equal("The bridge closed.", draft.Sentences[0].Text);
        Assert.Equal([First], draft.Sentences[0].Citations);
        Assert.Equal([Second], draft.Sentences[1].Citations);
    }

    [Theory]
    [InlineData("It closed [1][2].")]
    [InlineData("It closed [1, 2].")]
    [InlineData("It closed [1; 2].")]
    [InlineData("It closed [^1] [^2].")]
    [InlineData("It closed 【1】【2】.")]
    [InlineData("It closed 【1†source】【2†source 9】.")]
    public void Read_EveryWayOfCitingTwice_GivesBothCitations(string text)
    {
        var sentence = Assert.Single(DraftText.Read(text, Ledger()).Sentences);

        Assert.Equal([First, Second], sentence.Citations);
        Assert.Equal("It closed.", sentence.Text);
    }

    [Fact]
    public void Read_NumberThatTheLedgerLacks_CitesNothing()
    {
        var sentence = Assert.Single(DraftText.Read("It closed [7].", Ledger()).Sentences);

        var citation = Assert.Single(sentence.Citations);
        Assert.Null(citation.Record);
        Assert.Null(citation.Passage);
    }

    [Fact]
    public void Read_ListAndTable_KeepTheirLayout()
    {
        var draft = DraftText.Read("- one [1]\n| Measure | A |\n|---|---|\n| toll | 4 | [2]", Ledger());

        Assert.Equal([SentenceLayout.ListItem, SentenceLayout.TableRow, SentenceLayout.TableRow], draft.Sentences.Select(s => s.Layout));
        Assert.Equal("toll | 4", draft.Sentences[2].Text);
    }

    [Fact]
    public void Read_SentenceWithoutMarker_HasNoCitation()
    {
        var sentence = Assert.Single(DraftText.Read("It closed.", Ledger()).Sentences);

        Assert.Empty(sentence.Citations);
    }

    [Fact]
    public void Write_ThenRead_GivesTheSameDraft()
    {
        var draft = new DraftAnswer(
        [
            new DraftSentence("It closed on 3 May.", [First]),
            new DraftSentence("Tolls rose 4.5%.", [First, Second], SentenceLayout.ListItem),
            new DraftSentence("Measure | North | South", [Second], SentenceLayout.TableRow),
        ]);
        var ledger = new CitationLedger();

        var read = DraftText.Read(DraftText.Write(draft, ledger), ledger);

        Assert.Equal(draft.Sentences.Select(s => s.Text), read.Sentences.Select(s => s.Text));
        Assert.Equal(draft.Sentences.Select(s => s.Layout), read.Sentences.Select(s => s.Layout));
        Assert.Equal(draft.Sentences.SelectMany(s => s.Citations), read.Sentences.SelectMany(s => s.Citations));
    }

    private static CitationLedger Ledger()
    {
        var ledger = new CitationLedger();
        ledger.NumberOf(First);
        ledger.NumberOf(Second);
        return ledger;
    }

    private static CitedSupport Passage(int paragraph) => new()
    {
        Passage = new Passage(new PassageId(new SourceId("report"), paragraph), "It closed on 3 May."),
    };
}
