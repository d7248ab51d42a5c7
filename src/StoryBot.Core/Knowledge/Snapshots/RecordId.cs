using System.Diagnostics.CodeAnalysis;

namespace StoryBot.Core.Knowledge.Snapshots;

/// <summary>
/// The id of a record, unique in its story: the kind and the id in the file. Written <c>claims/training-cost</c>,
/// <c>quotes/lecun-open</c> or <c>market/sp500-close</c>.
/// </summary>
public readonly record struct RecordId(RecordKind Kind, string Value)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Folder(Kind)}/{Value}";

    /// <summary>Reads the written form; false when it is not one.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out RecordId id)
    {
        id = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 0 || slash == text!.Length - 1)
        {
            return false;
        }

        foreach (var kind in Enum.GetValues<RecordKind>())
        {
            if (text.AsSpan(0, slash).SequenceEqual(Folder(kind)))
            {
                id = new RecordId(kind, text[(slash + 1)..]);
                return true;
            }
        }

        return false;
    }

    private static string Folder(RecordKind kind) => kind switch
    {
        RecordKind.Claim => "claims",
        RecordKind.Quote => "quotes",
        RecordKind.MarketFact => "market",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };
}
