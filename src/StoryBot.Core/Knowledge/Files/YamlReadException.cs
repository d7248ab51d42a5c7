namespace StoryBot.Core.Knowledge.Files;

/// <summary>Carries a finding out of the reading of one YAML file, which cannot go on. Never leaves the reading.</summary>
internal sealed class YamlReadException(string id, int line, string message, string fix) : Exception(message)
{
    /// <summary>The finding's id.</summary>
    public string Id { get; } = id;

    /// <summary>The line, counted from 1.</summary>
    public int Line { get; } = line;

    /// <summary>What to do about it.</summary>
    public string Fix { get; } = fix;
}
