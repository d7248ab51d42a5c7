namespace StoryBot.Host;

/// <summary>
/// Something that the person at the command line can put right: shown on standard error as the one sentence of its
/// message, with exit code 1 and without a stack trace.
/// </summary>
internal sealed class UserMistake(string message) : Exception(message);
