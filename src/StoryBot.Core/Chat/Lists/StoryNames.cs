using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Lists;

/// <summary>
/// The names by which the lists of a story are narrowed down, each with its other forms: the aliases and roles of entities,
/// symbols, organisations. Built from records that the reader may see. Immutable.
/// </summary>
internal sealed class StoryNames
{
    private readonly StoryProfile _profile;
    private readonly Dictionary<string, IReadOnlyList<string>> _forms;

    /// <summary>The names of a story's records.</summary>
    public StoryNames(StoryProfile profile, IReadOnlyList<KnowledgeRecord> records)
    {
        _profile = profile;
        _forms = profile.Snapshot.Story.Entities
            .GroupBy(entity => entity.Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, IReadOnlyList<string> (group) => [.. group.SelectMany(entity => entity.Aliases.Concat(entity.Roles))], StringComparer.OrdinalIgnoreCase);
        var claims = records.OfType<Claim>().ToList();
        Topics = Frequent(claims.SelectMany(claim => claim.Topics));
        Parties = Frequent(claims.SelectMany(PartiesOf));
        Speakers = Frequent(records.OfType<Quote>().Select(quote => quote.Speaker));
        Organisations = Frequent(records.OfType<Quote>().Select(quote => quote.Organisation).OfType<string>());
        Instruments = Frequent(records.OfType<MarketFact>().Select(fact => fact.Instrument));
        Measures = Frequent(records.OfType<MarketFact>().Select(fact => fact.Measure));
        Symbols = records.OfType<MarketFact>().Where(fact => fact.Symbol is not null).ToLookup(fact => fact.Instrument, fact => fact.Symbol!, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The topics of claims, the most frequent first.</summary>
    public IReadOnlyList<string> Topics { get; }

    /// <summary>Who claims, and whom and what claims are about.</summary>
    public IReadOnlyList<string> Parties { get; }

    /// <summary>Who is quoted.</summary>
    public IReadOnlyList<string> Speakers { get; }

    /// <summary>Where those who are quoted belong.</summary>
    public IReadOnlyList<string> Organisations { get; }

    /// <summary>What there are figures of.</summary>
    public IReadOnlyList<string> Instruments { get; }

    /// <summary>What was measured.</summary>
    public IReadOnlyList<string> Measures { get; }

    private ILookup<string, string> Symbols { get; }

    /// <summary>The names among these that are meant, whatever the form.</summary>
    public IReadOnlySet<string> Find(string typed, IReadOnlyList<string> names) =>
        NameMatch.Find(typed, [.. names.Select(name => (name, (IReadOnlyList<string>)[name, .. _forms.GetValueOrDefault(name, []), .. Symbols[name]]))]);

    /// <summary>Who makes a claim, and whom and what it is about or names.</summary>
    public IEnumerable<string> PartiesOf(Claim claim) =>
        claim.About.Append(claim.Claimant).Concat(_profile.Entities.Find(Stems.Of(claim.Statement))).Distinct(StringComparer.OrdinalIgnoreCase);

    private static IReadOnlyList<string> Frequent(IEnumerable<string> names) =>
        [.. names.CountBy(name => name, StringComparer.OrdinalIgnoreCase).OrderByDescending(pair => pair.Value).Select(pair => pair.Key)];
}
