using System.Text;
using System.Text.Json;
using StoryBot.Core.Answering.Checking;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Host.Rendering;

namespace StoryBot.Host.Contracts;

/// <summary>Writes the outcome of a check in the form that programs read.</summary>
internal static class CheckObjects
{
    /// <summary>The check object of a statement. Each part numbers its citations from 1; here they are numbered through.</summary>
    public static CheckObject Of(JsonElement? id, string statement, CheckOutcome outcome, KnowledgeSnapshot snapshot, ReaderScope scope, TimeSpan elapsed)
    {
        var parts = new List<CheckPartObject>();
        var citations = new List<CitationObject>();
        var text = new StringBuilder(Sentence(outcome.Verdict));
        foreach (var part in outcome.Parts)
        {
            var before = citations.Count;
            var sentences = AnswerObjects.Sentences(part.Explanation);
            parts.Add(new CheckPartObject(
                part.Text,
                NameOf(part.Verdict),
                [.. sentences.Select(sentence => sentence with { Citations = [.. sentence.Citations.Select(number => number + before)] })]));
            citations.AddRange(AnswerObjects.Citations(part.Explanation).Select(citation => citation with { Number = citation.Number + before }));
            text.Append($"\n\n\u201C{part.Text}\u201D: {NameOf(part.Verdict)}");
            text.Append(part.Explanation is null ? string.Empty : $"\n{AnswerText.Of(part.Explanation, before)}");
        }

        if (outcome.IsCut)
        {
            text.Append($"\n\nOnly the first {StatementChecker.MaxLength} characters were checked.");
        }

        return new CheckObject
        {
            Id = id,
            Statement = statement,
            Story = snapshot.Story.Id.Value,
            Verdict = NameOf(outcome.Verdict),
            Text = text.ToString(),
            Parts = parts,
            Citations = citations,
            AsOf = AnswerObjects.AsOf(snapshot.Story, scope),
            Knowledge = snapshot.Id.Value,
            ElapsedMs = Math.Round(elapsed.TotalMilliseconds, 2),
        };
    }

    private static string NameOf(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Supported => "supported",
        CheckVerdict.Contradicted => "contradicted",
        CheckVerdict.Disputed => "disputed",
        CheckVerdict.Partly => "partly",
        CheckVerdict.NotInKnowledge => "not-in-knowledge",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };

    private static string Sentence(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Supported => "Supported: the knowledge says so.",
        CheckVerdict.Contradicted => "Contradicted: the knowledge says otherwise.",
        CheckVerdict.Disputed => "Disputed: the knowledge has it as a claim and does not settle it.",
        CheckVerdict.Partly => "Partly: the knowledge supports only some of it.",
        CheckVerdict.NotInKnowledge => "Not in the knowledge: it says nothing on this.",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, null),
    };
}
