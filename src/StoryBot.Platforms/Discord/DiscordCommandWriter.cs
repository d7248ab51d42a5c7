using System.Text.Json.Nodes;
using StoryBot.Core.Chat.Commands;

namespace StoryBot.Platforms.Discord;

/// <summary>Writes the command catalogue as Discord registers commands. Pure.</summary>
internal static class DiscordCommandWriter
{
    // Kinds of command and of option.
    private const int Slash = 1;
    private const int OnMessage = 3;
    private const int Subcommand = 1;
    private const int Group = 2;
    private const int Words = 3;

    private const int LongestDescription = 100;

    /// <summary>Every command: <c>/ask</c>, <c>/story</c> with its subcommands, and the entry of the message menu.</summary>
    /// <param name="reach">Where they are to be had.</param>
    public static JsonArray Write(CommandReach reach) =>
    [
        Placed(reach, new JsonObject
        {
            ["type"] = Slash,
            ["name"] = CommandCatalogue.Ask.Name,
            ["description"] = Described(CommandCatalogue.Ask.Help),
            ["options"] = Options(CommandCatalogue.Ask),
        }),
        Placed(reach, new JsonObject
        {
            ["type"] = Slash,
            ["name"] = CommandNames.Story,
            ["description"] = Described(CommandCatalogue.StoryHelp),
            ["options"] = Subcommands(),
        }),
        Placed(reach, new JsonObject { ["type"] = OnMessage, ["name"] = CommandCatalogue.CheckMessageName }),
    ];

    private static JsonArray Subcommands()
    {
        var written = new JsonArray();
        foreach (var group in CommandCatalogue.Story.GroupBy(command => command.Group ?? command.Name))
        {
            if (group.First().Group is null)
            {
                written.Add((JsonNode)Write(group.First()));
                continue;
            }

            written.Add((JsonNode)new JsonObject
            {
                ["type"] = Group,
                ["name"] = group.Key,
                ["description"] = Described($"{group.Key}: {string.Join(", ", group.Select(command => command.ShortName))}"),
                ["options"] = new JsonArray([.. group.Select(command => (JsonNode)Write(command))]),
            });
        }

        return written;
    }

    private static JsonObject Write(ChatCommand command) => new()
    {
        ["type"] = Subcommand,
        ["name"] = command.ShortName,
        ["description"] = Described(command.Help),
        ["options"] = Options(command),
    };

    private static JsonArray Options(ChatCommand command) => [.. command.Options.Select(option => (JsonNode)new JsonObject
    {
        ["type"] = Words,
        ["name"] = option.Name,
        ["description"] = Described(option.Help),
        ["required"] = option.IsRequired,
        ["autocomplete"] = option.Completes != CompletionKind.None,
    })];

    private static string Described(string help) => DiscordText.Cut(help, LongestDescription);

    // 0 a server's installation, 1 a person's; 0 servers, 1 the direct message with the bot, 2 other private channels.
    private static JsonObject Placed(CommandReach reach, JsonObject command)
    {
        command["integration_types"] = reach == CommandReach.Everywhere ? new JsonArray(0, 1) : new JsonArray(0);
        command["contexts"] = reach == CommandReach.Everywhere ? new JsonArray(0, 1, 2) : new JsonArray(0, 1);
        return command;
    }
}

/// <summary>Where commands are to be had.</summary>
internal enum CommandReach
{
    /// <summary>In servers that have installed the bot, for people who have, and in direct messages.</summary>
    Everywhere,

    /// <summary>In servers that have installed the bot, and in direct messages with it.</summary>
    Servers,
}
