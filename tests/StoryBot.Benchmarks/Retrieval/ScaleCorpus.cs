using StoryBot.Core.Language;

namespace StoryBot.Benchmarks.Retrieval;

/// <summary>A large corpus made of real sentences: abstracts and paragraphs cut into sentences and dealt out anew, always in the same way.</summary>
internal static class ScaleCorpus
{
    private const int Seed = 20250127;

    /// <summary>The texts, of three to six sentences each.</summary>
    public static IEnumerable<CorpusText> Texts(IEnumerable<RetrievalSet> sets, int count)
    {
        var sentences = sets
            .SelectMany(set => set.Snapshot.Passages.All())
            .SelectMany(passage => SentenceSplitter.Split(passage.Text))
            .Where(sentence => sentence.Length > 30)
            .ToArray();
        var random = new Random(Seed);
        for (var i = 0; i < count; i++)
        {
            var text = string.Join(' ', Enumerable.Range(0, random.Next(3, 7)).Select(_ => sentences[random.Next(sentences.Length)]));
            yield return new CorpusText($"d{i}", $"Text {i}", text, null);
        }
    }
}
