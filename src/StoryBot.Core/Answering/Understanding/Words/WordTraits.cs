namespace StoryBot.Core.Answering.Understanding.Words;

/// <summary>What a token looks like in its text.</summary>
[Flags]
internal enum WordTraits
{
    /// <summary>Nothing special.</summary>
    None = 0,

    /// <summary>It starts with a capital letter.</summary>
    Capitalised = 1,

    /// <summary>It has two letters or more, all capital.</summary>
    AllCapitals = 2,

    /// <summary>It stands in the possessive.</summary>
    Possessive = 4,

    /// <summary>It is the first of a sentence or follows an opening quotation mark.</summary>
    StartsSentence = 8,

    /// <summary>No space, only a hyphen, slash or underscore, parts it from the token before.</summary>
    Joined = 16,

    /// <summary>It was misspelt and has been corrected.</summary>
    Corrected = 32,

    /// <summary>It is the second half of a contraction: the "not" of "didn't".</summary>
    Contracted = 64,
}
