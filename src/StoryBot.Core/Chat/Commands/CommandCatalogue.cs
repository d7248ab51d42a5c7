using StoryBot.Core.Chat.Events;
using StoryBot.Core.Knowledge.Files;

namespace StoryBot.Core.Chat.Commands;

/// <summary>
/// Every command there is: <c>/ask</c>, and the subcommands of <c>/story</c>. Each platform registers from this list and hands on
/// requests in its names, so a new command needs a line here and a handler. Immutable.
/// </summary>
public static class CommandCatalogue
{
    /// <summary>What the message menu entry is called that checks a message.</summary>
    public const string CheckMessageName = "Check this message";

    /// <summary>What <c>/story</c> does, in one line.</summary>
    public const string StoryHelp = "What the story's knowledge has: claims, quotes, figures, sources; checks a statement.";

    private static readonly CommandOption AsOf = new(CommandNames.AsOf, "Look back: only what was dated by that day or instant, such as 2025-01-27") { IsNamed = true };

    /// <summary>The slash command for a question.</summary>
    public static ChatCommand Ask { get; } = new(
        CommandNames.Ask,
        "Ask about the story; every sentence of the answer names its source.",
        [new CommandOption(CommandNames.Question, "What you want to know") { IsRequired = true }, AsOf]);

    /// <summary>The subcommands of <c>/story</c>, in the order in which help shows them.</summary>
    public static IReadOnlyList<ChatCommand> Story { get; } =
    [
        new(CommandNames.Check, "Check a statement against the knowledge, part by part.",
            [new CommandOption(CommandNames.Statement, "The statement, as somebody made it") { IsRequired = true }, AsOf])
        {
            Aliases = ["verify", "fact-check"],
        },
        new(CommandNames.Claims, "Who claims what, and how each claim stands.",
        [
            new CommandOption(CommandNames.Topic, "Only claims on this, such as a topic, a name or a claimant") { Completes = CompletionKind.Topic },
            new CommandOption(CommandNames.Status, "Only claims that stand so, such as disputed") { Completes = CompletionKind.Status },
            AsOf,
        ])
        {
            Aliases = ["claim"],
        },
        new(CommandNames.Quotes, "What people said, word for word.",
            [new CommandOption(CommandNames.Speaker, "Only this person or organisation") { Completes = CompletionKind.Speaker }, AsOf])
        {
            Aliases = ["quote"],
        },
        new(CommandNames.Market, "Prices, movements, costs and other figures as a table.",
            [new CommandOption(CommandNames.Instrument, "Only this share, index, product or measure") { Completes = CompletionKind.Instrument }, AsOf])
        {
            Aliases = ["markets", "figures"],
        },
        new(CommandNames.Timeline, "What happened when.", [AsOf]),
        new(CommandNames.Sources, "The documents behind the answers, or one of them with what it is cited for.",
            [new CommandOption(CommandNames.Id, "The source's id or a word of its title") { Completes = CompletionKind.Source }, AsOf])
        {
            Aliases = ["source"],
        },
        new(CommandNames.Gaps, "What was asked and the knowledge does not answer.", [])
        {
            Aliases = ["gap"],
        },
        new(CommandNames.DigestNow, "What has changed since this channel's last digest; you alone see it.", [])
        {
            Aliases = ["digest"],
        },
        new(CommandNames.DigestPreview, "The next digest as it would be posted here; nothing is posted.", []),
        new(CommandNames.DigestSubscribe, "Post a digest here on a schedule, in plain words or cron.",
        [
            new CommandOption(CommandNames.Schedule, "When, such as: weekdays at 8:30") { IsRequired = true, Completes = CompletionKind.Schedule },
            new CommandOption(CommandNames.Zone, "The time zone, such as Berlin or America/New_York") { IsNamed = true },
            new CommandOption(CommandNames.Empty, "Whether to post when nothing has changed: yes or no (no)") { IsNamed = true, Completes = CompletionKind.YesOrNo },
        ]),
        new(CommandNames.DigestUnsubscribe, "Post no more digests here.", []),
        new(CommandNames.DigestPause, "Let the digests here rest.", []),
        new(CommandNames.DigestResume, "Go on with the digests here.", []),
        new(CommandNames.DigestList, "The digests of this channel and when they come.", []),
        new(CommandNames.Use, "Choose the story for this conversation.",
            [new CommandOption(CommandNames.StoryId, "The story's id") { IsRequired = true, Completes = CompletionKind.Story }]),
        new(CommandNames.ForgetMe, "Delete what I keep of you: your questions, my answers to them, your feedback.", []),
        new(CommandNames.Help, "What I can do, and how to ask.", []),
    ];

