namespace StoryBot.Core.Answering.Understanding.Threads;

/// <summary>How a question leans on the thread.</summary>
internal enum FollowUpKind
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The same question of another subject: "and the Nasdaq?".</summary>
    NewSubject,

    /// <summary>Another question of the same subject: "who said that?", "why?".</summary>
    SameSubject,

    /// <summary>A question that leaves its subject unsaid: "how big is the full one?".</summary>
    Ellipsis,

    /// <summary>A question of its own in which a pronoun stands for something earlier: "did he mention Llama?".</summary>
    Pronoun,
}
