using StoryBot.Core.Answering.EvidenceSearch.Querying;
using StoryBot.Core.Answering.EvidenceSearch.Ranking;

namespace StoryBot.Core.Answering.EvidenceSearch.Calibration;

/// <summary>Judges how far the best documents can answer a query. Word vectors have no say in it.</summary>
internal sealed class AnswerabilityJudge
{
    /// <summary>The judgement on the best documents' signals, best first.</summary>
    public static Answerability Judge(SearchTerms terms, IReadOnlyList<DocumentSignals> best)
    {
        if (best.Count == 0 || best[0].Words <= 0)
        {
            return Answerability.None with { MissingTerms = [.. terms.Terms.OrderByDescending(term => term.Rarity).Select(term => term.Text)] };
        }

        var missing = terms.Terms.Where(term => term.Holders == 0).OrderByDescending(term => term.Rarity).Select(term => term.Text).ToList();
        var held = best.Max(signals => signals.Held);
        var coverage = best.Max(signals => signals.Coverage);
        var probability = 1 / (1 + Math.Exp(-(-2 + (2.5 * held) + (2.5 * coverage))));
        return new Answerability(probability, missing, held < 0.25, null);
    }
}
