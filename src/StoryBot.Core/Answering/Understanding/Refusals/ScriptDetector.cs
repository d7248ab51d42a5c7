using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Refusals;

/// <summary>Tells whether a message is in a script that the knowledge is not written in.</summary>
internal sealed class ScriptDetector
{
    private readonly bool _isLatin;

    /// <summary>Reads the story's own words.</summary>
    public ScriptDetector(Story story)
    {
        _isLatin = IsMostlyLatin(story.Title + story.Summary + string.Concat(story.Entities.Select(entity => entity.Name)));
    }

    /// <summary>Whether most letters of the text are not Latin while the story's are.</summary>
    public bool IsOther(string text) => _isLatin && !IsMostlyLatin(text);

    private static bool IsMostlyLatin(string text)
    {
        int latin = 0, other = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (System.Text.Rune.IsLetter(rune))
            {
                // Basic Latin to Latin Extended-B, and Latin Extended Additional.
                if (rune.Value is < 0x250 or (>= 0x1E00 and <= 0x1EFF))
                {
                    latin++;
                }
                else
                {
                    other++;
                }
            }
        }

        return latin >= other;
    }
}
