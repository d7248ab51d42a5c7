using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Support;

/// <summary>Puts together what a citation can support: the record's own fields, its evidence, and the cited source.</summary>
internal static class SupportWriter
{
    /// <summary>The words of a record that is cited for one piece of its evidence, which must be in range.</summary>
    public static SupportTexts Write(KnowledgeSnapshot snapshot, KnowledgeRecord record, int evidenceIndex)
    {
        var texts = new SupportTexts { Record = record };
        switch (record)
        {
            case Claim claim:
                AddClaim(texts, claim);
                break;
            case Quote quote:
                AddQuote(texts, quote);
                break;
            case MarketFact fact:
                MarketFactWriter.Add(texts, fact);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(record), record, null);
        }

        for (var index = 0; index < record.EvidenceCount(); index++)
        {
            AddEvidence(texts, snapshot, record.EvidenceAt(index), index == evidenceIndex);
        }

        AddDate(texts, record.Date);
        AddDate(texts, record.Retraction?.On);
        AddLine(texts, record.Retraction?.Because);
        return texts;
    }

    /// <summary>
    /// What a record itself says, without what stands against it: a claim that the evidence does not bear out is its
    /// statement alone, since its evidence may say the contrary. For comparing statements, not for verifying answers.
    /// </summary>
    public static SupportTexts WriteAlone(KnowledgeSnapshot snapshot, KnowledgeRecord record)
    {
        if (record is not Claim claim)
        {
            var texts = Write(snapshot, record, 0);
            if (record is MarketFact { Unit: "percent" } fact && texts.Movement == 0)
            {
                // People say "scored 97.3" of a score in percent.
                texts.Lines.Add($"{fact.Instrument} scored {fact.Value} on {fact.Measure}.");
            }

            return texts;
        }

        var alone = new SupportTexts { Record = record };
        AddClaim(alone, claim with { Disputes = [] });
        foreach (var evidence in claim.Evidence)
        {
            if (claim.Status == ClaimStatus.Supported)
            {
                AddDate(alone, snapshot.Find(evidence.Source)?.Published);
                AddLine(alone, evidence.Text);
            }
        }

        AddDate(alone, record.Date);
        return alone;
    }

    /// <summary>The words of a passage.</summary>
    public static SupportTexts Write(KnowledgeSnapshot snapshot, Passage passage)
    {
        var texts = new SupportTexts();
        AddLine(texts, passage.Text);
        if (snapshot.Find(passage.Id.Source) is { } source)
        {
            AddSource(texts, source);
            if (!source.WordingUnreliable)
            {
                texts.Verbatim.Add(passage.Text);
            }
        }

        return texts;
    }

    private static void AddClaim(SupportTexts texts, Claim claim)
    {
        AddLine(texts, claim.Statement);
        texts.OwnQuotations.AddRange(QuoteMarks.Read(claim.Statement).Select(span => span.In(claim.Statement)));
        AddLabel(texts, claim.Claimant);
        texts.Attributees.Add(claim.Claimant);
        texts.Labels.AddRange(claim.About);
        texts.Labels.AddRange(claim.Topics);
        AddLabel(texts, claim.Status.ToString());
        foreach (var dispute in claim.Disputes)
        {
            AddLine(texts, $"{dispute.By} disputes this: {dispute.Evidence.Text}");
            texts.Attributees.Add(dispute.By);
        }
    }

    private static void AddQuote(SupportTexts texts, Quote quote)
    {
        AddLine(texts, quote.Text);
        if (!quote.IsParaphrase)
        {
            texts.Verbatim.Add(quote.Text);
        }

        AddLabel(texts, quote.Speaker);
        AddLabel(texts, quote.Role);
        AddLabel(texts, quote.Organisation);
        AddLabel(texts, quote.Venue);
        texts.Attributees.Add(quote.Speaker);
    }

    private static void AddEvidence(SupportTexts texts, KnowledgeSnapshot snapshot, Evidence evidence, bool isCited)
    {
        AddLine(texts, evidence.Text);
        if (snapshot.Find(evidence.Source) is not { } source)
        {
            return;
        }

        if (evidence.Excerpt is { } excerpt && !source.WordingUnreliable)
        {
            texts.Verbatim.Add(excerpt);
        }

        if (isCited)
        {
            AddSource(texts, source);
            AddLabel(texts, evidence.Paragraph is { } paragraph ? $"paragraph {paragraph}" : null);
        }
    }

    private static void AddSource(SupportTexts texts, Source source)
    {
        AddLabel(texts, source.Title);
        AddLabel(texts, source.Publisher);
        AddLabel(texts, source.Author);
        AddDate(texts, source.Published);
        texts.Titles.Add(source.Title);
        texts.Publishers.Add(source.Publisher);
        texts.Attributees.Add(source.Publisher);
        texts.Attributees.Add(source.Title);
        if (source.Author is { } author)
        {
            texts.Attributees.Add(author);
            texts.Publishers.Add(author);
        }
    }

    private static void AddLine(SupportTexts texts, string? line)
    {
        if (!string.IsNullOrWhiteSpace(line))
        {
            texts.Lines.Add(line);
        }
    }

    private static void AddLabel(SupportTexts texts, string? label)
    {
        if (!string.IsNullOrWhiteSpace(label))
        {
            texts.Labels.Add(label);
        }
    }

    private static void AddDate(SupportTexts texts, StoryDate? date)
    {
        if (date is { } known)
        {
            texts.Dates.Add(known);
        }
    }
}
