using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Chat.Charts;
using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Lists;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Core.Chat.Requests;

/// <summary>Shows lists out of the knowledge: claims, quotes, figures, the timeline, sources. Safe to share between threads.</summary>
internal sealed class ListHandler(AnswerReplies replies, MarketPictures pictures)
{
    private const int MostSources = 25;

    /// <summary>Claims, narrowed down by topic and status.</summary>
    public ChatReply Claims(RequestContext context, ChatRequest.Command command) => Show(
        context,
        Title("Claims", command, CommandNames.Topic, CommandNames.Status),
        context.Story.Lists.Claims(Option(command, CommandNames.Topic), Option(command, CommandNames.Status), context.Scope));

    /// <summary>Quotations.</summary>
    public ChatReply Quotes(RequestContext context, ChatRequest.Command command) => Show(
        context, Title("Quotes", command, CommandNames.Speaker), context.Story.Lists.Quotes(Option(command, CommandNames.Speaker), context.Scope));

    /// <summary>Figures.</summary>
    public ChatReply Market(RequestContext context, ChatRequest.Command command) => Show(
        context, Title("Figures", command, CommandNames.Instrument), context.Story.Lists.Market(Option(command, CommandNames.Instrument), context.Scope));

    /// <summary>What happened when.</summary>
    public ChatReply Timeline(RequestContext context) => Show(context, "Timeline", context.Story.Lists.Timeline(context.Scope));

    /// <summary>The sources, or one with what it is cited for.</summary>
    public ChatReply Sources(RequestContext context, ChatRequest.Command command)
    {
        if (Option(command, CommandNames.Id) is { } named)
        {
            return Show(context, Title("Source", command, CommandNames.Id), context.Story.Lists.Source(named, context.Scope));
        }

        var all = context.Story.Lists.Sources(context.Scope);
        var note = all.Count > MostSources
            ? $"These are {MostSources} of {all.Count}. /story sources with an id, a publisher or a word of a title shows one, with what it is cited for."
            : "/story sources with an id, a publisher or a word of a title shows one, with what it is cited for.";
        var blocks = new BlockList().Heading("Sources").Note(note)
            .Sources([.. all.Take(MostSources).Select((source, index) => new Citation(index + 1, null, source, null, string.Empty))]);
        return new ChatReply(context.Audience, blocks.Build(context.AsOf)) { Fallback = note };
    }

    /// <summary>An option that was given, or null.</summary>
    internal static string? Option(ChatRequest.Command command, string name) =>
        command.Options.TryGetValue(name, out var value) && !string.IsNullOrWhiteSpace(value) ? value.Trim() : null;

    private ChatReply Show(RequestContext context, string title, StoryList list)
    {
        var blocks = new BlockList().Heading(title);
        if (list.Source is { } source)
        {
            blocks.Sources([new Citation(1, null, source, null, string.Empty)]);
        }

        foreach (var (heading, answer) in list.Sections)
        {
            if (heading.Length > 0)
            {
                blocks.Heading(heading);
            }

            blocks.Statements(answer).Image(pictures.Of(answer));
        }

        return list.Sections.Count == 0
            ? new ChatReply(context.Audience, blocks.Note(list.Note).Build(context.AsOf)) { Fallback = list.Note ?? title }
            : replies.Make(context, string.Empty, blocks.Note(list.Note), []);
    }

    private static string Title(string what, ChatRequest.Command command, params string[] options)
    {
        var given = options.Select(name => Option(command, name)).OfType<string>().ToList();
        return given.Count == 0 ? what : $"{what}: {string.Join(", ", given)}";
    }
}
