namespace StoryBot.Core.Knowledge.Files;

/// <summary>The keys of one kind of mapping, in the order in which they are usually written.</summary>
/// <param name="Noun">What the mapping is, for messages: "a claim".</param>
/// <param name="Required">The keys that must be there.</param>
/// <param name="Optional">The keys that may be there.</param>
internal sealed record KeySet(string Noun, IReadOnlyList<string> Required, IReadOnlyList<string> Optional)
{
    /// <summary>All of them.</summary>
    public IReadOnlyList<string> All { get; } = [.. Required, .. Optional];
}
