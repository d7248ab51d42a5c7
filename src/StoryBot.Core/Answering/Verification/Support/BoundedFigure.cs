using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Support;

/// <summary>A figure with the words that limit it.</summary>
/// <param name="Quantity">The figure.</param>
/// <param name="Bound">How it is limited.</param>
internal readonly record struct BoundedFigure(Quantity Quantity, FigureBound Bound)
{
    /// <summary>How the words in front of the token limit a figure there.</summary>
    public static FigureBound BoundBefore(string text, List<Token> tokens, int token)
    {
        var one = At(text, tokens, token - 1);
        var two = At(text, tokens, token - 2);
        if (one is "than" || one is "least" or "most" && two is "at" || one is "to" && two is "up" or "close")
        {
            return two is "more" or "greater" or "higher" or "larger" || one is "least" ? FigureBound.More
                : two is "less" or "fewer" or "lower" or "smaller" ? FigureBound.Less
                : two is "up" || one is "most" ? FigureBound.UpTo
                : two is "close" ? FigureBound.About
                : FigureBound.None;
        }

        return one switch
        {
            "about" or "around" or "roughly" or "approximately" or "some" or "circa" or "~" or "estimated" => FigureBound.About,
            "over" or "above" or "exceeding" => FigureBound.More,
            "under" or "below" or "nearly" or "almost" => FigureBound.Less,
            "a" or "an" or "the" or "its" or "only" or "just" => BoundBefore(text, tokens, token - 1),
            _ => FigureBound.None,
        };
    }

    private static string At(string text, List<Token> tokens, int index) =>
        index >= 0 ? tokens[index].In(text).ToString().ToLowerInvariant() : string.Empty;
}
