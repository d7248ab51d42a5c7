using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Linking;

/// <summary>A word of the knowledge. Filled while the vocabulary is built, not changed afterwards.</summary>
internal sealed class StoryWord(string text, DateTimeOffset? visibleFrom, bool isCompound)
{
    /// <summary>The word as it was first written.</summary>
    public string Text { get; private set; } = text;

    /// <summary>Whether it was put together of two words that a hyphen joins: never what a misspelling is meant for.</summary>
    public bool IsCompound { get; } = isCompound;

    /// <summary>How often it stands there.</summary>
    public int Count { get; private set; }

    /// <summary>Whether it stands only in what entities are called by their part in things: "Gemini's maker" does not make Gemini known.</summary>
    public bool IsOfRole { get; private set; } = true;

    /// <summary>Whether it is ever written with a capital.</summary>
    public bool IsCapitalised { get; private set; }

    /// <summary>The instant before which only cleared readers may be told of it; null when there is none.</summary>
    public DateTimeOffset? VisibleFrom { get; private set; } = visibleFrom;

    /// <summary>Whether the reader may be told of it.</summary>
    public bool IsVisible(ReaderScope scope) => scope.IsCleared || VisibleFrom is not { } from || from <= scope.Now;

    /// <summary>Counts one more use.</summary>
    public void Add(string text, bool isCapitalised, DateTimeOffset? visibleFrom, bool isOfRole)
    {
        Count++;
        IsOfRole &= isOfRole;
        if (!isCapitalised)
        {
            Text = text;
        }

        IsCapitalised |= isCapitalised;
        VisibleFrom = VisibleFrom is { } old && visibleFrom is { } mine ? (old < mine ? old : mine) : null;
    }
}
