using StoryBot.Core.Answering.EvidenceSearch.Vectors;

namespace StoryBot.Core.Tests.Answering.EvidenceSearch.Vectors;

public sealed class WordVectorsTests
{
    [Fact]
    public void Find_CommonAndUnknownWords_TellsThemApart()
    {
        Assert.Equal(0, WordVectors.BuiltIn.Find("the"));
        Assert.True(WordVectors.BuiltIn.Find("bridge") > 0);
        Assert.Equal(-1, WordVectors.BuiltIn.Find("qzxqzx"));
        Assert.Equal(-1, WordVectors.BuiltIn.Find(new string('x', 500)));
    }

    [Fact]
    public void Weight_RareWord_IsNearOneAndCommonWordNearZero()
    {
        Assert.InRange(WordVectors.BuiltIn.Weight(0), 0, 0.1f);
        Assert.InRange(WordVectors.BuiltIn.Weight(50_000), 0.95f, 1);
    }

    [Theory]
    [InlineData("sceptical", "skeptical", "river")]
    [InlineData("price", "cost", "tiger")]
    public void ReadCodes_RelatedWords_LieNearer(string word, string near, string far) =>
        Assert.True(Cosine(word, near) > Cosine(word, far) + 0.2);

    private static double Cosine(string left, string right)
    {
        var (a, b) = (new sbyte[PackedVectors.Size], new sbyte[PackedVectors.Size]);
        var lengths = WordVectors.BuiltIn.ReadCodes(WordVectors.BuiltIn.Find(left), a) * WordVectors.BuiltIn.ReadCodes(WordVectors.BuiltIn.Find(right), b);
        var (wideA, wideB) = (new short[PackedVectors.Size], new short[PackedVectors.Size]);
        PackedVectors.Widen(a, wideA);
        PackedVectors.Widen(b, wideB);
        var packed = PackedVectors.Dot(wideA, wideB);
        Assert.Equal(a.Zip(b, (x, y) => x * y).Sum(), packed);
        return packed / (double)lengths;
    }
}
