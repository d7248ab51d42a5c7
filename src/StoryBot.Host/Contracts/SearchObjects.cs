using System.Text.Json;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Host.Contracts;

/// <summary>Writes search hits in the form that programs read.</summary>
internal static class SearchObjects
{
    /// <summary>The hits of a search, ranked from 1.</summary>
    public static SearchObject Of(JsonElement? id, EvidenceSet evidence) =>
        new(id, [.. evidence.Hits.Select((hit, index) => Hit(hit, index + 1))]);

    private static HitObject Hit(EvidenceHit hit, int rank)
    {
        var score = Math.Round(hit.Score, 4);
        if (hit.Record is not { } record)
        {
            var passage = hit.Passage ?? throw new InvalidOperationException("A hit is neither a record nor a passage.");
            return new HitObject { Rank = rank, Source = passage.Id.Source.Value, Paragraph = passage.Id.Paragraph, Score = score, Text = passage.Text };
        }

        return new HitObject
        {
            Rank = rank,
            Record = record.Id.ToString(),
            Refs = record.Refs,
            Source = record.Evidence[0].Source.Value,
            Paragraph = record.Evidence[0].Paragraph,
            Score = score,
            Text = TextOf(record),
        };
    }

    private static string TextOf(KnowledgeRecord record) => record switch
    {
        Claim claim when claim.Statement.Contains(claim.Claimant, StringComparison.OrdinalIgnoreCase) => claim.Statement,
        Claim claim => $"{claim.Claimant}: {claim.Statement}",
        Quote { IsParaphrase: true } quote => $"{quote.Speaker} (in substance): {quote.Text}",
        Quote quote => $"{quote.Speaker}: \"{quote.Text}\"",
        MarketFact fact => $"{fact.Instrument}, {fact.Measure}: {fact.Value} {fact.Unit}",
        _ => throw new ArgumentOutOfRangeException(nameof(record), record, null),
    };
}
