namespace StoryBot.Core.Answering.EvidenceSearch.Words;

/// <summary>The words that stand for a story's entities in an index: no text can contain them.</summary>
internal static class EntityWords
{
    /// <summary>The character that such a word starts with.</summary>
    public const char Mark = '@';

    /// <summary>The word for the entity at this place in the story's list.</summary>
    public static string Of(int entity) => $"{Mark}{entity}";
}
