using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Composition;

/// <summary>Writes quotations: who, in which role, when and where, and the exact words in quotation marks.</summary>
internal sealed class QuoteWriter(Support support)
{
    /// <summary>Adds the quotation.</summary>
    public void Write(Quote quote, DraftBuilder draft, SentenceLayout layout = SentenceLayout.Prose)
    {
        if (draft.Begin(quote))
        {
            draft.Add(Sentence(quote), Cited(quote), layout);
        }
    }

    /// <summary>The quotation as one sentence.</summary>
    public static string Sentence(Quote quote)
    {
        var speaker = Speaker(quote);
        if (quote.Review == ReviewState.Retracted)
        {
            var on = quote.Retraction?.On is { } day ? " " + DateWords.When(day) : string.Empty;
            var because = quote.Retraction?.Because is { Length: > 0 } reason ? " because " + Wording.Inside(reason.TrimEnd('.')) : string.Empty;
            return $"A quotation of {speaker} was retracted{on}{because}.";
        }

        var when = quote.Date is { } date ? " " + DateWords.When(date) : string.Empty;
        var venue = quote.Venue is { } place ? $" ({place})" : string.Empty;
        return quote.IsParaphrase
            ? $"{speaker} is reported to have said in substance{when}{venue}, the exact words not being confirmed: {Wording.Closed(quote.Text)}"
            : $"{speaker} said{when}{venue}: \"{quote.Text}\"";
    }

    /// <summary>"Yann LeCun, chief AI scientist at Meta,".</summary>
    public static string Speaker(Quote quote)
    {
        var name = Wording.Opening(Wording.Party(quote.Speaker));
        return (quote.Role, quote.Organisation) switch
        {
            ({ } role, { } organisation) when !role.Contains(organisation, StringComparison.OrdinalIgnoreCase) && !name.Contains(organisation, StringComparison.OrdinalIgnoreCase) =>
                $"{name} ({role}, {organisation})",
            ({ } role, _) => $"{name} ({role})",
            (null, { } organisation) when !name.Contains(organisation, StringComparison.OrdinalIgnoreCase) => $"{name} ({organisation})",
            _ => name,
        };
    }

    // The words stand in the excerpts; a source whose wording is unreliable only says that something was said.
    private IReadOnlyList<CitedSupport> Cited(Quote quote)
    {
        var verbatim = Enumerable.Range(0, quote.Evidence.Count)
            .Where(i => quote.Evidence[i].Excerpt is not null)
            .Select(i => Support.At(quote, i))
            .ToList();
        return quote.IsParaphrase || verbatim.Count == 0 ? support.Of(quote) : [verbatim[0], .. support.Of(quote).Where(s => s.EvidenceIndex != verbatim[0].EvidenceIndex).Take(1)];
    }
}
