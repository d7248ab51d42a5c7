namespace StoryBot.Core.Knowledge.Files;

/// <summary>Finds a tab that stands where YAML wants spaces: the usual cause of an error that names something else.</summary>
internal static class TabIndentation
{
    /// <summary>The first line up to one past <paramref name="last"/> with a tab in its indentation, counted from 1, or null.</summary>
    public static int? FirstLine(string text, int last)
    {
        var line = 0;
        foreach (var content in text.AsSpan().EnumerateLines())
        {
            line++;
            if (line > last + 1)
            {
                return null;
            }

            var indentation = content[..(content.Length - content.TrimStart(" \t").Length)];
            if (indentation.Contains('\t') && indentation.Length < content.Length)
            {
                return line;
            }
        }

        return null;
    }
}
