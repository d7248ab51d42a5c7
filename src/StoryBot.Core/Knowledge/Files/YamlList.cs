namespace StoryBot.Core.Knowledge.Files;

/// <summary>A YAML sequence.</summary>
internal sealed class YamlList(IReadOnlyList<YamlNode> items, int line, long size, int depth) : YamlNode(line, size, depth)
{
    /// <summary>The items in order.</summary>
    public IReadOnlyList<YamlNode> Items { get; } = items;

    /// <inheritdoc/>
    public override string Noun => "a list";
}
