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
        var text = new StringBuilder(outcome.InWords);
        foreach (var part in outcome.Parts)
        {
            var before = citations.Count;
            parts.Add(new CheckPartObject(part.Text, NameOf(part.Verdict), AnswerObjects.Sentences(part.Explanation, before)));
            citations.AddRange(AnswerObjects.Citations(part.Explanation, before));
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
            AsOf = snapshot.Story.AsOfFor(scope).ToString(),
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
}
