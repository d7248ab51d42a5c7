using Microsoft.Extensions.AI;
using StoryBot.Core.Answering.EvidenceSearch.Words;

namespace StoryBot.Core.Answering.EvidenceSearch.Vectors;

/// <summary>
/// The built-in embeddings: a text's word vectors, weighted by smooth inverse frequency (Arora, Liang and Ma 2017) and
/// summed, without what all English sentences share, scaled to length 1; all zeros for a text without a known word. For
/// ranking only. Needs no network; safe to share between threads.
/// </summary>
public sealed class WordVectorEmbeddingGenerator : IEmbeddingGenerator<string, Embedding<float>>
{
    private static readonly EmbeddingGeneratorMetadata Metadata =
        new("built-in", defaultModelId: "glove100-60k-int4", defaultModelDimensions: WordVectors.BuiltIn.Dimensions);

    /// <inheritdoc/>
    public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values,
        EmbeddingGenerationOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(values);
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        foreach (var value in values)
        {
            cancellationToken.ThrowIfCancellationRequested();
            embeddings.Add(new Embedding<float>(Embed(value)));
        }

        return Task.FromResult(embeddings);
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return serviceKey is not null ? null
            : serviceType == typeof(EmbeddingGeneratorMetadata) ? Metadata
            : serviceType.IsInstanceOfType(this) ? this
            : null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        // The table is shared and lives as long as the process.
    }

    private static float[] Embed(string text)
    {
        var table = WordVectors.BuiltIn;
        var sum = new float[table.Dimensions];
        var scanner = new WordScanner(text, new char[WordScanner.BufferSize]);
        while (scanner.Next())
        {
            var row = table.Find(scanner.Word);
            if (row >= 0 && !WordLists.Stop.GetAlternateLookup<ReadOnlySpan<char>>().Contains(scanner.Word))
            {
                table.AddTo(sum, row, 1);
            }
        }

        VectorMath.Add(sum, table.CommonDirection, -VectorMath.Dot(sum, table.CommonDirection));
        VectorMath.Normalise(sum);
        return sum;
    }
}
