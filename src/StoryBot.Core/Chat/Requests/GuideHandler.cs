using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Chat.Stories;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Requests;

/// <summary>Says what the bot can do and what the story is, and turns a conversation to another story. Safe to share between threads.</summary>
internal sealed class GuideHandler(StoryChooser chooser, ChatPermissions permissions, ConversationMemory conversations)
{
    /// <summary>The commands.</summary>
    public static ChatReply Help(ReplyAudience audience)
    {
        var commands = CommandCatalogue.Story.Select(command => $"/story {command.Usage} – {command.Help}").Prepend($"/{CommandCatalogue.Ask.Usage} – {CommandCatalogue.Ask.Help}");
        var text = $"""
            Ask me about the story: by /ask, in a direct message, or by naming me in a channel. In a thread you can go on: "and the day after?", "who said that?".

            {string.Join('\n', commands)}

            “{CommandCatalogue.CheckMessageName}” in a message's menu checks what somebody else wrote.
            Every sentence names its source. What the knowledge does not say, I do not say.
            """;
        return new ChatReply(audience, [new ReplyBlock.Heading("What I can do"), new ReplyBlock.Note(text)]) { Fallback = "What I can do" };
    }

    /// <summary>What to do about a subcommand that there is not.</summary>
    public static ChatReply Unknown(ReplyAudience audience, string typed)
    {
        var word = Replies.Layout.TextSplitter.Cut(CommandCatalogue.NameIn(typed), text => text, 40);
        var names = string.Join(", ", CommandCatalogue.Story.Select(command => command.Name));
        return ChatReply.Note(audience, CommandCatalogue.Nearest(typed) is { } nearest
            ? $"There is no /story {word}. Did you mean /story {nearest.Usage}?"
            : $"There is no /story {word}. There are: {names}. A question goes to /ask.");
    }

    /// <summary>The story at a glance.</summary>
    public static ChatReply Home(RequestContext context)
    {
        var snapshot = context.Story.Snapshot;
        var seen = snapshot.Records.Where(record => record.Review == ReviewState.Reviewed && context.Scope.Sees(record)).ToList();
        var blocks = new BlockList()
            .Heading(context.Story.Title)
            .Note($"{Count(seen.OfType<Claim>().Count(), "claim")}, {Count(seen.OfType<Quote>().Count(), "quotation")} and {Count(seen.OfType<MarketFact>().Count(), "figure")} "
                + $"out of {Count(context.Story.Lists.Sources(context.Scope).Count, "source")}.")
            .Statements(context.Story.Lists.Summary(context.Scope))
            .Note("Ask me here in Messages, by /ask in any channel, or by naming me. /story help lists what else there is.");
        return new ChatReply(context.Audience, blocks.Build(context.AsOf)) { Fallback = context.Story.Title };
    }

    /// <summary>Turns the conversation to a story.</summary>
    public async Task<ChatReply> UseAsync(ChatEvent chatEvent, string? named, CancellationToken cancellationToken)
    {
        var all = chooser.Stories.All;
        var audience = chatEvent.Request.Audience;
        if (all.Count == 0 || string.IsNullOrWhiteSpace(named))
        {
            return ChatReply.Note(audience, all.Count == 0 ? chooser.Choose(chatEvent.Conversation).Problem! : StoryChooser.Offer(all));
        }

        if (!permissions.Decides(chatEvent.Conversation, chatEvent.Person))
        {
            return ChatReply.Note(audience, "Only an admin can choose the story of a whole channel. In a direct message you can choose your own.");
        }

        var found = Lists.NameMatch.Find(named, [.. all.Select(story => (story.Id.Value, (IReadOnlyList<string>)[story.Id.Value, story.Title]))]);
        if (found.Count != 1)
        {
            return ChatReply.Note(audience, $"There is no single story \"{named}\". {StoryChooser.Offer(all)}");
        }

        var story = chooser.Find(new StoryId(found.Single()))!;
        await chooser.UseAsync(chatEvent.Conversation, story.Id, cancellationToken);
        await conversations.RemoveAsync(chatEvent, cancellationToken);
        return ChatReply.Note(audience, $"{(chatEvent.Conversation.IsDirect ? "This conversation" : "This channel")} is now about {story.Id}: {story.Title}.");
    }

    private static string Count(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
