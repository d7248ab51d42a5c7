using Microsoft.Extensions.AI;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.EvidenceSearch.Vectors;

namespace StoryBot.Core.Tests.Answering.EvidenceSearch.Vectors;

public sealed class EmbeddingTests
{
    [Fact]
    public async Task GenerateAsync_RelatedTexts_LieNearer()
    {
        using var generator = new WordVectorEmbeddingGenerator();

        var embedded = await generator.GenerateAsync(
            ["The price of the shares fell.", "The stock lost value.", "Bake the bread in a hot oven.", "..."],
            cancellationToken: TestContext.Current.CancellationToken);

        Assert.True(Dot(embedded[0], embedded[1]) > Dot(embedded[0], embedded[2]) + 0.2);
        Assert.Equal(1, Dot(embedded[0], embedded[0]), 3);
        Assert.Equal(0, Dot(embedded[3], embedded[3]), 3);
    }

    [Fact]
    public void Search_ConfiguredGenerator_TakesThePlaceOfTheBuiltInVectors()
    {
        var snapshot = SearchStory.Snapshot(
            [SearchStory.Claim("first", "The harbour was closed."), SearchStory.Claim("second", "The harbour was opened.")]);
        using var generator = new OneFavourite("opened");
        using var search = LuceneEvidenceSearch.Open(snapshot, new EvidenceSearchOptions(), CancellationToken.None, generator);

        Assert.Equal("second", search.First("harbour"));
        Assert.True(generator.Calls >= 2);
    }

    private static double Dot(Embedding<float> left, Embedding<float> right) =>
        left.Vector.ToArray().Zip(right.Vector.ToArray(), (a, b) => a * b).Sum();

    /// <summary>Puts every text that has the word, and every query, in one place, and the rest in another.</summary>
    private sealed class OneFavourite(string word) : IEmbeddingGenerator<string, Embedding<float>>
    {
        public int Calls { get; private set; }

        public Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
            IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
        {
            Calls++;
            return Task.FromResult(new GeneratedEmbeddings<Embedding<float>>(values.Select(text =>
                new Embedding<float>(text.Contains(word, StringComparison.Ordinal) || text == "harbour" ? new float[] { 1, 0 } : new float[] { 0, 1 }))));
        }

        public object? GetService(Type serviceType, object? serviceKey = null) => null;

        public void Dispose()
        {
        }
    }
}
