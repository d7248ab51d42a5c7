namespace StoryBot.Core.Knowledge.Files;

/// <summary>A single value as it is written, with quoting and folding resolved.</summary>
internal sealed class YamlScalar(string text, bool isPlain, int line) : YamlNode(line, 1, 1)
{
    /// <summary>The characters.</summary>
    public string Text { get; } = text;

    /// <summary>Whether it says that there is no value: nothing, <c>~</c> or <c>null</c>, unquoted.</summary>
    public bool IsNull { get; } = isPlain && text is ("" or "~" or "null");

    /// <inheritdoc/>
    public override string Noun => IsNull ? "nothing" : "text";
}
