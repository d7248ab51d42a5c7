namespace StoryBot.Core.Answering.Checking;

/// <summary>How a part stands to a candidate.</summary>
internal enum Relation
{
    /// <summary>They speak of different things.</summary>
    Unrelated,

    /// <summary>The candidate says what the part says.</summary>
    Same,

    /// <summary>They speak of the same thing and say different things of it.</summary>
    Different,

    /// <summary>The candidate says it of somebody else, or as somebody else's words.</summary>
    OtherName,
}
