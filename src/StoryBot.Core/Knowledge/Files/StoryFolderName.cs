namespace StoryBot.Core.Knowledge.Files;

/// <summary>Says which names a new story's folder may have: the name is the story's id, which people type.</summary>
internal static class StoryFolderName
{
    private const int Limit = 60;

    /// <summary>Why a name cannot be used, with the way on; null where it can.</summary>
    public static string? Problem(string name) =>
        name.Length is > 0 and <= Limit && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')
            ? null
            : $"'{name}' cannot be a story's id. Use letters, digits and hyphens, starting with a letter or digit, at most {Limit} characters: 'chip-market'.";
}