    /// <summary>The command with this name, or null.</summary>
    public static ChatCommand? Find(string name) =>
        name == CommandNames.Ask ? Ask : Story.FirstOrDefault(command => command.Name == name);

    /// <summary>
    /// Reads a slash command from a platform that has no typed options: <c>/ask</c> with a question, or <c>/story</c> with
    /// a subcommand and its words. What is not understood comes back as <see cref="CommandNames.Story"/> with the whole
    /// text in <see cref="ChatRequest.Command.Rest"/>, and is answered with the nearest subcommand.
    /// </summary>
    /// <param name="slashName">The slash command, with or without its slash, in any case.</param>
    /// <param name="text">What was typed after it.</param>
    public static ChatRequest.Command Read(string slashName, string text)
    {
        ArgumentNullException.ThrowIfNull(slashName);
        ArgumentNullException.ThrowIfNull(text);
        var rest = text.Trim();
        if (string.Equals(slashName.TrimStart('/'), CommandNames.Ask, StringComparison.OrdinalIgnoreCase))
        {
            return Request(Ask, rest);
        }

        if (rest.Length == 0)
        {
            return Request(Find(CommandNames.Help)!, rest);
        }

        foreach (var command in Story.OrderByDescending(command => command.Name.Length))
        {
            foreach (var name in command.Aliases.Prepend(command.Name))
            {
                // A group by itself is short for one of its commands; with other words it is one that there is not.
                if (TakeName(rest, name) is { } words && (words.Length == 0 || name != command.Group))
                {
                    return Request(command, words);
                }
            }
        }

        return new ChatRequest.Command(CommandNames.Story, new Dictionary<string, string>()) { Rest = rest };
    }

    /// <summary>The subcommand that somebody most likely meant, or null.</summary>
    public static ChatCommand? Nearest(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var typed = NameIn(text);
        var names = Story.SelectMany(command => command.Aliases.Prepend(command.Name).Select(name => (name, command))).ToList();
        var found = typed.Length == 0 ? null : NearestWord.Find(typed, names.Select(pair => pair.name));
        return names.FirstOrDefault(pair => pair.name == found).command;
    }

    /// <summary>What somebody typed as a subcommand's name: the first word, or the first two where that is a group's.</summary>
    internal static string NameIn(string text)
    {
        var words = text.Split((char[]?)null, 3, StringSplitOptions.RemoveEmptyEntries);
        var isGroup = words.Length > 1 && Story.Any(command => string.Equals(command.Group, words[0], StringComparison.OrdinalIgnoreCase));
        return isGroup ? $"{words[0]} {words[1]}" : words.FirstOrDefault(string.Empty);
    }

    private static ChatRequest.Command Request(ChatCommand command, string rest) =>
        new(command.Name, RestReader.Read(command, rest)) { Rest = rest };

    // What follows the name; null when the text begins otherwise.
    private static string? TakeName(string text, string name)
    {
        var at = 0;
        foreach (var word in name.Split(' '))
        {
            while (at < text.Length && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (string.Compare(text, at, word, 0, word.Length, StringComparison.OrdinalIgnoreCase) != 0)
            {
                return null;
            }

            at += word.Length;
            if (at < text.Length && !char.IsWhiteSpace(text[at]))
            {
                return null;
            }
        }

        return text[at..].Trim();
    }
}
