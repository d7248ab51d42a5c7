namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>How much one occurrence of a word counts in each field, 0 to 1, before BM25 saturates it.</summary>
internal static class FieldWeights
{
    private static readonly float[] Weights = [1f, 1f, .7f, .5f, 1f, 1f];

    /// <summary>The weight of a field.</summary>
    public static float Of(DocumentField field) => Weights[(int)field];
}
