namespace StoryBot.Benchmarks.Retrieval;

/// <summary>Why a question can or cannot be answered.</summary>
internal enum Answerable
{
    /// <summary>The corpus answers it.</summary>
    Yes,

    /// <summary>The topic is there, the premise altered.</summary>
    Altered,

    /// <summary>The topic is not there.</summary>
    Absent,
}

/// <summary>A question's features with what is known of it.</summary>
/// <param name="Set">The question set.</param>
/// <param name="Group">What must not be split: the article.</param>
/// <param name="Kind">Whether it can be answered.</param>
/// <param name="Weight">How much it counts in fitting.</param>
/// <param name="Values">The features.</param>
internal sealed record TrainingRow(string Set, string Group, Answerable Kind, double Weight, float[] Values);
