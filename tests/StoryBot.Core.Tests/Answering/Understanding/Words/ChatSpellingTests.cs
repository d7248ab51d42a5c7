using StoryBot.Core.Answering.Understanding.Words;

namespace StoryBot.Core.Tests.Answering.Understanding.Words;

public sealed class ChatSpellingTests
{
    [Theory]
    [InlineData("wat did they say abt it", "what did they say about it")]
    [InlineData("wich ppl left, cuz of wat?", "which people left, because of what?")]
    [InlineData("Who restored Angkor Wat?", "Who restored Angkor Wat?")]
    [InlineData("What about the water and the habit?", "What about the water and the habit?")]
    [InlineData("", "")]
    public void ShortSpelling_InAChat_IsWrittenOut(string text, string expected)
    {
        Assert.Equal(expected, ChatSpelling.WriteOut(text));
    }
}
