using Microsoft.Extensions.Options;
using StoryBot.Core.Chat.Events;

namespace StoryBot.Core.Chat.Requests;

/// <summary>Who may do what, by configuration and by what the platform says of a person. Safe to share between threads.</summary>
internal sealed class ChatPermissions(IOptions<ChatOptions> options)
{
    private readonly ChatOptions _options = options.Value;

    /// <summary>Whether anybody is named as an admin; where nobody is, nobody is kept from anything.</summary>
    public bool HasAdmins => _options.Admins.Count > 0 || _options.AdminRoles.Count > 0;

    /// <summary>Whether the person may do what concerns a whole channel.</summary>
    public bool IsAdmin(ChatPerson person) =>
        person.ManagesWorkspace || _options.Admins.Contains(person.Id) || person.Roles.Any(_options.AdminRoles.Contains);

    /// <summary>
    /// Whether the person may decide what concerns everyone in a conversation: in their own direct one always, in a channel an admin, or anybody
    /// where nobody is named as one.
    /// </summary>
    public bool Decides(ConversationKey conversation, ChatPerson person) => conversation.IsDirect || !HasAdmins || IsAdmin(person);

    /// <summary>Whether the bot answers in a conversation.</summary>
    public bool Answers(ConversationKey conversation)
    {
        if (conversation.IsDirect)
        {
            // A direct message outside any workspace, as on Discord, is nobody's to allow but by its own switch.
            return _options.DirectMessages && (conversation.Workspace.Length == 0 || IsNamed(_options.Workspaces, conversation.Workspace));
        }

        return IsNamed(_options.Workspaces, conversation.Workspace) && IsNamed(_options.Channels, conversation.Channel);
    }

    /// <summary>Whether records under an embargo are shown in a conversation.</summary>
    public bool IsCleared(ConversationKey conversation) => !conversation.IsDirect && _options.ClearedChannels.Contains(conversation.Channel);

    private static bool IsNamed(IList<string> names, string name) => names.Count == 0 || names.Contains(name);
}
