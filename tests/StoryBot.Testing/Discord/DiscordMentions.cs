using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace StoryBot.Testing.Discord;

/// <summary>Whom a message notifies by Discord's rules: what its content names, unless <c>allowed_mentions</c> keeps it from that.</summary>
internal static partial class DiscordMentions
{
    /// <summary>The mentions that notify, as they are written. Embeds notify nobody.</summary>
    public static IReadOnlyList<string> In(JsonObject fields)
    {
        var content = fields["content"]?.GetValue<string>() ?? string.Empty;
        var allowed = fields["allowed_mentions"] as JsonObject;
        return [.. Mention().Matches(content).Where(match => IsAllowed(match, allowed)).Select(match => match.Value)];
    }

    private static bool IsAllowed(Match mention, JsonObject? allowed)
    {
        if (allowed is null)
        {
            return true;
        }

        var (kind, id) = mention.Groups["user"].Success ? ("users", mention.Groups["user"].Value)
            : mention.Groups["role"].Success ? ("roles", mention.Groups["role"].Value)
            : ("everyone", string.Empty);
        return Names(allowed["parse"]).Contains(kind) || Names(allowed[kind]).Contains(id);
    }

    private static IEnumerable<string> Names(JsonNode? list) => (list as JsonArray ?? []).Select(name => name?.ToString() ?? string.Empty);

    [GeneratedRegex("<@!?(?<user>[0-9]+)>|<@&(?<role>[0-9]+)>|@everyone|@here")]
    private static partial Regex Mention();
}
