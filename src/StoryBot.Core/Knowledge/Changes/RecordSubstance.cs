using System.Globalization;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Knowledge.Changes;

/// <summary>
/// The fields of a record in the form in which changes of substance show: wording in the project's own words without case,
/// punctuation and spacing; somebody's exact words as they are. Evidence, references, topics and lines are left out: they change
/// where a statement is found, not what it says.
/// </summary>
internal static class RecordSubstance
{
    private const string HashFormat = "storybot-record-1";
    private const int HashLength = 16;

    /// <summary>The names of the fields in which two states of a record differ.</summary>
    public static IReadOnlyList<string> Differences(KnowledgeRecord before, KnowledgeRecord after)
    {
        var old = Fields(before).ToDictionary();
        return [.. Fields(after).Where(field => !old.TryGetValue(field.Key, out var value) || value != field.Value).Select(field => field.Key)];
    }

    /// <summary>
    /// Stands for what a record says: the same exactly as long as no field changes in substance and the record is not taken back. 16
    /// characters; kept beside answers that cite the record.
    /// </summary>
    public static string HashOf(KnowledgeRecord record)
    {
        using var hash = new ContentHash();
        hash.Add(HashFormat).Add((long)record.Review);
        foreach (var (name, value) in Fields(record))
        {
            hash.Add(name).Add(value);
        }

        return hash.Finish()[..HashLength];
    }

    private static IEnumerable<KeyValuePair<string, string>> Fields(KnowledgeRecord record)
    {
        yield return new("date", record.Date?.ToString() ?? string.Empty);
        foreach (var field in record switch
        {
            Claim claim => OfClaim(claim),
            Quote quote => OfQuote(quote),
            MarketFact fact => OfFact(fact),
            _ => throw new ArgumentOutOfRangeException(nameof(record), record.GetType().Name, "There are three kinds of record."),
        })
        {
            yield return field;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> OfClaim(Claim claim) =>
    [
        new("statement", Plain(claim.Statement)),
        new("claimant", Plain(claim.Claimant)),
        new("status", claim.Status.ToString()),
        new("disputes", string.Join('|', claim.Disputes.Select(dispute => $"{Plain(dispute.By)}:{Plain(dispute.Evidence.Text)}").Order(StringComparer.Ordinal))),
        new("superseded-by", claim.SupersededBy?.ToString() ?? string.Empty),
    ];

    private static IEnumerable<KeyValuePair<string, string>> OfQuote(Quote quote) =>
    [
        new("text", quote.IsParaphrase ? Plain(quote.Text) : quote.Text),
        new("speaker", Plain(quote.Speaker)),
        new("role", Plain(quote.Role)),
        new("organisation", Plain(quote.Organisation)),
        new("venue", Plain(quote.Venue)),
    ];

    private static IEnumerable<KeyValuePair<string, string>> OfFact(MarketFact fact) =>
    [
        new("value", fact.Value.ToString("0.############", CultureInfo.InvariantCulture)),
        new("unit", Plain(fact.Unit)),
        new("measure", Plain(fact.Measure)),
        new("instrument", Plain(fact.Instrument)),
        new("precision", fact.Precision.ToString()),
        new("basis", fact.Basis?.ToString() ?? string.Empty),
    ];

    // Signs, points and percent marks inside and before figures are substance; a full stop or a dash between words is not.
    private static string Plain(string? text) =>
        string.Join(' ', (text ?? string.Empty).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .Select(word => word.Any(char.IsAsciiDigit) ? word.Trim(',', '.', ';', ':', '(', ')', '"').ToLowerInvariant() : TextFolding.Fold(word))
            .Where(word => word.Length > 0));
}
