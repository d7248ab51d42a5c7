using System.Collections.Concurrent;
using System.Collections.Frozen;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Support;

/// <summary>What one snapshot's records and passages can support, read when first cited and kept. Safe to share between threads.</summary>
internal sealed class SupportCatalog(KnowledgeSnapshot snapshot)
{
    // Passages are many and each is cited rarely: beyond this number they are read anew.
    private const int KeptPassages = 2_000;

    // The same facts are told in the same sentences again and again; beyond this number they are read anew.
    private const int KeptSentences = 1_000;

    private readonly ConcurrentDictionary<string, AnalysedText> _sentences = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(RecordId Id, int Evidence), SupportUnit> _records = [];
    private readonly ConcurrentDictionary<PassageId, SupportUnit> _passages = [];
    private readonly Lazy<FrozenSet<string>> _ordinaryWords = new(() => OrdinaryWordsOf(snapshot));
    private readonly Lazy<FrozenSet<string>> _titles = new(() => snapshot.Sources.Select(source => source.Title).ToFrozenSet(StringComparer.Ordinal));

    /// <summary>The snapshot.</summary>
    public KnowledgeSnapshot Snapshot { get; } = snapshot;

    /// <summary>The story's names and aliases.</summary>
    public EntityForms Entities { get; } = new(snapshot.Story);

    /// <summary>What a citation can support; it must have passed <see cref="Rules.CitationRule"/>.</summary>
    public SupportUnit UnitOf(CitedSupport cited)
    {
        if (cited.Passage is not { } passage)
        {
            return UnitOf(cited.Record!, cited.EvidenceIndex);
        }

        if (_passages.TryGetValue(passage.Id, out var known))
        {
            return known;
        }

        var unit = new SupportUnit(SupportWriter.Write(Snapshot, passage), Entities);
        return _passages.Count < KeptPassages ? _passages.GetOrAdd(passage.Id, unit) : unit;
    }

    /// <summary>What a record can support when it is cited for one piece of its evidence.</summary>
    public SupportUnit UnitOf(KnowledgeRecord record, int evidenceIndex) =>
        _records.GetOrAdd((record.Id, evidenceIndex), static (key, state) =>
            new SupportUnit(SupportWriter.Write(state.Self.Snapshot, state.Record, key.Evidence), state.Self.Entities), (Self: this, Record: record));

    /// <summary>A sentence of an answer, read.</summary>
    public AnalysedText Read(string sentence)
    {
        if (_sentences.TryGetValue(sentence, out var known))
        {
            return known;
        }

        var read = AnalysedText.Of(sentence);
        return _sentences.Count < KeptSentences ? _sentences.GetOrAdd(sentence, read) : read;
    }

    /// <summary>Whether the words are the title of one of the snapshot's sources.</summary>
    public bool IsTitle(string words) => _titles.Value.Contains(words);

    /// <summary>Whether the stem appears in lower case somewhere in the records: then a capital at a sentence's start makes no name of it.</summary>
    public bool IsOrdinaryWord(string stem) => _ordinaryWords.Value.Contains(stem);

    private static FrozenSet<string> OrdinaryWordsOf(KnowledgeSnapshot snapshot)
    {
        var words = new HashSet<string>(StringComparer.Ordinal);
        foreach (var record in snapshot.Records)
        {
            AddWords(words, record switch { Claim claim => claim.Statement, Quote quote => quote.Text, _ => string.Empty });
            foreach (var evidence in record.Evidence)
            {
                AddWords(words, evidence.Text);
            }
        }

        return words.ToFrozenSet(StringComparer.Ordinal);
    }

    private static void AddWords(HashSet<string> words, string text)
    {
        foreach (var token in Tokenizer.Read(text))
        {
            if (token.Kind == TokenKind.Word && char.IsLower(text[token.Start]))
            {
                words.Add(Words.Stem(Words.Fold(token.In(text))));
            }
        }
    }
}
