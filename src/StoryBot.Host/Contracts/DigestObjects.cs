using System.Text;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Digests;
using StoryBot.Host.Rendering;

namespace StoryBot.Host.Contracts;

/// <summary>Writes a digest in the form that programs read.</summary>
internal static class DigestObjects
{
    /// <summary>The digest object. Each section numbers its citations from 1; here they are numbered through.</summary>
    public static DigestObject Of(Digest digest)
    {
        var citations = new List<CitationObject>();
        var sections = new List<DigestSectionObject>();
        var text = new StringBuilder(Title(digest));
        foreach (var section in digest.Sections)
        {
            text.Append($"\n\n{section.Heading}");
            var before = Add(section.Before, "Before: ", citations, text);
            var now = Add(section.Now, section.Before is null ? string.Empty : "Now: ", citations, text);
            text.Append(section.Note is null ? string.Empty : $"\n{section.Note}");
            sections.Add(new DigestSectionObject(section.Heading, now, before, section.Note));
        }

        return new DigestObject
        {
            Story = digest.Story.Id.Value,
            Since = digest.Since?.ToString("yyyy-MM-ddTHH:mm:sszzz"),
            Empty = digest.IsEmpty,
            Text = text.ToString(),
            Sections = sections,
            Citations = citations,
            AsOf = digest.AsOf.ToString(),
            Knowledge = digest.Knowledge.Value,
        };
    }

    private static string Title(Digest digest) =>
        DigestWords.Title(digest) + (digest.IsEmpty && digest.Since is not null ? " On a schedule nothing would be posted." : string.Empty);

    private static IReadOnlyList<SentenceObject> Add(VerifiedAnswer? answer, string label, List<CitationObject> citations, StringBuilder text)
    {
        if (answer is null)
        {
            return [];
        }

        var before = citations.Count;
        text.Append('\n').Append(label).Append(AnswerText.Of(answer, before));
        citations.AddRange(AnswerObjects.Citations(answer, before));
        return AnswerObjects.Sentences(answer, before);
    }
}
