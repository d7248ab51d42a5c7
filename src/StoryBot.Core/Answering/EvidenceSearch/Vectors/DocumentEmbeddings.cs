using Microsoft.Extensions.AI;

namespace StoryBot.Core.Answering.EvidenceSearch.Vectors;

/// <summary>The embeddings of a pack's documents by a configured generator, worked out once. Safe to share between threads.</summary>
internal sealed class DocumentEmbeddings
{
    private const int Batch = 64;

    private readonly IEmbeddingGenerator<string, Embedding<float>> _generator;
    private readonly List<float[]> _documents = [];

    private DocumentEmbeddings(IEmbeddingGenerator<string, Embedding<float>> generator) => _generator = generator;

    /// <summary>Embeds the texts, one for each document, in order.</summary>
    public static DocumentEmbeddings Of(
        IEnumerable<string> texts,
        IEmbeddingGenerator<string, Embedding<float>> generator,
        CancellationToken cancellationToken)
    {
        var embeddings = new DocumentEmbeddings(generator);
        foreach (var batch in texts.Chunk(Batch))
        {
            embeddings._documents.AddRange(embeddings.Embed(batch, cancellationToken));
        }

        return embeddings;
    }

    /// <summary>The query's embedding, of length 1.</summary>
    public float[] Embed(string query, CancellationToken cancellationToken) => Embed([query], cancellationToken)[0];

    /// <summary>The cosine of a document's embedding with a query's, 0 to 1; what points away counts 0.</summary>
    public double Cosine(int document, float[] query) => Math.Clamp(VectorMath.Dot(_documents[document], query), 0, 1);

    // Search is synchronous: beside a network generator everything else in it takes no time.
    private List<float[]> Embed(string[] texts, CancellationToken cancellationToken)
    {
        var generated = _generator.GenerateAsync(texts, cancellationToken: cancellationToken).GetAwaiter().GetResult();
        return generated.Count == texts.Length
            ? generated.Select(embedding => Normalised(embedding.Vector)).ToList()
            : throw new InvalidOperationException($"The embedding generator gave {generated.Count} embeddings for {texts.Length} texts.");
    }

    private static float[] Normalised(ReadOnlyMemory<float> vector)
    {
        var copy = vector.ToArray();
        VectorMath.Normalise(copy);
        return copy;
    }
}
