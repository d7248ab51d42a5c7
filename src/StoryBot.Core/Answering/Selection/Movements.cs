using System.Collections.Frozen;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Selection;

/// <summary>Tells whether a record says how something moved.</summary>
internal static class Movements
{
    private static readonly FrozenSet<string> Verbs = Stems.Of(
        "fall falls fell fallen drop dropped drops lose loses lost loss decline declined slide slid slump slumped tumble tumbled plunge plunged plummet "
        + "sink sank dip dipped crash crashed shed rout rise rises rose risen gain gained climb climbed jump jumped surge surged rally rallied advance "
        + "advanced rebound rebounded soar soared erase erased wipe wiped close closed open opened move moved")
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A figure of a market, or a claim with a word of movement.</summary>
    public static bool Tells(RecordProfile record) => record.Record is MarketFact fact
        ? FigureWords.IsMove(fact) || FigureWords.IsLevel(fact) || fact.Basis is not null || record.Words.Any(Verbs.Contains)
        : record.Words.Any(Verbs.Contains);
}
