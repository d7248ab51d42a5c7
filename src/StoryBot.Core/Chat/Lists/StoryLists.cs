using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Selection;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Lists;

/// <summary>
/// The lists that commands show: composed from records and verified like every answer, so what does not survive verification is not
/// shown. What a filter names is forgiven its spelling. Safe to share between threads.
/// </summary>
internal sealed class StoryLists
{
    private const int MostClaims = 12;
    private const int MostQuotes = 10;
    private const int MostFigures = 25;
    private const int MostOfSource = 10;
    private const int MostOffered = 12;

    // Beyond this a count says nothing to anybody.
    private const int MostCounted = 50;

    private readonly AnswerVerifier _verifier;
    private readonly KnowledgeSnapshot _snapshot;
    private readonly StoryProfile _profile;
    private readonly PartComposer _composer;
    private readonly Support _support;

    /// <summary>The lists of the verifier's snapshot.</summary>
    public StoryLists(AnswerVerifier verifier)
    {
        _verifier = verifier;
        _snapshot = verifier.Snapshot;
        _profile = new StoryProfile(_snapshot);
        _composer = new PartComposer(_profile);
        _support = new Support(_snapshot);
    }

    /// <summary>The names to narrow a list down by, for a reader.</summary>
    public StoryNames Names(ReaderScope scope) => new(_profile, [.. Seen(scope)]);

    /// <summary>Claims under headings of how they stand.</summary>
    public StoryList Claims(string? topic, string? status, ReaderScope scope)
    {
        var claims = Seen(scope).OfType<Claim>().ToList();
        var names = Names(scope);
        var wanted = status is null ? null : StatusNames.Find(status, forgiving: true);
        if (status is not null && wanted is null)
        {
            return StoryList.Empty($"\"{status}\" is no way for a claim to stand. There are: {string.Join(", ", StatusNames.All)}.");
        }

        if (topic is not null)
        {
            var onTopic = OnTopic(claims, topic, names);
            if (onTopic.Count == 0 && wanted is null && StatusNames.Find(topic, forgiving: true) is { } meant)
            {
                return Claims(null, StatusNames.NameOf(meant), scope);
            }

            if (onTopic.Count == 0)
            {
                return StoryList.Empty($"There are no claims on \"{topic}\". The topics are: {Offer(names.Topics)}.");
            }

            claims = onTopic;
        }

        var found = claims.Where(claim => wanted is null || claim.Status == wanted).ToList();
        if (found.Count == 0)
        {
            return StoryList.Empty($"No claim{(topic is null ? string.Empty : $" on \"{topic}\"")} stands as {StatusNames.NameOf(wanted!.Value)}. There are: {Counts(claims)}.");
        }

