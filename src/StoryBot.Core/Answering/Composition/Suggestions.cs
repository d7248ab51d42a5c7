using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>Suggests questions that the knowledge can answer.</summary>
internal sealed class Suggestions(KnowledgeSnapshot snapshot)
{
    private const int Limit = 3;

    /// <summary>Questions to begin with.</summary>
    public IReadOnlyList<string> Opening() => [.. Starters().Take(Limit)];

    /// <summary>Questions that follow from the records that an answer told, and that it did not answer.</summary>
    public IReadOnlyList<string> After(IReadOnlyList<RecordId> told, ReaderScope scope)
    {
        var records = told.Select(snapshot.Find).OfType<KnowledgeRecord>().ToList();
        var subjects = records.SelectMany(RecordWords.Subjects).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var near = snapshot.Records
            .Where(record => record.Review == ReviewState.Reviewed && scope.Sees(record) && !told.Contains(record.Id))
            .Where(record => RecordWords.Subjects(record).Any(subjects.Contains))
            .Select(Ask)
            .OfType<string>();
        return [.. near.Concat(Starters()).Distinct(StringComparer.OrdinalIgnoreCase).Take(Limit)];
    }

    private IEnumerable<string> Starters()
    {
        yield return "Give me the timeline";
        foreach (var question in snapshot.Records.Where(record => record.Review == ReviewState.Reviewed && record.Embargo is null).Select(Ask).OfType<string>())
        {
            yield return question;
        }
    }

    private static string? Ask(KnowledgeRecord record) => record switch
    {
        Quote quote => $"What did {Wording.Party(quote.Speaker)} say?",
        MarketFact { Date: { } date, Basis: not null } fact => $"How did {Wording.Party(fact.Instrument)} move {DateWords.When(date)}?",
        Claim { Disputes.Count: > 0, About: [var subject, ..] } => $"Who disputes what is said about {Wording.Party(subject)}?",
        _ => null,
    };
}
