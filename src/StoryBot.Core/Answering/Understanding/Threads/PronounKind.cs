namespace StoryBot.Core.Answering.Understanding.Threads;

/// <summary>What a pronoun can stand for.</summary>
internal enum PronounKind
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A person: he, her.</summary>
    Person,

    /// <summary>A thing: it.</summary>
    Thing,

    /// <summary>Several, or an organisation: they.</summary>
    Group,

    /// <summary>Everything that was said: that.</summary>
    Whole,
}
