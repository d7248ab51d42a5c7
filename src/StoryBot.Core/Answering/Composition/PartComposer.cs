using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Selection;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>
/// Writes the answer to one question part from the records selected for it: the direct answer first, then how it stands,
/// lists as lists and figures side by side as a table. Every word comes from the records or frames them.
/// </summary>
internal sealed class PartComposer
{
    // Two to five sentences unless the answer is a list or a table.
    private const int ProseLimit = 5;

    private readonly KnowledgeSnapshot _snapshot;
    private readonly Support _support;
    private readonly ClaimWriter _claims;
    private readonly QuoteWriter _quotes;
    private readonly FigureWriter _figures;

    public PartComposer(StoryProfile profile)
    {
        _snapshot = profile.Snapshot;
        _support = new Support(_snapshot);
        _claims = new ClaimWriter(_snapshot, profile, _support);
        _quotes = new QuoteWriter(_support);
        _figures = new FigureWriter(_snapshot, _support);
    }

    /// <summary>Adds the answer to the draft.</summary>
    public void Write(EvidenceSelection selection, DraftBuilder draft, ReaderScope scope)
    {
        var part = selection.Part;
        if (selection.Passages.Count > 0)
        {
            PassageWriter.Write(part, selection.Passages, draft);
        }
        else if (part.Intent == Intent.Timeline)
        {
            WriteTimeline(selection.Records, draft);
        }
        else if (part.Intent == Intent.Source)
        {
            WriteSources(selection.Records[0], draft, scope);
        }
        else if (part.Intent == Intent.WhoDisputes)
        {
            WriteDisputes(selection.Records, draft, scope);
        }
        else if (part.Intent == Intent.Compare && FigureTable.From(selection.Records) is { } table)
        {
            WriteProse(selection with { Records = [.. selection.Records.Where(record => record is not MarketFact).Take(1)] }, draft, scope);
            table.Write(draft, _support);
        }
        else if (part.Intent is Intent.List or Intent.Summary && selection.Records.Count > 2)
        {
            WriteList(selection.Records, draft);
        }
        else
        {
            WriteProse(selection, draft, scope);
        }
    }

    private void WriteProse(EvidenceSelection selection, DraftBuilder draft, ReaderScope scope)
    {
        draft.Limit = draft.Count + ProseLimit;
        var leadWithVerdict = selection.Part.Intent is Intent.IsItTrue or Intent.ClaimStatus && selection.IsRestated;
        var figures = selection.Records.OfType<MarketFact>().ToList();
        var isFirst = true;
        foreach (var record in selection.Records)
        {
            switch (record)
            {
                case Claim claim:
                    _claims.Write(claim, draft, scope, leadWithVerdict && isFirst, isFirst ? selection.Detail : null);
                    break;
                case Quote quote:
                    _quotes.Write(quote, draft);
                    break;
                case MarketFact:
                    WriteFigures(figures, draft, selection.IsAgainstPremise && isFirst);
                    break;
            }

            isFirst = false;
        }

        draft.Limit = int.MaxValue;
    }

    private void WriteFigures(List<MarketFact> figures, DraftBuilder draft, bool isAgainstPremise)
    {
        draft.Limit = int.MaxValue;
        var layout = figures.Select(fact => (fact.Instrument, fact.Basis)).Distinct().Count() > 4 ? SentenceLayout.ListItem : SentenceLayout.Prose;
        _figures.Write(figures, draft, layout, isAgainstPremise ? "The figures say otherwise: " : string.Empty);
    }

    private void WriteTimeline(IReadOnlyList<KnowledgeRecord> records, DraftBuilder draft)
    {
        foreach (var record in records.Where(draft.Begin))
        {
            var when = record.Date is { } date ? DateWords.InWords(date) + ": " : string.Empty;
            draft.Add(when + Line(record), _support.Of(record), SentenceLayout.ListItem);
        }
    }

    /// <summary>Adds the records as a list, a line each.</summary>
    public void WriteList(IReadOnlyList<KnowledgeRecord> records, DraftBuilder draft)
    {
        _figures.Write(records.OfType<MarketFact>(), draft, SentenceLayout.ListItem);
        foreach (var record in records.Where(draft.Begin))
        {
            draft.Add(Line(record), _support.Of(record), SentenceLayout.ListItem);
        }
    }

    private void WriteDisputes(IReadOnlyList<KnowledgeRecord> records, DraftBuilder draft, ReaderScope scope)
    {
        foreach (var record in records)
        {
            if (record is Claim claim)
            {
                _claims.WriteDisputed(claim, draft, scope);
            }
            else
            {
                WriteProse(new EvidenceSelection { Part = new QuestionPart { Text = string.Empty, Intent = Intent.Fact }, Records = [record] }, draft, scope);
            }
        }
    }

    private void WriteSources(KnowledgeRecord record, DraftBuilder draft, ReaderScope scope)
    {
        draft.Begin(record);
        draft.Add(Line(record), _support.Of(record));
        if (record.Review == ReviewState.Retracted)
        {
            return;
        }

        for (var i = 0; i < record.Evidence.Count; i++)
        {
            if (_snapshot.Find(record.Evidence[i].Source) is { } source)
            {
                draft.Add(SourceWords.Line(source, record.Evidence[i]), [Support.At(record, i)], SentenceLayout.ListItem);
            }
        }

        if (record is Claim claim)
        {
            _claims.WriteStanding(claim, draft, scope);
        }
    }

    private string Line(KnowledgeRecord record) => record switch
    {
        Claim { Review: ReviewState.Retracted } claim => _claims.RetractionSentence(claim),
        Claim claim => _claims.Attributed(claim),
        Quote quote => QuoteWriter.Sentence(quote),
        MarketFact fact => _figures.Sentence([fact]),
        _ => throw new ArgumentOutOfRangeException(nameof(record), record.GetType().Name, "There are three kinds of record."),
    };
}
