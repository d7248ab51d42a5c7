using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Lists;
using StoryBot.Core.Chat.Requests;
using StoryBot.Core.Chat.Stories;

namespace StoryBot.Core.Chat.Commands;

/// <summary>Completes options from the story of the conversation; nothing under an embargo shows.</summary>
internal sealed class StoryAutocomplete(StoryChooser chooser, ChatPermissions permissions, IReaderScopes scopes) : IAutocomplete
{
    /// <summary>Schedules to begin with; anything else can be written all the same.</summary>
    internal static readonly IReadOnlyList<string> Schedules =
    [
        "weekdays at 8:30",
        "daily at 7am",
        "twice a day at 8 and 17",
        "every Monday at 9",
        "Mon, Wed and Fri at 18:00",
        "every 2 hours from 8 to 18 on weekdays",
        "first Monday of the month at 9",
    ];

    private static readonly string[] YesOrNo = ["yes", "no"];

    /// <inheritdoc/>
    public IReadOnlyList<string> Complete(ConversationKey conversation, string command, string option, string typed, int most)
    {
        ArgumentNullException.ThrowIfNull(conversation);
        ArgumentNullException.ThrowIfNull(typed);
        if (!permissions.Answers(conversation) || CommandCatalogue.Find(command)?.Options.FirstOrDefault(known => known.Name == option) is not { } completed)
        {
            return [];
        }

        var key = NameMatch.Key(typed);
        var choices = Choices(conversation, completed.Completes);
        return [.. choices
            .Select((choice, rank) => (choice, rank, place: NameMatch.Key(choice).IndexOf(key, StringComparison.Ordinal)))
            .Where(entry => entry.place >= 0)
            .OrderBy(entry => entry.place > 0)
            .ThenBy(entry => entry.rank)
            .Select(entry => entry.choice)
            .Take(most)];
    }

    private IReadOnlyList<string> Choices(ConversationKey conversation, CompletionKind kind)
    {
        switch (kind)
        {
            case CompletionKind.None:
                return [];
            case CompletionKind.Status:
                return StatusNames.All;
            case CompletionKind.Schedule:
                return Schedules;
            case CompletionKind.YesOrNo:
                return YesOrNo;
            case CompletionKind.Story:
                return [.. chooser.Stories.All.Select(story => story.Id.Value)];
        }

        if (chooser.Choose(conversation).Story is not { } story)
        {
            return [];
        }

        var scope = scopes.For(conversation);
        if (kind == CompletionKind.Source)
        {
            return [.. story.Lists.Sources(scope).Select(source => source.Id.Value)];
        }

        var names = story.Lists.Names(scope);
        return kind switch
        {
            CompletionKind.Topic => names.Topics,
            CompletionKind.Speaker => names.Speakers,
            CompletionKind.Instrument => names.Instruments,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }
}