        var sections = Even(found, MostClaims)
            .GroupBy(claim => claim.Status)
            .OrderBy(group => group.Key)
            .Select(group => (Heading: Capital(StatusNames.NameOf(group.Key)), Answer: List([.. group], scope)));
        return Sections(sections, found.Count, MostClaims, $"Narrow it down by topic ({Offer(names.Topics)}) or by status ({Counts(found)}).");
    }

    /// <summary>Quotations, of a speaker or of an organisation's people.</summary>
    public StoryList Quotes(string? speaker, ReaderScope scope)
    {
        var quotes = Seen(scope).OfType<Quote>().ToList();
        var names = Names(scope);
        if (speaker is not null)
        {
            var speakers = names.Find(speaker, names.Speakers);
            var organisations = speakers.Count > 0 ? speakers : names.Find(speaker, names.Organisations);
            quotes = [.. quotes.Where(quote => speakers.Contains(quote.Speaker) || (quote.Organisation is { } organisation && organisations.Contains(organisation)))];
        }

        return quotes.Count == 0
            ? StoryList.Empty(names.Speakers.Count == 0 ? "There are no quotations." : $"There is no quotation of \"{speaker}\". There are words of: {Offer(names.Speakers)}.")
            : Sections([(string.Empty, List([.. quotes.Take(MostQuotes)], scope))], quotes.Count, MostQuotes, $"Narrow it down by speaker: {Offer(names.Speakers)}.");
    }

    /// <summary>Figures as a table, of an instrument or of a measure.</summary>
    public StoryList Market(string? instrument, ReaderScope scope)
    {
        var facts = Seen(scope).OfType<MarketFact>().ToList();
        var names = Names(scope);
        if (instrument is not null)
        {
            var instruments = names.Find(instrument, names.Instruments);
            var measures = instruments.Count > 0 ? instruments : names.Find(instrument, names.Measures);
            facts = [.. facts.Where(fact => instruments.Contains(fact.Instrument) || (instruments.Count == 0 && measures.Contains(fact.Measure)))];
        }

        return facts.Count == 0
            ? StoryList.Empty(names.Instruments.Count == 0 ? "There are no figures." : $"There are no figures of \"{instrument}\". There are figures of: {Offer(names.Instruments)}.")
            : Sections(
                [(string.Empty, Verify(MarketTable.Draft(Shown(facts), _support), scope))],
                facts.Count,
                MostFigures,
                $"Narrow it down by what it is of: {Offer(names.Instruments)}.");
    }

    // Where there is not room for all, the moves come first: the chart is drawn from what the table shows.
    private static List<MarketFact> Shown(List<MarketFact> facts)
    {
        var shown = facts.OrderByDescending(FigureWords.IsMove).Take(MostFigures).ToHashSet();
        return [.. facts.Where(shown.Contains)];
    }

    /// <summary>What happened when: on a day with much, what is best supported.</summary>
    public StoryList Timeline(ReaderScope scope)
    {
        var records = Overview.Timeline(Seen(scope), when: null);
        var draft = new DraftBuilder();
        var part = new QuestionPart { Text = "timeline", Intent = Intent.Timeline };
        _composer.Write(new EvidenceSelection { Part = part, Records = records }, draft, scope);
        return records.Count == 0 ? StoryList.Empty("Nothing in the knowledge is dated.") : Sections([(string.Empty, Verify(draft.Build(), scope))], records.Count, records.Count, string.Empty);
    }

    /// <summary>What the story is about at a glance.</summary>
    public VerifiedAnswer? Summary(ReaderScope scope) => List(Overview.Summary(Seen(scope)), scope);

    /// <summary>The sources of what a reader may see: one that is only cited under an embargo would give it away.</summary>
    public IReadOnlyList<Source> Sources(ReaderScope scope)
    {
        var cited = Seen(scope).SelectMany(EvidenceOf).Select(evidence => evidence.Source).ToHashSet();
        return [.. _snapshot.Sources.Where(source => cited.Contains(source.Id))];
    }

    /// <summary>A source and what it is cited for.</summary>
    public StoryList Source(string named, ReaderScope scope)
    {
        var all = Sources(scope);
        var sources = all.Select(source => (source.Id.Value, (IReadOnlyList<string>)[source.Id.Value, source.Title, $"{source.Publisher} {source.Title}", source.Publisher])).ToList();
        var found = NameMatch.Find(named, sources);
        if (found.Count == 0)
        {
            return StoryList.Empty($"There is no source \"{named}\". There are documents of: {Offer([.. all.Select(source => source.Publisher).Distinct()])}.");
        }

        if (found.Count > 1)
        {
            return StoryList.Empty($"\"{named}\" fits {found.Count} sources: {Offer([.. found])}. Which one? Give its id.");
        }

        var source = _snapshot.Find(new SourceId(found.Single()))!;
        var cited = Seen(scope).Where(record => EvidenceOf(record).Any(evidence => evidence.Source == source.Id)).ToList();
        var list = Sections([(string.Empty, List([.. cited.Take(MostOfSource)], scope))], cited.Count, MostOfSource, "Ask about the rest, or see claims, quotes and market.");
        return list with { Source = source };
    }

    /// <summary>The reviewed records that a reader may see.</summary>
    private IEnumerable<KnowledgeRecord> Seen(ReaderScope scope) => _snapshot.Records.Where(record => record.Review == ReviewState.Reviewed && scope.Sees(record));

    private static IEnumerable<Evidence> EvidenceOf(KnowledgeRecord record) =>
        record is Claim claim ? record.Evidence.Concat(claim.Disputes.Select(dispute => dispute.Evidence)) : record.Evidence;

    private static List<Claim> OnTopic(List<Claim> claims, string topic, StoryNames names)
    {
        var found = names.Find(topic, [.. names.Topics, .. names.Parties]);
        return [.. claims.Where(claim => claim.Topics.Concat(names.PartiesOf(claim)).Any(found.Contains))];
    }

    // Some of every status: the first so many would all stand alike.
    private static IEnumerable<Claim> Even(List<Claim> claims, int most) => claims
        .GroupBy(claim => claim.Status)
        .SelectMany(group => group.Select((claim, rank) => (claim, rank)))
        .OrderBy(entry => entry.rank)
        .Take(most)
        .Select(entry => entry.claim);

    /// <summary>Records as a list, an item each; null when nothing survives verification.</summary>
    internal VerifiedAnswer? List(IReadOnlyList<KnowledgeRecord> records, ReaderScope scope)
    {
        var draft = new DraftBuilder();
        _composer.WriteList([.. records.Where(record => record is not Claim)], draft);
        return Verify(new DraftAnswer([.. draft.Build().Sentences, .. records.OfType<Claim>().Select(claim => Item(claim, scope))]), scope);
    }

    // A claim that nobody confirmed, in words that do not say so, needs how it stands before it.
    private DraftSentence Item(Claim claim, ReaderScope scope)
    {
        var plain = new DraftBuilder();
        _composer.WriteList([claim], plain);
        if (Verify(plain.Build(), scope) is not null)
        {
            return plain.Build().Sentences[0];
        }

        var led = new DraftBuilder();
        var part = new QuestionPart { Text = claim.Statement, Intent = Intent.ClaimStatus };
        _composer.Write(new EvidenceSelection { Part = part, Records = [claim], IsRestated = true }, led, scope);
        return led.Build().Sentences[0] with { Layout = SentenceLayout.ListItem };
    }

    private VerifiedAnswer? Verify(DraftAnswer draft, ReaderScope scope) => _verifier.Verify(draft, scope).Answer;

    private static StoryList Sections(IEnumerable<(string Heading, VerifiedAnswer? Answer)> sections, int count, int most, string advice)
    {
        var shown = sections.Where(section => section.Answer is not null).Select(section => (section.Heading, section.Answer!)).ToList();
        var note = shown.Count == 0 ? "There is nothing that I can show with its source."
            : count > most ? $"These are {most} of {count}. {advice}"
            : null;
        return new StoryList(shown, note);
    }

    private static string Counts(IEnumerable<Claim> claims) =>
        string.Join(", ", claims.CountBy(claim => claim.Status).OrderBy(pair => pair.Key).Select(pair => $"{pair.Value} {StatusNames.NameOf(pair.Key)}"));

    private static string Offer(IReadOnlyList<string> names) =>
        string.Join(", ", names.Take(MostOffered)) + (names.Count - MostOffered) switch
        {
            <= 0 => string.Empty,
            > MostCounted => " and many others",
            var rest => $" and {rest} more",
        };

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
