using System.Collections.Frozen;
using System.Text.RegularExpressions;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Selection;

/// <summary>What a record must have to answer a question part: the entities and words in it, weighted by rarity.</summary>
public sealed partial class QuestionNeeds
{
    // A verb or an adjective can be said in many ways; the noun that is asked for, hardly.
    private const double LooseShare = 0.3;

    private const double FigureWeight = 2;
    private const double OfKind = 0.75;
    private const int TellingDigits = 3;

    // Who loses and who leads is told in one sentence.
    private static readonly FrozenSet<string> Contests = Stems.Of("lose loses lost win wins won beat beats beaten lead leads led trail trails surpass outperform fall fell rise rose gain drop ahead behind end ended close closed finish finished settle settled")
        .ToFrozenSet(StringComparer.Ordinal);

    // What they say is said by the words around them: "put out his essay", "hold a post".
    private static readonly FrozenSet<string> LightVerbs = Stems.Of("put hold held give gave come came").ToFrozenSet(StringComparer.Ordinal);

    // "The cost of the final run" is the cost.
    private static readonly FrozenSet<string> Wholes = Stems.Of("final run total official whole full reported stated").ToFrozenSet(StringComparer.Ordinal);

    // "The AI order" may be another than the one that has that role.
    private const double RoleShare = 0.5;

    private readonly List<(string Entity, double Weight, bool IsSure, bool IsRole)> _entities = [];
    private readonly List<(string Word, string Stem, double Weight, bool IsNoun)> _terms = [];
    private readonly List<(Quantity Figure, double Weight)> _figures = [];
    private readonly StoryProfile _profile;
    private readonly IReadOnlyList<string> _carried;
    private readonly HashSet<string> _words;
    private readonly IReadOnlyList<string> _counted;
    private readonly string? _kind;
    private readonly HashSet<string> _heads;
    private readonly IReadOnlyList<string> _pair;
    private readonly string? _measured;
    private readonly bool _asksThing;
    private readonly double _total;
    private readonly IReadOnlyList<int> _years = [];

    /// <summary>Reads the needs of a part.</summary>
    public QuestionNeeds(QuestionPart part, StoryProfile profile)
    {
        ArgumentNullException.ThrowIfNull(part);
        ArgumentNullException.ThrowIfNull(profile);
        foreach (var mention in part.Entities.DistinctBy(mention => mention.Entity.Name).Where(mention => !QuestionShape.IsSetAside(part.Text, mention.Text) && !(part.Entities.Count > 1 && QuestionShape.IsTimeAnchor(part.Text, mention.Text))))
        {
            var isSure = mention.Match is not (EntityMatch.Role or EntityMatch.Context);
            _entities.Add((mention.Entity.Name, (mention.Match == EntityMatch.Role ? RoleShare : 1) * profile.WeightOfEntity(mention.Entity.Name), isSure, mention.Match == EntityMatch.Role));
        }

        _carried = [.. part.Entities.Where(mention => mention.Match == EntityMatch.Context).Select(mention => mention.Entity.Name)];
        _words = Stems.Of(part.Text).Concat(part.Entities.SelectMany(mention => Stems.Of(mention.Entity.Name))).ToHashSet(StringComparer.Ordinal);
        _profile = profile;
        // "How many dollars" asks for a sum.
        _counted = part.Expects == AnswerType.Amount ? [] : NounSlots.Counted(part.Text);
        _heads = NounSlots.Heads(part.Text);
        _pair = NounSlots.Pair(part.Text);
        _measured = NounSlots.Measured(part.Text);
        foreach (var term in QuestionTerms.Of(part, _counted))
        {
            _terms.Add((term.Word, term.Stem, (term.IsNoun ? 1 : LooseShare) * profile.Weight(term.Stem), term.IsNoun));
        }

        foreach (var name in part.UnknownNames)
        {
            _terms.Add((name, name.ToLowerInvariant(), profile.Weight(name.ToLowerInvariant()), true));
        }

        // A figure that nobody has is a premise to correct, not a thing to look for.
        foreach (var figure in part.Quantities.Where(figure => profile.Knows(figure) && !QuestionShape.IsLength(part.Text, figure)))
        {
            _figures.Add((figure, FigureWeight));
        }

        var asked = AskedKind().Match(part.Text);
        _kind = asked.Success ? Stems.OfWord(asked.Groups[1].Value) : null;
        _asksThing = _kind is not null && asked.Groups[2].Success && !QuestionTerms.IsFiller(_kind);
        AsksLevel = QuestionShape.AsksLevel(part.Text);
        if (part.When is not null)
        {
            _years = [.. Year().Matches(part.Text).Select(match => int.Parse(match.Value))];
        }

        _total = _entities.Sum(entity => entity.Weight) + _terms.Sum(term => term.Weight) + _figures.Sum(figure => figure.Weight);
    }

