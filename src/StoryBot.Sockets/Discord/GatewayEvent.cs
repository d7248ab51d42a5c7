namespace StoryBot.Sockets.Discord;

/// <summary>The gateway's events that are acted upon, as Discord names them.</summary>
internal static class GatewayEvent
{
    /// <summary>A command, a press, a form, an option being typed.</summary>
    public const string Interaction = "INTERACTION_CREATE";

    /// <summary>A message.</summary>
    public const string Message = "MESSAGE_CREATE";
}
