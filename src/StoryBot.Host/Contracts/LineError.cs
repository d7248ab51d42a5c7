using System.Text.Json;

namespace StoryBot.Host.Contracts;

/// <summary>What a batch writes for a line that it could not answer.</summary>
/// <param name="Id">The line's id where it could be read, otherwise null.</param>
/// <param name="Line">The line's number, counted from 1.</param>
/// <param name="Error">What is wrong with it.</param>
internal sealed record LineError(JsonElement? Id, int Line, string Error);
