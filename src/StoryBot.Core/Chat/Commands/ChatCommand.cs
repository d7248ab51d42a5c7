namespace StoryBot.Core.Chat.Commands;

/// <summary>
/// A command that people type, in the terms that every platform registers it by. A name of two words is a subcommand of a
/// group (<c>digest now</c>): Discord registers the group, Slack reads both words. Immutable.
/// </summary>
/// <param name="Name">Its name in lower case; what <see cref="Events.ChatRequest.Command.Name"/> carries.</param>
/// <param name="Help">What it does, in one line of at most 100 characters (Discord's limit on a description).</param>
/// <param name="Options">Its options in order; the required ones first.</param>
public sealed record ChatCommand(string Name, string Help, IReadOnlyList<CommandOption> Options)
{
    /// <summary>Names that people use for it as well; they are understood and not registered.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>The group of a subcommand that is in one, such as <c>digest</c>; null otherwise.</summary>
    public string? Group => Name.Split(' ') is [var group, _] ? group : null;

    /// <summary>The name without its group.</summary>
    public string ShortName => Name.Split(' ')[^1];

    /// <summary>How it is written: <c>claims [topic] [status] [as-of:…]</c>.</summary>
    public string Usage => string.Join(' ', Options.Select(option => option.IsRequired ? $"<{option.Name}>" : option.IsNamed ? $"[{option.Name}:…]" : $"[{option.Name}]").Prepend(Name));
}