    /// <summary>Whether the question names nothing at all to look for.</summary>
    public bool IsEmpty => _total <= 0;

    /// <summary>The entities' names.</summary>
    public IEnumerable<string> Entities => _entities.Select(entity => entity.Entity);

    /// <summary>The stems of the words that are not part of an entity's name.</summary>
    public IEnumerable<string> TermStems => _terms.Select(term => term.Stem);

    /// <summary>Whether the record can say how many, where the question asks that: it counts the thing itself.</summary>
    public bool IsCountedBy(RecordProfile record)
    {
        ArgumentNullException.ThrowIfNull(record);
        if (_counted.Count == 0)
        {
            return true;
        }

        if (record.Record is MarketFact fact)
        {
            return Stems.Of(fact.Unit + " " + fact.Measure).Any(IsCounted);
        }

        return record.Counts(record.Words.Where(IsCounted).ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>Whether the question asks at what price or level something stood, which a movement does not tell.</summary>
    public bool AsksLevel { get; }

    /// <summary>Whether the record is of the year that the question names, or speaks of it; true when it names none.</summary>
    public bool IsOfYear(RecordProfile record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _years.Count == 0
            || (record.Record.Date is { } date ? _years.Contains(date.Day.Year) : record.Record.Evidence.Any(IsPublishedThen))
            || record.Words.Any(word => int.TryParse(word, out var year) && _years.Contains(year));
    }

    /// <summary>
    /// The share of the statement's own content that stands in the question word for word, 0 to 1: high when the question
    /// restates it.
    /// </summary>
    public double Restates(string statement)
    {
        var wanted = Stems.Of(statement).Where(stem => !QuestionTerms.IsFiller(stem) && !Wholes.Contains(stem)).Distinct().ToList();
        return wanted.Count == 0 ? 0 : (double)wanted.Count(_words.Contains) / wanted.Count;
    }

    /// <summary>
    /// Whether the record has enough of what is asked to be an answer at all: one of the entities named, unless the story
    /// is about it anyway, and two of the entities, words and figures, where there are two.
    /// </summary>
    public bool IsTouchedBy(RecordProfile record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var entities = _entities.Count(entity => record.Mentions(entity.Entity));
        if (_entities.Count > 0 && entities == 0 && !_entities.All(entity => _profile.IsTopic(entity.Entity)))
        {
            return false;
        }

        if (_terms.Count == 0 && _figures.Count > 0 && _entities.Count == 0)
        {
            // Only a figure as telling as "5.576 million" says by itself what is meant.
            return _figures.Exists(figure => figure.Figure.SignificantDigits >= TellingDigits && record.Has(figure.Figure));
        }

        // A role is said in words of its own: "the Soviet satellite".
        entities += _entities.Count(entity => entity.IsRole && IsSubject(record.Record, entity.Entity));
        var met = entities + _terms.Count(term => record.Match(term.Stem) > 0) + _figures.Count(figure => record.Has(figure.Figure));
        var roles = _entities.Exists(entity => entity.IsSure) ? _entities.Count(entity => entity.IsRole) : 0;
        return met >= Math.Min(2, _entities.Count - roles + _terms.Count + _figures.Count);
    }

    // What a record is first and foremost about is its first subject.
    private static bool IsSubject(KnowledgeRecord record, string entity) =>
        RecordWords.Subjects(record).FirstOrDefault() is { } subject && string.Equals(subject, entity, StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether the record is near enough to what is asked to be offered instead of an answer: it has an entity or a figure
    /// that is named, or most of the words.
    /// </summary>
    public bool IsNear(RecordProfile record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _entities.Any(entity => record.Mentions(entity.Entity)) || _figures.Any(figure => record.Has(figure.Figure))
            || _terms.Count(term => record.Match(term.Stem) > 0) * 2 > _terms.Count;
    }

    /// <summary>
    /// Whether the record has every noun of the question, close together: "who is the chief technology officer" asks for no
    /// other chief, and "head of research" for nobody whose record speaks of heads and of research.
    /// </summary>
    public bool HasAllNouns(RecordProfile record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var nouns = _terms.Where(term => term.IsNoun).Select(term => term.Stem).Distinct().ToList();
        return nouns.All(noun => record.Match(noun) > 0) && (nouns.Count < 2 || record.HasTogether(nouns));
    }

    /// <summary>Whether what an answer tells of the record has the thing that "which ..." asks for, or nothing is asked so.</summary>
    public bool IsAskedThingToldBy(KnowledgeRecord record)
    {
        if (!_asksThing)
        {
            return true;
        }

        var told = RecordWords.Told(record).SelectMany(Stems.Of).ToHashSet(StringComparer.Ordinal);
        var groups = Thesaurus.GroupsOf(_kind!);
        return told.Contains(_kind!) || told.Any(stem => Thesaurus.IsOfAny(groups, stem));
    }

    /// <summary>Whether the record has the very thing that is asked for ("which hotel", "its revenue", "how tall"), or none is named so.</summary>
    public bool HasAskedThing(RecordProfile record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _counted.Count == 0 && (_pair.Count == 0 || record.HasTogether(_pair)) && _terms.All(term => !_heads.Contains(term.Stem) || Match(record, term.Stem) > 0);
    }

    /// <summary>Whether the record has every word of the question that the story only ever writes as a name.</summary>
    public bool HasNames(RecordProfile record) => _terms.All(term => !_profile.IsName(term.Stem) || record.Match(term.Stem) > 0);

    /// <summary>Whether the record has what "how" measures ("how tall"), or the question measures nothing so.</summary>
    public bool IsMeasuredBy(RecordProfile record) => _measured is null || _terms.All(term => term.Stem != _measured || record.Match(term.Stem) > 0);

    /// <summary>Whether the record has at least one of the question's nouns, or the question has none.</summary>
    public bool HasSomeNoun(RecordProfile record) => !_terms.Any(term => term.IsNoun) || _terms.Any(term => term.IsNoun && record.Match(term.Stem) > 0);

    /// <summary>
    /// Which of a claim's evidence has words of the question that its statement lacks: the detail that is asked for; null
    /// when the statement has them all.
    /// </summary>
    public int? Detail(Claim claim)
    {
        ArgumentNullException.ThrowIfNull(claim);
        var said = Stems.Of(claim.Statement).ToHashSet(StringComparer.Ordinal);
        var lacking = _terms.Select(term => term.Stem).Concat(_counted).Where(stem => !said.Contains(stem) && !QuestionTerms.IsFiller(stem)).Distinct().ToList();
        if (lacking.Count == 0)
        {
            return null;
        }

        for (var i = 0; i < claim.Evidence.Count; i++)
        {
            if (claim.Evidence[i].Excerpt is { } excerpt && Stems.Of(excerpt).Any(lacking.Contains))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>Whether the record has at least one of the question's verbs and adjectives, or the question has none.</summary>
    public bool HasSomeVerb(RecordProfile record) =>
        _terms.All(term => term.IsNoun || LightVerbs.Contains(term.Stem))
        || _terms.Any(term => !term.IsNoun && (record.Match(term.Stem) > 0 || (Contests.Contains(term.Stem) && record.Words.Any(Contests.Contains))));

    /// <summary>Whether the record mentions every entity that the question names, but for what the whole story is about; of those carried over from the thread one is enough.</summary>
    public bool HasAllEntities(RecordProfile record) =>
        _entities.All(entity => !entity.IsSure || record.Mentions(entity.Entity) || _profile.IsTopic(entity.Entity))
        && (_carried.Count == 0 || _carried.Any(name => record.Mentions(name) || _profile.IsTopic(name)));

    /// <summary>Whether everything that the question names is what the whole story is about.</summary>
    public bool IsAboutTheStory => _terms.Count == 0 && _figures.Count == 0 && _entities.All(entity => _profile.IsTopic(entity.Entity));

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
        foreach (var (entity, weight, _, _) in _entities)
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

        met += _figures.Where(figure => record.Has(figure.Figure)).Sum(figure => figure.Weight);
        foreach (var (word, stem, weight, _) in _terms)
        {
            var match = Match(record, stem);
            met += match * weight;
            if (match == 0)
            {
                (missing ??= []).Add((word, weight));
            }
        }

        return (met / _total, missing is null ? [] : [.. missing.OrderByDescending(term => term.Weight).Select(term => term.Word)]);
    }

    // "Which model leads?": a record that names a model answers, whether or not it calls it one.
    private double Match(RecordProfile record, string stem)
    {
        var match = record.Match(stem);
        return match > 0 || stem != _kind ? match : record.Entities.Any(entity => _profile.IsOfKind(entity, stem)) ? OfKind : 0;
    }

    [GeneratedRegex(@"\b(?:which|what)\s+(?:of\s+the\s+|other\s+)?(\w+)(\s+(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might)\b)?", RegexOptions.IgnoreCase)]
    private static partial Regex AskedKind();

    /// <summary>The share of the needs that a text meets, 0 to 1; 0 when it has none of the entities that are named.</summary>
    public double CoverageOf(string text)
    {
        var words = Stems.Of(text).ToList();
        var stems = words.ToHashSet(StringComparer.Ordinal);
        var groups = stems.SelectMany(Thesaurus.GroupsOf).ToHashSet();
        var entities = _profile.Entities.Find(words).ToHashSet(StringComparer.OrdinalIgnoreCase);
        if (IsEmpty || (_entities.Count > 0 && !_entities.Any(entity => entities.Contains(entity.Entity) || _profile.IsTopic(entity.Entity))))
        {
            return 0;
        }

        var figures = _figures.Count == 0 ? [] : QuantityReader.Read(text);
        return (_entities.Where(entity => entities.Contains(entity.Entity)).Sum(entity => entity.Weight)
            + _terms.Where(term => stems.Contains(term.Stem) || Thesaurus.GroupsOf(term.Stem).Any(groups.Contains)).Sum(term => term.Weight)
            + _figures.Where(figure => figures.Any(other => Math.Abs(other.Value) == Math.Abs(figure.Figure.Value))).Sum(figure => figure.Weight)) / _total;
    }

    private bool IsPublishedThen(Evidence evidence) =>
        _years.Contains((_profile.Snapshot.Find(evidence.Source)?.Published ?? _profile.Snapshot.Story.AsOf).Day.Year);

    [GeneratedRegex(@"\b(19|20)\d\d\b")]
    private static partial Regex Year();

    private bool IsCounted(string stem) =>
        _counted.Contains(stem) || _counted.Any(counted => Thesaurus.IsOfAny(Thesaurus.GroupsOf(counted), stem));
}
