namespace StoryBot.Core.Answering.Verification.Support;

/// <summary>How a text limits a figure.</summary>
internal enum FigureBound
{
    /// <summary>It stands by itself.</summary>
    None,

    /// <summary>About, roughly, around.</summary>
    About,

    /// <summary>More than, over, at least.</summary>
    More,

    /// <summary>Less than, under, nearly, almost.</summary>
    Less,

    /// <summary>Up to, at most.</summary>
    UpTo,
}
