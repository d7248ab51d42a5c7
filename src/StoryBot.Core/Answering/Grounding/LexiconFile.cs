namespace StoryBot.Core.Answering.Grounding;

/// <summary>Reads the word lists that are part of the build.</summary>
internal static class LexiconFile
{
    /// <summary>The lines of the file that are neither empty nor a comment.</summary>
    /// <exception cref="InvalidOperationException">The build lacks it.</exception>
    public static IEnumerable<string> Lines(string name)
    {
        using var stream = typeof(LexiconFile).Assembly.GetManifestResourceStream("StoryBot.Core." + name)
            ?? throw new InvalidOperationException($"The build lacks {name}.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
