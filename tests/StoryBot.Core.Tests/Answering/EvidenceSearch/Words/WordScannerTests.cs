using StoryBot.Core.Answering.EvidenceSearch.Words;

namespace StoryBot.Core.Tests.Answering.EvidenceSearch.Words;

public sealed class WordScannerTests
{
    [Theory]
    [InlineData("NVIDIA's $5.6M and 17%", "nvidia 5.6 million and 17 percent")]
    [InlineData("1,000,000 people in the U.S. today", "1000000 people in the us today")]
    [InlineData("don’t stop the café", "don't stop the cafe")]
    [InlineData("GPT-4o beats o1-mini", "gpt 4o beats o1 mini")]
    [InlineData("深圳 R1", "深 圳 r1")]
    [InlineData("", "")]
    public void Next_Text_GivesIndexedForms(string text, string expected) =>
        Assert.Equal(expected, string.Join(' ', Scan(text).Select(word => word.Word)));

    [Fact]
    public void StartsSentence_AbbreviationOrInitial_DoesNotEndOne()
    {
        var starts = Scan("Dr. J. Smith spoke in May. He left.\nnew line").Where(word => word.Starts).Select(word => word.Word);

        Assert.Equal(["dr", "he", "new"], starts);
    }

    [Fact]
    public void Next_WordOfAnyLength_IsCutNotRefused() => Assert.Equal(64, Scan(new string('a', 10_000)).Single().Word.Length);

    private static List<(string Word, bool Starts)> Scan(string text)
    {
        var words = new List<(string, bool)>();
        var scanner = new WordScanner(text, new char[WordScanner.BufferSize]);
        while (scanner.Next())
        {
            words.Add((scanner.Word.ToString(), scanner.StartsSentence));
        }

        return words;
    }
}
