namespace StoryBot.Core.Knowledge.Files;

/// <summary>A YAML mapping. Keys may repeat: the reader of fields reports that.</summary>
internal sealed class YamlMap(IReadOnlyList<YamlMap.Entry> entries, int line, long size, int depth) : YamlNode(line, size, depth)
{
    /// <summary>A key, the line on which it stands, and its value.</summary>
    internal readonly record struct Entry(string Key, int Line, YamlNode Value);

    /// <summary>The entries in order.</summary>
    public IReadOnlyList<Entry> Entries { get; } = entries;

    /// <inheritdoc/>
    public override string Noun => "a mapping";

    /// <summary>The value of the key's first appearance, or null.</summary>
    public YamlNode? Find(string key)
    {
        foreach (var entry in Entries)
        {
            if (entry.Key == key)
            {
                return entry.Value;
            }
        }

        return null;
    }
}
