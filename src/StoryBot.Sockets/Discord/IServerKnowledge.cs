namespace StoryBot.Sockets.Discord;

/// <summary>What is known of the servers from elsewhere than the message at hand; nothing where the bot has not heard of it.</summary>
internal interface IServerKnowledge
{
    /// <summary>The channel that a thread belongs to; null for what is no thread.</summary>
    string? ParentOf(string channel);

    /// <summary>Whether a person may manage a server.</summary>
    bool Manages(string guild, string person);
}
