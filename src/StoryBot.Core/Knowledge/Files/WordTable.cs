namespace StoryBot.Core.Knowledge.Files;

/// <summary>The words that a key allows and what they mean.</summary>
internal sealed class WordTable<T>(params (string Word, T Value)[] words)
    where T : struct
{
    /// <summary>The words, for messages and for the schema's test.</summary>
    public IReadOnlyList<string> Words { get; } = [.. words.Select(word => word.Word)];

    /// <summary>The meaning of a word, or null.</summary>
    public T? Find(string text)
    {
        foreach (var (word, value) in words)
        {
            if (word == text)
            {
                return value;
            }
        }

        return null;
    }
}
