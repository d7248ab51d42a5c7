using System.Numerics;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>
/// How many documents hold two words side by side, for any pair, in a fixed table: pairs that fall on one cell are
/// counted together, so a count can be too high by a few, never too low. Enough for a rarity weight.
/// </summary>
internal sealed class PairCounts(ushort[] cells)
{
    /// <summary>The cells; their number is a power of two.</summary>
    public ushort[] Cells { get; } = cells;

    /// <summary>A table for about this many documents.</summary>
    public static PairCounts For(int documents) =>
        new(new ushort[(int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp((long)documents * 32, 1 << 14, 1 << 23))]);

    /// <summary>The cell of a pair of stems.</summary>
    public int Cell(int first, int second)
    {
        var hash = ((ulong)(uint)first << 32 | (uint)second) * 0x9E3779B97F4A7C15UL;
        return (int)(hash >> 32) & (Cells.Length - 1);
    }

    /// <summary>Counts one document for a cell.</summary>
    public void Count(int cell)
    {
        if (Cells[cell] < ushort.MaxValue)
        {
            Cells[cell]++;
        }
    }
}
