using System.Collections.Frozen;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Grounding;

/// <summary>
/// What the records of a snapshot are about, and how rare each of their words and entities is. Built once per snapshot;
/// immutable.
/// </summary>
public sealed class StoryProfile
{
    // An entity that this share of the records mentions goes without saying in the others.
    private const double TopicShare = 0.4;

    private static readonly string[] PartyKinds = ["person", "organisation", "organization", "company", "firm", "outlet", "agency", "party", "union", "government", "regulator", "authority", "court", "institution", "ministry", "bank", "university", "council"];

    private readonly FrozenDictionary<RecordId, RecordProfile> _profiles;
    private readonly FrozenDictionary<string, int> _stemCounts;
    private readonly FrozenDictionary<string, int> _entityCounts;
    private readonly FrozenDictionary<int, int> _groupCounts;
    private readonly FrozenSet<string> _commonWords;
    private readonly FrozenSet<string> _names;
    private readonly FrozenDictionary<char, string[]> _written;
    private readonly FrozenSet<string> _parties;
    private readonly FrozenSet<string> _people;
    private readonly FrozenSet<string> _inTitle;
    private readonly FrozenDictionary<string, FrozenSet<string>> _byKind;
    private readonly ILookup<string, string> _organisations;
    private readonly int _count;

    /// <summary>Reads every record that may ever be shown.</summary>
    public StoryProfile(KnowledgeSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        Snapshot = snapshot;
        Entities = new EntityFinder(snapshot.Story.Entities);
        var profiles = snapshot.Records.Where(record => record.Review != ReviewState.Draft).Select(Read).ToList();
        _profiles = profiles.ToFrozenDictionary(profile => profile.Record.Id);
        _stemCounts = Count(profiles.SelectMany(profile => profile.Stems), StringComparer.Ordinal);
        _entityCounts = Count(profiles.SelectMany(profile => profile.Entities), StringComparer.OrdinalIgnoreCase);
        _groupCounts = profiles
            .SelectMany(profile => profile.Stems.SelectMany(Thesaurus.GroupsOf).Distinct())
            .CountBy(group => group)
            .ToFrozenDictionary();
        _count = profiles.Count;
        _parties = snapshot.Story.Entities
            .Where(entity => PartyKinds.Contains(entity.Kind, StringComparer.OrdinalIgnoreCase))
            .Select(entity => entity.Name)
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _organisations = snapshot.Quotes.Where(quote => quote.Organisation is not null)
            .ToLookup(quote => quote.Speaker, quote => quote.Organisation!, StringComparer.OrdinalIgnoreCase);
        _people = snapshot.Story.Entities.Where(entity => entity.Kind == "person").Select(entity => entity.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _inTitle = Entities.Find(Stems.Of(snapshot.Story.Title)).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
        _byKind = snapshot.Story.Entities
            .GroupBy(entity => Stems.OfWord(entity.Kind), StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(entity => entity.Name).ToFrozenSet(StringComparer.OrdinalIgnoreCase), StringComparer.Ordinal);
        _names = profiles.SelectMany(profile => RecordWords.Of(profile.Record)).SelectMany(NamesIn).Select(Stems.OfWord)
            .Except(profiles.SelectMany(profile => RecordWords.Of(profile.Record)).SelectMany(LowerCaseWords).Select(Stems.OfWord))
            .ToFrozenSet(StringComparer.Ordinal);
        _written = snapshot.Story.Entities.SelectMany(entity => entity.Aliases.Prepend(entity.Name))
            .Concat(snapshot.Sources.Select(source => source.Publisher))
            .OfType<string>()
            .Where(name => name.Length > 1 && char.IsUpper(name[0]))
            .Distinct(StringComparer.Ordinal)
            .GroupBy(name => name[0])
            .ToFrozenDictionary(group => group.Key, group => group.ToArray());
        _commonWords = profiles.SelectMany(profile => RecordWords.Of(profile.Record)).SelectMany(LowerCaseWords).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>The snapshot.</summary>
    public KnowledgeSnapshot Snapshot { get; }

    /// <summary>Finds entities in text.</summary>
    public EntityFinder Entities { get; }

    /// <summary>The record's profile, or null for a draft.</summary>
    public RecordProfile? Of(RecordId id) => _profiles.GetValueOrDefault(id);

    /// <summary>Whether the name is a person or an organisation of the story, that is, somebody who can dispute something.</summary>
    public bool IsParty(string name) => _parties.Contains(name);

    /// <summary>The organisations that somebody speaks for, by the quotations.</summary>
    public IEnumerable<string> OrganisationsOf(string speaker) => _organisations[speaker];

    /// <summary>Whether the name is a person's.</summary>
    public bool IsPerson(string name) => _people.Contains(name);

    /// <summary>Whether the word, capitalised at the start of a sentence, is one that the story also writes in lower case.</summary>
    public bool IsCommonWord(string word)
    {
        ArgumentException.ThrowIfNullOrEmpty(word);
        return char.IsUpper(word[0]) && _commonWords.Contains(char.ToLowerInvariant(word[0]) + word[1..]);
    }

    /// <summary>Whether the record tells what came after the story: by its date or, without one, by when its sources appeared.</summary>
    public bool IsLater(KnowledgeRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return (record.Date ?? record.KnownFrom)?.Day > Snapshot.Story.AsOf.Day;
    }

    /// <summary>The name of an entity, or one of its aliases, or of a publisher, that the text starts with; null where there is none.</summary>
    public string? NameAtStart(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return _written.GetValueOrDefault(char.ToUpperInvariant(text.Length > 0 ? text[0] : ' '), [])
            .FirstOrDefault(name => text.StartsWith(name, StringComparison.Ordinal) && (text.Length == name.Length || !char.IsLetterOrDigit(text[name.Length])));
    }

    /// <summary>Whether the story only ever writes the word with a capital, within a sentence too.</summary>
    public bool IsName(string stem) => _names.Contains(stem);

    /// <summary>Whether any record has the word, or one that people use for it.</summary>
    public bool Knows(string stem) =>
        _stemCounts.ContainsKey(stem) || Thesaurus.GroupsOf(stem).Any(_groupCounts.ContainsKey);

    /// <summary>Whether any record has the figure.</summary>
    public bool Knows(Quantity quantity) => _profiles.Values.Any(profile => profile.Has(quantity));

    /// <summary>How much a word says: the logarithm of its rarity among the records, highest for one that none has.</summary>
    public double Weight(string stem)
    {
        var groups = Thesaurus.GroupsOf(stem);
        var count = Math.Max(_stemCounts.GetValueOrDefault(stem), groups.Count == 0 ? 0 : groups.Max(group => _groupCounts.GetValueOrDefault(group)));
        return Rarity(count);
    }

    /// <summary>Whether the entity is what the whole story is about, so that a record need not name it.</summary>
    public bool IsTopic(string name) => _entityCounts.GetValueOrDefault(name) >= TopicShare * _count;

    /// <summary>Whether the story's title names the entity.</summary>
    public bool IsInTitle(string name) => _inTitle.Contains(name);

    /// <summary>Whether the entity is of the kind: "model", "person".</summary>
    public bool IsOfKind(string name, string kindStem) => _byKind.TryGetValue(kindStem, out var names) && names.Contains(name);

    /// <summary>How much a mention of the entity says.</summary>
    public double WeightOfEntity(string name) => Rarity(_entityCounts.GetValueOrDefault(name));

    private static FrozenDictionary<string, int> Count(IEnumerable<string> items, StringComparer comparer) =>
        items.CountBy(item => item, comparer).ToFrozenDictionary(comparer);

    private static IEnumerable<string> LowerCaseWords(string text) =>
        text.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLower(word[0])).Select(word => word.TrimEnd(',', '.', ';', ':'));

    // A word after another with no stop between them does not start a sentence.
    private static IEnumerable<string> NamesIn(string text)
    {
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(1, Math.Max(0, words.Length - 1))
            .Where(i => char.IsUpper(words[i][0]) && words[i].Length > 2 && char.IsLetter(words[i - 1][^1]))
            .Select(i => words[i].Trim(',', '.', ';', ':', ')', '"', '?'))
            .Select(word => word.EndsWith("'s", StringComparison.Ordinal) || word.EndsWith("’s", StringComparison.Ordinal) ? word[..^2] : word);
    }

    private double Rarity(int count) => Math.Log((_count + 2.0) / (count + 1.0)) + 0.1;

    private RecordProfile Read(KnowledgeRecord record)
    {
        var stems = RecordWords.Of(record).SelectMany(Stems.Of).ToList();
        var meanings = Phrases.Find(stems).Select(phrase => phrase.Meaning).OfType<string>().Select(Stems.OfWord);
        var told = RecordWords.Told(record).SelectMany(Stems.Of).ToList();
        var implied = Stems.Of(RecordWords.Implied(record)).ToList();
        var entities = Entities.Find(stems).Concat(RecordWords.Subjects(record)).ToList();
        return new RecordProfile(record, stems, implied.Concat(meanings), entities) { Told = new RecordProfile(record, told, implied, entities) };
    }
}
