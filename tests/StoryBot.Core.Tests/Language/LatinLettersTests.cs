using StoryBot.Core.Language;

namespace StoryBot.Core.Tests.Language;

public sealed class LatinLettersTests
{
    [Theory]
    [InlineData('é', 'e')]
    [InlineData('Ř', 'R')]
    [InlineData('ł', 'l')]
    [InlineData('ế', 'e')]
    [InlineData('x', 'x')]
    [InlineData('ж', 'ж')]
    public void WithoutMarks_Letter_GivesItsBase(char letter, char plain) =>
        Assert.Equal(plain, LatinLetters.WithoutMarks(letter));

    [Theory]
    [InlineData('e', '\u0301', 'é')]
    [InlineData('R', '\u030C', 'Ř')]
    [InlineData('c', '\u0327', 'ç')]
    public void Compose_LetterAndMark_GivesOneCharacter(char letter, char mark, char composed) =>
        Assert.Equal(composed, LatinLetters.Compose(letter, mark));

    [Theory]
    [InlineData('q', '\u0301')]
    [InlineData('e', 'x')]
    public void Compose_WithoutSuchALetter_GivesNull(char letter, char mark) =>
        Assert.Null(LatinLetters.Compose(letter, mark));
}
