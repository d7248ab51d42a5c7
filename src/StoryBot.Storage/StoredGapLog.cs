using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using StoryBot.Core.Chat;
using StoryBot.Core.Chat.Events;
using StoryBot.Core.Chat.Memory;
using StoryBot.Core.Chat.Replies;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Storage.Access;
using StoryBot.Storage.Model;

namespace StoryBot.Storage;

/// <summary>Questions that were not answered, by all replicas. Where questions are not kept there is nothing to list. Safe to share between threads.</summary>
internal sealed class StoredGapLog(StoreAccess store, IOptions<PrivacyOptions> privacy, TimeProvider clock) : IGapLog, IPersonalData
{
    private const int MostListed = 1_000;
    private const int MostAskers = 1_000;

    /// <inheritdoc/>
    public ValueTask AddAsync(UnansweredQuestion question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        return !privacy.Value.StoreQuestions ? ValueTask.CompletedTask : store.WriteSoonAsync(
            (context, token) =>
            {
                context.Gaps.Add(new GapRow
                {
                    Story = question.Story.Value,
                    Words = QuestionWords.Of(StoreText.Clean(question.Question)),
                    Question = StoreText.Clean(question.Question),
                    IsPrivate = question.IsPrivate,
                    Platform = question.ReplyTo.Platform.Value,
                    Person = question.Person,
                    ReplyTo = StoreJson.Write(question.ReplyTo),
                    IsForAsker = question.Audience == ReplyAudience.Asker,
                    At = question.At,
                });
                return context.SaveChangesAsync(token);
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<Gap>> ListAsync(StoryId story, CancellationToken cancellationToken)
    {
        var gaps = await store.ReadAsync(
            (context, token) => context.Gaps
                .Where(row => row.Story == story.Value && row.ClosedAt == null)
                .GroupBy(row => row.Words)
                .Select(group => new { Count = group.Count(), First = group.Min(row => row.Id), Shown = group.Count(row => !row.IsPrivate) })
                .OrderByDescending(group => group.Count)
                .ThenBy(group => group.First)
                .Take(MostListed)
                .Join(context.Gaps, group => group.First, row => row.Id, (group, row) => new { row.Question, group.Count, group.Shown, group.First })
                .OrderByDescending(gap => gap.Count)
                .ThenBy(gap => gap.First)
                .ToListAsync(token),
            cancellationToken);
        return [.. gaps.Select(gap => new Gap(gap.Question, gap.Count, gap.Shown == 0))];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<UnansweredQuestion>> AskersAsync(StoryId story, string question, CancellationToken cancellationToken)
    {
        var words = QuestionWords.Of(question);
        var rows = await store.ReadAsync(
            (context, token) => context.Gaps.AsNoTracking()
                .Where(row => row.Story == story.Value && row.Words == words && row.ClosedAt == null)
                .OrderByDescending(row => row.Id)
                .Take(MostAskers)
                .ToListAsync(token),
            cancellationToken);
        return [.. rows.Select(AskerOf).OfType<UnansweredQuestion>().DistinctBy(asker => asker.Asker)];
    }

    /// <inheritdoc/>
    public ValueTask CloseAsync(StoryId story, string question, CancellationToken cancellationToken)
    {
        var words = QuestionWords.Of(question);
        var now = clock.GetUtcNow();
        return store.WriteSoonAsync(
            (context, token) => context.Gaps
                .Where(row => row.Story == story.Value && row.Words == words && row.ClosedAt == null)
                .ExecuteUpdateAsync(row => row.SetProperty(known => known.ClosedAt, now), token),
            cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask ForgetAsync(PlatformId platform, string person, CancellationToken cancellationToken) => store.WriteSoonAsync(
        (context, token) => context.Gaps.Where(row => row.Platform == platform.Value && row.Person == person).ExecuteDeleteAsync(token),
        cancellationToken);

    private static UnansweredQuestion? AskerOf(GapRow row) => StoreJson.Read<ReplyAddress>(row.ReplyTo) is { } to
        ? new UnansweredQuestion(new StoryId(row.Story), row.Question, row.IsPrivate, row.Person, to, StoredAnswerLog.AudienceOf(row.IsForAsker), row.At)
        : null;
}
