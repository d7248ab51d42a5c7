using System.Collections.Frozen;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Understanding;

namespace StoryBot.Core.Answering.Selection;

/// <summary>What a record must have to answer a question part: the entities and words in it, weighted by rarity.</summary>
public sealed class QuestionNeeds
{
    // Words that shape a question and say nothing about its subject.
    private static readonly FrozenSet<string> Fillers = Stems.Of(
        "compare compared comparing summarise summarize summary overview vs versus quote quoted quotes reporters journalists media press story article news report reported exactly really actually thing things about tell give show find know please just today far much many "
        + "long often long happen happened going ever also still yet so like mean means meaning kind sort regarding concerning anything something "
        + "everything someone anyone everyone people person guy exact precise precisely overall total whole quick quickly detail details information "
        + "info explain describe list name names named word words according different specific claim claims fact facts figure figures number numbers "
        + "during time day date year got get gets getting made make makes want need help involved say says said does did do is are was were be been "
        + "have has had can could would should will may might must shall who what when where which why how whose whom there here it its they them their "
        + "he she him her his hers this that these those and or but not no yes if then than as of in on at by for from with to into over under out up down "
        + "us we our you your i me my mine the a an any some all both each every other another more most less least very too own same such only even")
        .ToFrozenSet(StringComparer.Ordinal);

    // A verb or an adjective can be said in many ways; the noun that is asked for, hardly.
    private const double LooseShare = 0.4;

    private readonly List<(string Entity, double Weight)> _entities = [];
    private readonly List<(string Word, string Stem, double Weight)> _terms = [];
    private readonly double _total;

    /// <summary>Reads the needs of a part.</summary>
    public QuestionNeeds(QuestionPart part, StoryProfile profile)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(profile);
        foreach (var mention in part.Entities.DistinctBy(mention => mention.Entity.Name))
        {
            _entities.Add((mention.Entity.Name, profile.WeightOfEntity(mention.Entity.Name)));
        }

        var nouns = NounSlots.Of(part.Text);
        foreach (var term in part.Terms.Distinct(StringComparer.Ordinal))
        {
            foreach (var stem in Stems.Of(term).Where(stem => !Fillers.Contains(stem)))
            {
                var share = nouns.Contains(stem) ? 1 : LooseShare;
                _terms.Add((term, stem, share * profile.Weight(stem)));
            }
        }

        foreach (var name in part.UnknownNames)
        {
            _terms.Add((name, name.ToLowerInvariant(), profile.Weight(name.ToLowerInvariant())));
        }

        _total = _entities.Sum(entity => entity.Weight) + _terms.Sum(term => term.Weight);
    }

    /// <summary>Whether the question names nothing at all to look for.</summary>
    public bool IsEmpty => _total <= 0;

    /// <summary>The entities' names.</summary>
    public IEnumerable<string> Entities => _entities.Select(entity => entity.Entity);

    /// <summary>The stems of the words that are not part of an entity's name.</summary>
    public IEnumerable<string> TermStems => _terms.Select(term => term.Stem);

    /// <summary>The share of the needs that the record meets, 0 to 1, and the words that it lacks, rarest first.</summary>
    public (double Coverage, IReadOnlyList<string> Missing) Measure(RecordProfile record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (IsEmpty)
        {
            return (0, []);
        }

        var met = 0.0;
        List<(string Word, double Weight)>? missing = null;
        foreach (var (entity, weight) in _entities)
        {
            if (record.Mentions(entity))
            {
                met += weight;
            }
            else
            {
                (missing ??= []).Add((entity, weight));
            }
        }

        foreach (var (word, stem, weight) in _terms)
        {
            var match = record.Match(stem);
            met += match * weight;
            if (match == 0)
            {
                (missing ??= []).Add((word, weight));
            }
        }

        return (met / _total, missing is null ? [] : [.. missing.OrderByDescending(term => term.Weight).Select(term => term.Word)]);
    }
}
