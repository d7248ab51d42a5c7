using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Understanding.Words;

/// <summary>A word or figure of a text. Immutable.</summary>
/// <param name="Text">The word as it counts: as typed, or corrected.</param>
/// <param name="Key">The word in its comparable form (see <see cref="TextFolding"/>); never empty.</param>
/// <param name="Start">Where it starts in the text, in UTF-16 units.</param>
/// <param name="Length">How many UTF-16 units it takes there.</param>
/// <param name="Traits">What it looks like.</param>
/// <param name="Break">The strongest punctuation mark between it and the next token, or <c>'\0'</c>.</param>
internal readonly record struct QuestionWord(string Text, string Key, int Start, int Length, WordTraits Traits, char Break)
{
    /// <summary>The misspelt word that <see cref="Text"/> replaces, where it does.</summary>
    public string? Typed { get; init; }

    /// <summary>Where it ends in the text.</summary>
    public int End => Start + Length;

    /// <summary>Whether it starts with a digit.</summary>
    public bool IsFigure => char.IsAsciiDigit(Key[0]);

    /// <summary>Whether it has the trait.</summary>
    public bool Has(WordTraits trait) => (Traits & trait) != 0;
}
