using StoryBot.Core.Chat.Commands;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Requests;

/// <summary>Reads the option that has a command answered as of an earlier moment.</summary>
internal static class LookBack
{
    /// <summary>The scope with the moment that the request looks back to, if any; false when what is given is no date.</summary>
    public static bool TryScope(ChatRequest request, ReaderScope scope, out ReaderScope looking)
    {
        looking = scope;
        if (Given(request) is not { } text)
        {
            return true;
        }

        if (!StoryDate.TryParse(text, out var date))
        {
            return false;
        }

        // A day counts up to its end. Nobody sees more by it than they see without.
        var moment = date.Precision == DatePrecision.Instant ? date.Start : date.End.AddTicks(-1);
        looking = scope with { AsOf = scope.AsOf is { } limit && limit < moment ? limit : moment };
        return true;
    }

    /// <summary>What to say of something that is no date.</summary>
    public static string Unclear(ChatRequest request) =>
        $"“{Replies.Layout.TextSplitter.Cut(Given(request) ?? string.Empty, text => text, 40)}” is no date that I can look back to. Write a day such as 2025-01-27, or an instant such as 2025-01-27T16:00-05:00.";

    private static string? Given(ChatRequest request) =>
        request is ChatRequest.Command command ? ListHandler.Option(command, CommandNames.AsOf) : null;
}
