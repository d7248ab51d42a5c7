namespace StoryBot.Core.Answering.Understanding;

/// <summary>Days from the first to the last, both included.</summary>
public readonly record struct DateRange(DateOnly First, DateOnly Last)
{
    /// <summary>Whether the day is inside.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;
}
