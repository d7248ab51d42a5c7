using StoryBot.Core.Answering.EvidenceSearch.Indexing;
using StoryBot.Core.Answering.EvidenceSearch.Ranking;

namespace StoryBot.Core.Answering.EvidenceSearch.Calibration;

/// <summary>Judges how far the best documents can answer a query. Word vectors have no say in it.</summary>
internal static class AnswerabilityJudge
{
    private const double Even = 0.5;

    /// <summary>The judgement.</summary>
    public static Answerability Judge(EvidenceIndex index, RankedEvidence ranked)
    {
        var missing = Missing(ranked);
        if (ranked.Best.Count == 0 || ranked.Best.All(reading => reading.Signals.Held <= 0))
        {
            return Answerability.None with { MissingTerms = missing };
        }

        var features = AnswerabilityFeatures.Of(index, ranked);
        var topic = AnswerabilityModel.Topic.Probability(features.Values);
        var premise = AnswerabilityModel.Premise.Probability(features.Values);
        var isAbsent = topic < Even;
        return new Answerability(AnswerabilityModel.Combine(premise, topic), missing, isAbsent, !isAbsent && premise < Even ? features.Departure : null);
    }

    private static List<string> Missing(RankedEvidence ranked) =>
    [
        .. ranked.Terms.Terms
            .Where((_, i) => ranked.Best.All(reading => reading.InDocument[i] == 0))
            .OrderByDescending(term => term.Rarity)
            .Select(term => term.Text),
    ];
}
