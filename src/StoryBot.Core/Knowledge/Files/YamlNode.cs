namespace StoryBot.Core.Knowledge.Files;

/// <summary>A value of a YAML file with the place where it stands. Immutable; an aliased value is shared, not copied.</summary>
internal abstract class YamlNode(int line, long size, int depth)
{
    /// <summary>The line on which it starts, counted from 1.</summary>
    public int Line { get; } = line;

    /// <summary>How many values it holds with every alias expanded, itself included.</summary>
    public long Size { get; } = size;

    /// <summary>How many levels it holds, itself included.</summary>
    public int Depth { get; } = depth;

    /// <summary>What it is, for messages: "text", "a list", "a mapping".</summary>
    public abstract string Noun { get; }
}
