using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Understanding.Linking;
using StoryBot.Core.Answering.Understanding.Words;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Intents;

/// <summary>The entities that trade on a market by the story's figures. Built once; safe to share between threads.</summary>
internal sealed class MarketNames
{
    private static readonly HashSet<string> Measures = new(StringComparer.OrdinalIgnoreCase)
    {
        "price", "change", "close", "open", "level", "market value", "market-value", "market cap", "market-cap", "share price", "yield",
    };

    private static readonly HashSet<string> Kinds = new(StringComparer.OrdinalIgnoreCase)
    {
        "index", "stock", "share", "instrument", "commodity", "currency", "market", "bond", "cryptocurrency", "fund",
    };

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Reads the snapshot's figures.</summary>
    public MarketNames(KnowledgeSnapshot snapshot, EntityIndex index)
    {
        foreach (var fact in snapshot.MarketFacts.Where(fact => FigureWords.IsTraded(fact) || (Measures.Contains(fact.Measure) && !IsTariff(fact))))
        {
            var key = string.Concat(WordReader.Read(fact.Instrument).Select(word => word.Key));
            foreach (var form in index.Find(key))
            {
                _names.Add(form.Entity.Name);
            }
        }
    }

    // "USD per million tokens": what a service costs, not what something trades at.
    private static bool IsTariff(MarketFact fact) => fact.Unit.Contains(" per ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it trades.</summary>
    public bool Contains(Entity entity) => _names.Contains(entity.Name);

    /// <summary>Whether it is nothing but something traded: an index, a commodity.</summary>
    public static bool IsIndex(Entity entity) => Kinds.Contains(entity.Kind);
}
