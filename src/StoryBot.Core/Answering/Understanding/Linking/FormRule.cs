namespace StoryBot.Core.Answering.Understanding.Linking;

/// <summary>When a written form counts as its entity.</summary>
internal enum FormRule
{
    /// <summary>Always.</summary>
    Always,

    /// <summary>Only in capitals: "WHO" is an organisation, "who" is not.</summary>
    InCapitals,

    /// <summary>A first name or surname by itself: not beside another name, and an everyday word only as a name.</summary>
    PartOfName,
}
