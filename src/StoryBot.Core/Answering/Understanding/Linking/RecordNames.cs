using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Linking;

/// <summary>
/// Collects the speakers, organisations, claimants, instruments and subjects that the records name, so that a pack
/// without a list of entities is understood as well. Drafts give nothing.
/// </summary>
internal static class RecordNames
{
    /// <summary>Each name once, in order of first use.</summary>
    public static IReadOnlyList<DerivedEntity> Collect(KnowledgeSnapshot snapshot)
    {
        var publishers = snapshot.Sources.Select(source => source.Publisher).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var found = new Dictionary<string, DerivedEntity>(StringComparer.OrdinalIgnoreCase);
        foreach (var record in snapshot.Records.Where(record => record.Review != ReviewState.Draft))
        {
            foreach (var (name, kind, symbol) in NamesIn(record))
            {
                Add(found, name, name is not null && publishers.Contains(name.Trim()) ? "organisation" : kind, symbol, record.Embargo);
            }
        }

        return [.. found.Values];
    }

    private static IEnumerable<(string? Name, string Kind, string? Symbol)> NamesIn(KnowledgeRecord record)
    {
        switch (record)
        {
            case Quote quote:
                yield return (quote.Speaker, "person", null);
                yield return (quote.Organisation, "organisation", null);
                break;
            case MarketFact fact:
                yield return (fact.Instrument, "instrument", fact.Symbol);
                break;
            case Claim claim:
                yield return (claim.Claimant, KindOf(claim.Claimant), null);
                foreach (var dispute in claim.Disputes)
                {
                    yield return (dispute.By, KindOf(dispute.By), null);
                }

                foreach (var about in claim.About)
                {
                    yield return (about, "subject", null);
                }

                break;
        }
    }

    private static void Add(
        Dictionary<string, DerivedEntity> found, string? name, string kind, string? symbol, DateTimeOffset? embargo)
    {
        name = name?.Trim();
        if (string.IsNullOrEmpty(name) || !name.Any(char.IsUpper))
        {
            return;
        }

        IReadOnlyList<string> aliases = string.IsNullOrWhiteSpace(symbol) ? [] : [symbol];
        if (!found.TryGetValue(name, out var known))
        {
            found[name] = new DerivedEntity(new Entity { Name = name, Kind = kind, Aliases = aliases }, embargo);
            return;
        }

        var merged = known.Entity with { Aliases = [.. known.Entity.Aliases.Union(aliases, StringComparer.OrdinalIgnoreCase)] };
        found[name] = new DerivedEntity(merged, known.VisibleFrom is { } old && embargo is { } mine ? (old < mine ? old : mine) : null);
    }

    // Two or three capitalised words are read as a person's name; anything else as an organisation.
    private static string KindOf(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length is 2 or 3 && words.All(word => char.IsUpper(word[0]) && word.Any(char.IsLower)) ? "person" : "organisation";
    }
}
