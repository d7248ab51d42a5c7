using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Host.Verbs;

/// <summary>A day or an instant on the command line (ISO 8601).</summary>
internal static class DateArgument
{
    /// <summary>Reads it.</summary>
    /// <exception cref="UserMistake">It is not one.</exception>
    public static StoryDate Read(string option, string text) => StoryDate.TryParse(text, out var date)
        ? date
        : throw new UserMistake($"{option} is \"{text}\"; write a date such as 2025-01-28 or an instant such as 2025-01-28T16:00-05:00");
}
