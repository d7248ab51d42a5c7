using StoryBot.Core.Answering;
using StoryBot.Core.Chat.Lists;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Chat.Requests;

/// <summary>Shows curators what was asked and is not known: alike questions together, with counts and the nearest records. Safe to share between threads.</summary>
internal sealed class GapsHandler(IGapLog gaps, ChatPermissions permissions)
{
    private const string Title = "Asked and not in the knowledge";
    private const int MostClusters = 15;
    private const int MostVariants = 3;
    private const int MostRecords = 3;

    /// <summary>The gaps. What was asked in private is shown to admins alone; others learn how much there is.</summary>
    public async Task<ChatReply> ListAsync(RequestContext context, CancellationToken cancellationToken)
    {
        var all = await gaps.ListAsync(context.Story.Id, cancellationToken);
        var seesAll = permissions.IsAdmin(context.Event.Person);
        var shown = all.Where(gap => seesAll || !gap.IsPrivate).ToList();
        var hidden = all.Count - shown.Count;
        var clusters = GapClusters.Of(shown);
        var blocks = new BlockList().Heading(Title);
        if (clusters.Count == 0)
        {
            blocks.Note("Nothing that was asked openly is waiting for an answer.");
        }

        foreach (var cluster in clusters.Take(MostClusters))
        {
            blocks.Note(await TellAsync(context, cluster, cancellationToken));
        }

        if (clusters.Count > MostClusters)
        {
            blocks.Note($"These are {MostClusters} of {clusters.Count}.");
        }

        if (hidden > 0)
        {
            blocks.Note($"{(hidden == 1 ? "1 more was" : $"{hidden} more were")} asked in private.");
        }

        return new ChatReply(context.Audience, blocks.Build(context.AsOf)) { Fallback = Title };
    }

    private static async Task<string> TellAsync(RequestContext context, GapCluster cluster, CancellationToken cancellationToken)
    {
        var others = cluster.Gaps.Skip(1).Take(MostVariants).Select(gap => $"“{gap.Question}”").ToList();
        var more = cluster.Gaps.Count - 1 - others.Count;
        var variants = others.Count == 0 ? string.Empty : $" (also: {string.Join(", ", others)}{(more > 0 ? $" and {more} more" : string.Empty)})";
        var nearest = await NearestAsync(context, cluster.Question, cancellationToken);
        var records = nearest.Count == 0 ? "nothing near it is known" : $"nearest: {string.Join(", ", nearest)}";
        return $"- {cluster.Count}× “{cluster.Question}”{variants}; {records}";
    }

    private static async Task<IReadOnlyList<RecordId>> NearestAsync(RequestContext context, string question, CancellationToken cancellationToken)
    {
        var result = await context.Story.AnswerAsync(new Question { Text = question, Scope = context.Scope }, cancellationToken);
        var answer = result.Outcome switch
        {
            AnswerOutcome.Answered answered => answered.Answer,
            AnswerOutcome.NotInKnowledge missing => missing.Nearest,
            _ => null,
        };
        return answer is null ? [] : [.. answer.Citations.Select(citation => citation.Record?.Id).OfType<RecordId>().Distinct().Take(MostRecords)];
    }
}
