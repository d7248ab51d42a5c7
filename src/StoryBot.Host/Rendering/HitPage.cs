using System.Globalization;
using StoryBot.Host.Contracts;

namespace StoryBot.Host.Rendering;

/// <summary>Search hits for people at a terminal.</summary>
internal static class HitPage
{
    /// <summary>Writes the hits, best first.</summary>
    public static void Write(IReadOnlyList<HitObject> hits, Terminal terminal)
    {
        if (hits.Count == 0)
        {
            terminal.WriteBody("Nothing in the knowledge bears on that.");
        }

        foreach (var hit in hits)
        {
            var refs = hit.Refs is { Count: > 0 } ? $" ({string.Join(", ", hit.Refs)})" : string.Empty;
            var place = hit.Paragraph is null ? hit.Source : $"{hit.Source}, paragraph {hit.Paragraph}";
            var score = hit.Score.ToString("0.00", CultureInfo.InvariantCulture);
            terminal.WriteHeading($"{hit.Rank}. {(hit.Record is null ? place : $"{hit.Record}{refs}, {place}")}  {score}");
            terminal.WriteBody($"   {hit.Text}");
        }
    }
}
