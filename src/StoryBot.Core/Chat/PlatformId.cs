namespace StoryBot.Core.Chat;

/// <summary>A platform's name in lower case, such as <c>discord</c>; the same in logs, storage and configuration.</summary>
public readonly record struct PlatformId(string Value)
{
    /// <inheritdoc/>
    public override string ToString() => Value;
}
