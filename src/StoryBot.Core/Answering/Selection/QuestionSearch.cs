using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Selection;

/// <summary>
/// Evidence search that reads the words as a question first, so that a record is found under other words than its own:
/// by what is understood of the question, and by how much of it the record covers. A snapshot without records is searched
/// by the words alone. Safe to share between threads.
/// </summary>
public sealed class QuestionSearch
{
    // Set on the paraphrases for development: more of it moves the right record down again.
    private const double CoverageWeight = 0.6;

    // A record in quite other words may stand far down in the search's own order.
    private const int LeastRead = 40;

    private readonly IEvidenceSearch _search;
    private readonly Lazy<Readers> _readers;

    /// <summary>Reads words against the snapshot of this search; its tables are built when they are first needed.</summary>
    public QuestionSearch(IEvidenceSearch search)
    {
        ArgumentNullException.ThrowIfNull(search);
        _search = search;
        _readers = new Lazy<Readers>(() => new Readers(new QuestionReader(search.Snapshot), new StoryProfile(search.Snapshot)));
    }

    /// <summary>The evidence that bears on the words, best first.</summary>
    /// <param name="text">The words, as a person would type them.</param>
    /// <param name="scope">What the reader may see.</param>
    /// <param name="top">How many hits at the most, from 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    public EvidenceSet Search(string text, ReaderScope scope, int top, CancellationToken cancellationToken)
    {
        if (_search.Snapshot.Records.Count == 0)
        {
            return _search.Search(new EvidenceQuery { Text = text, Scope = scope, Top = top }, cancellationToken);
        }

        var (reader, profile) = _readers.Value;
        var part = reader.Read(new Question { Text = text, Scope = scope }).Parts[0];
        var found = _search.Search(new EvidenceQuery { Text = text, Scope = scope, Top = Math.Max(top, LeastRead), Part = part }, cancellationToken);
        if (found.Hits.Count == 0 || part.Refusal is not null)
        {
            return found with { Hits = [.. found.Hits.Take(top)] };
        }

        var needs = new QuestionNeeds(part, profile);
        var share = CoverageWeight * found.Hits[0].Score;
        return found with
        {
            Hits = [.. found.Hits
                .Select(hit => hit.Record is { } record && profile.Of(record.Id) is { } words ? hit with { Score = hit.Score + (share * needs.Measure(words).Coverage) } : hit)
                .OrderByDescending(hit => hit.Score)
                .Take(top)],
        };
    }

    private sealed record Readers(QuestionReader Reader, StoryProfile Profile);
}
