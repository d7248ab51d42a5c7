namespace StoryBot.Core.Chat;

/// <summary>
/// The id of an answer that was given: buttons, feedback and corrections name it. At most 32 characters, letters and digits
/// only, so that it fits into the ids of every platform's components.
/// </summary>
public readonly record struct AnswerId(string Value)
{
    /// <summary>The most characters an id has.</summary>
    public const int MaxLength = 32;

    /// <summary>A new id, in the order of time.</summary>
    public static AnswerId New(TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return new(Guid.CreateVersion7(clock.GetUtcNow()).ToString("N"));
    }

    /// <summary>Reads an id that comes from outside; null when it cannot be one.</summary>
    public static AnswerId? Parse(string? text) =>
        text is { Length: > 0 and <= MaxLength } && text.All(char.IsAsciiLetterOrDigit) ? new AnswerId(text) : null;

    /// <inheritdoc/>
    public override string ToString() => Value;
}
