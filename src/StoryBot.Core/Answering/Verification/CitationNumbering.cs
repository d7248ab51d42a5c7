using System.Collections.Immutable;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Verification;

/// <summary>Numbers citations from 1 by first use; the same record, source and paragraph keep one number.</summary>
internal sealed class CitationNumbering(KnowledgeSnapshot snapshot)
{
    private readonly ImmutableArray<Citation>.Builder _citations = ImmutableArray.CreateBuilder<Citation>();
    private readonly Dictionary<(RecordId?, SourceId, int?), int> _numbers = [];

    /// <summary>The citations so far.</summary>
    public ImmutableArray<Citation> Citations => _citations.ToImmutable();

    /// <summary>The numbers of a checked sentence's citations, each once, in the order of the sentence.</summary>
    public ImmutableArray<int> NumbersOf(DraftSentence sentence)
    {
        var numbers = ImmutableArray.CreateBuilder<int>(sentence.Citations.Count);
        foreach (var cited in sentence.Citations)
        {
            var number = NumberOf(cited);
            if (!numbers.Contains(number))
            {
                numbers.Add(number);
            }
        }

        return numbers.ToImmutable();
    }

    private int NumberOf(CitedSupport cited)
    {
        var (source, paragraph, excerpt) = cited.Passage is { } passage
            ? (passage.Id.Source, passage.Id.Paragraph, passage.Text)
            : PlaceOf(cited.Evidence());
        var key = (cited.Record?.Id, source, paragraph);
        if (!_numbers.TryGetValue(key, out var number))
        {
            number = _numbers[key] = _citations.Count + 1;
            _citations.Add(new Citation(number, cited.Record, snapshot.Find(source)!, paragraph, excerpt));
        }

        return number;
    }

    private static (SourceId Source, int? Paragraph, string Text) PlaceOf(Evidence evidence) =>
        (evidence.Source, evidence.Paragraph, evidence.Text);
}
