using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Changes;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Digests.Composition;

/// <summary>
/// Writes digests by rule, without a model: every statement is verified like an answer, and what does not survive that is not told.
/// Safe to share between threads.
/// </summary>
public sealed class DigestComposer(AnswerVerifier verifier)
{
    // A digest is read in a channel, between other things.
    private const int MostOfAKind = 8;
    private const int MostFigures = 12;

    private readonly KnowledgeSnapshot _snapshot = verifier.Snapshot;
    private readonly Writer _now = new(verifier);

    /// <summary>The first digest that a channel gets: what the story is about, what is disputed in it, and how the markets moved.</summary>
    public Digest Overview(ReaderScope scope)
    {
        var seen = _snapshot.Records.Where(record => record.Review == ReviewState.Reviewed && scope.Sees(record)).ToList();
        var disputed = seen.OfType<Claim>().Where(claim => claim.Disputes.Count > 0 && claim.Status is ClaimStatus.Contradicted or ClaimStatus.Disputed);
        return Build(null, scope,
        [
            Section("At a glance", Answering.Selection.Overview.Summary(seen), scope),
            Section("Disputed or contradicted", disputed, scope),
            Market(seen.OfType<MarketFact>(), scope),
        ]);
    }

    /// <summary>What changed in substance since a moment, by the dates that the knowledge itself gives; what is dated at that moment is told.</summary>
    /// <exception cref="ArgumentException">The scope looks back itself.</exception>
    public Digest Since(DateTimeOffset moment, ReaderScope scope)
    {
        if (scope.AsOf is not null)
        {
            throw new ArgumentException("A digest tells what changed up to now, not up to a past moment.", nameof(scope));
        }

        return Changes(verifier, new ReaderScope(moment, scope.IsCleared, moment.AddTicks(-1)), moment, scope);
    }

    /// <summary>What changed in substance between an older snapshot and this one.</summary>
    /// <param name="before">Verifies against the older snapshot, whose words are shown beside the new ones.</param>
    /// <param name="seenBefore">What the channel saw of it.</param>
    /// <param name="moment">When the channel's last digest was made.</param>
    /// <param name="scope">What the channel sees now.</param>
    public Digest Changes(AnswerVerifier before, ReaderScope seenBefore, DateTimeOffset moment, ReaderScope scope)
    {
        ArgumentNullException.ThrowIfNull(before);
        var changes = SnapshotDiff.Between(before.Snapshot, seenBefore, _snapshot, scope).ToLookup(change => change.Kind);
        var then = new Writer(before);
        var isNew = changes[ChangeKind.New].Select(change => change.After!).ToList();
        return Build(moment, scope,
        [
            Section("New", isNew.Where(record => record is not MarketFact), scope),
            .. changes[ChangeKind.Changed].Take(MostOfAKind).Select(change => Compare(change, then, seenBefore, scope)),
            .. changes[ChangeKind.Retracted].Take(MostOfAKind).Select(change => Compare(change, then, seenBefore, scope)),
            .. changes[ChangeKind.Removed].Take(MostOfAKind).Select(change => Compare(change, then, seenBefore, scope)),
            Market(isNew.OfType<MarketFact>(), scope),
        ]);
    }

    private Digest Build(DateTimeOffset? since, ReaderScope scope, IEnumerable<DigestSection?> sections) =>
        new(_snapshot.Story, _snapshot.Id, _snapshot.Story.AsOfFor(scope), since, [.. sections.OfType<DigestSection>()]);

    private DigestSection? Section(string heading, IEnumerable<KnowledgeRecord> records, ReaderScope scope)
    {
        var all = records.ToList();
        return _now.List([.. all.Take(MostOfAKind)], scope) is { } answer
            ? new DigestSection(heading, answer) { Note = all.Count > MostOfAKind ? More(all.Count - MostOfAKind) : null }
            : null;
    }

    /// <summary>What became of a record, with what it said before; null where neither can be told.</summary>
    internal DigestSection? Compare(RecordChange change, AnswerVerifier before, ReaderScope seenBefore, ReaderScope scope) =>
        Compare(change, new Writer(before), seenBefore, scope);

    private DigestSection? Compare(RecordChange change, Writer then, ReaderScope seenBefore, ReaderScope scope)
    {
        var heading = change.Kind switch
        {
            ChangeKind.New => "New",
            ChangeKind.Changed => $"Changed: {string.Join(", ", change.Fields)}",
            ChangeKind.Retracted => "Retracted",
            ChangeKind.Removed => "No longer in the knowledge",
            _ => throw new ArgumentOutOfRangeException(nameof(change), change.Kind, "A change of unknown kind."),
        };
        var before = change.Before is { } old ? then.List([old], seenBefore) : null;
        var now = change.After is { } record ? _now.List([record], scope) : null;
        return before is null && now is null ? null : new DigestSection(heading, now) { Before = before };
    }

    private DigestSection? Market(IEnumerable<MarketFact> facts, ReaderScope scope)
    {
        var moves = facts.Where(fact => FigureWords.IsMove(fact) && fact.Basis == MarketBasis.Close).DistinctBy(fact => (fact.Instrument, fact.Unit, fact.Date)).ToList();
        return _now.Table([.. moves.Take(MostFigures)], scope) is { } table
            ? new DigestSection("Markets at the close", table) { Note = moves.Count > MostFigures ? More(moves.Count - MostFigures) : null }
            : null;
    }

    private static string More(int count) => count == 1 ? "1 more is in the knowledge." : $"{count} more are in the knowledge.";


    /// <summary>Writes verified lines from one snapshot.</summary>
    private sealed class Writer(AnswerVerifier verifier)
    {
        private readonly PartComposer _composer = new(new StoryProfile(verifier.Snapshot));
        private readonly Support _support = new(verifier.Snapshot);

        public VerifiedAnswer? List(IReadOnlyList<KnowledgeRecord> records, ReaderScope scope)
        {
            var draft = new DraftBuilder();
            _composer.WriteList(records, draft);
            return Verify(draft.Build(), scope);
        }

        public VerifiedAnswer? Table(IReadOnlyList<MarketFact> facts, ReaderScope scope) =>
            facts.Count == 0 ? null : Verify(MarketTable.Draft(facts, _support), scope);

        private VerifiedAnswer? Verify(DraftAnswer draft, ReaderScope scope) => verifier.Verify(draft, scope).Answer;
    }
}
