namespace StoryBot.Testing.Chat.Replay;

/// <summary>How much is delivered to a bot that dials out, and how rough the line is.</summary>
/// <param name="Events">How many different events.</param>
/// <param name="Redelivered">The share of them that is delivered twice, 0 to 1.</param>
/// <param name="DropEvery">After how many events the connection is dropped each time.</param>
public sealed record ReplayPlan(int Events, double Redelivered, int DropEvery);

/// <summary>What came of it.</summary>
/// <param name="Deliveries">How often an event was delivered, second times included.</param>
/// <param name="Drops">How often the connection was dropped.</param>
/// <param name="Connections">How often the bot connected, the first time included.</param>
/// <param name="Silent">Events without a reply, or without the acknowledgement that the platform waits for.</param>
/// <param name="AnsweredTwice">Events with more than one reply.</param>
public sealed record ReplayResult(int Deliveries, int Drops, int Connections, int Silent, int AnsweredTwice);
