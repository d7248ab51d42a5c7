namespace StoryBot.Core.Answering.Understanding;

/// <summary>A direction of movement.</summary>
public enum Direction
{
    /// <summary>None taken for granted.</summary>
    None,

    /// <summary>Rose, gained.</summary>
    Up,

    /// <summary>Fell, lost.</summary>
    Down,
}
