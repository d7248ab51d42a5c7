using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Composition;

/// <summary>Answers from the full text of sources: the sentences that share most with the question, word for word.</summary>
internal static class PassageWriter
{
    private const int SentenceLimit = 2;

    /// <summary>Adds the best sentences of the passages, best passage first.</summary>
    public static void Write(QuestionPart part, IReadOnlyList<Passage> passages, DraftBuilder draft)
    {
        var wanted = Stems.Of(part.Text).ToHashSet(StringComparer.Ordinal);
        var added = 0;
        foreach (var passage in passages)
        {
            var best = SentenceSplitter.Split(passage.Text)
                .Select(sentence => sentence.Trim())
                .Where(sentence => sentence.Length > 0)
                .Select(sentence => (Sentence: sentence, Shared: Stems.Of(sentence).Distinct().Count(wanted.Contains)))
                .OrderByDescending(pair => pair.Shared)
                .Take(1)
                .Where(pair => added == 0 || pair.Shared >= 3);
            foreach (var (sentence, _) in best)
            {
                draft.Add(sentence, [new CitedSupport { Passage = passage }]);
                added++;
            }

            if (added == SentenceLimit)
            {
                return;
            }
        }
    }
}
