namespace StoryBot.Core.Knowledge.Files;

/// <summary>The files of a pack.</summary>
internal static class PackFileNames
{
    /// <summary>What the story is; required.</summary>
    public const string Story = "story.yaml";

    /// <summary>The sources; required.</summary>
    public const string Sources = "sources.yaml";

    /// <summary>The claims.</summary>
    public const string Claims = "claims.yaml";

    /// <summary>The quotes.</summary>
    public const string Quotes = "quotes.yaml";

    /// <summary>The figures.</summary>
    public const string Market = "market.yaml";

    /// <summary>The folder of full texts.</summary>
    public const string Texts = "sources";

    /// <summary>The ending of a full text's file.</summary>
    public const string TextExtension = ".md";

    /// <summary>The five YAML files.</summary>
    public static readonly IReadOnlyList<string> Yaml = [Story, Sources, Claims, Quotes, Market];
}
