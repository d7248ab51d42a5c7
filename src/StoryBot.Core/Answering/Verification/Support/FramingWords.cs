using System.Collections.Frozen;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Support;

/// <summary>Words with which an answer presents what it cites. They add no content of their own, so no source need hold them.</summary>
internal static class FramingWords
{
    private static readonly FrozenSet<string> Stems = Stemmed(
        "report reportedly say claim claimant state statement status according article source record document evidence knowledge note describe call "
        + "name give list mention quote quotation word write tell ask answer question speak put add explain suggest argue think view opinion comment "
        + "remark attribute contradict dispute support unverified verify confirm partly editorial independent independently basis based "
        + "figure number value amount data date day table row item following below above part also instead know unknown find found show see "
        + "one two another other further later earlier first retract withdraw supersede correct correction reason however while "
        + "yes no true false right wrong confirmation borne otherwise measure check checked fact exact exactly substance accord paragraph page");

    private static readonly FrozenSet<string> Verbs = Stemmed(
        "say claim state report write tell argue suggest describe call note think believe estimate deny dispute doubt question contend allege "
        + "assert announce comment remark explain add warn predict cite credit admit acknowledge insist maintain conclude praise "
        + "criticise criticize speculate reckon consider ask post reject contradict confirm");

    private static readonly FrozenSet<string> Telling = Stemmed("say report write tell state accord note announce post explain add warn");

    private static readonly FrozenSet<string> Adverbs = new[] { "reportedly", "allegedly", "alleged", "supposedly", "according", "purportedly", "apparently" }
        .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AdverbsBySpan = Adverbs.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the stem only presents.</summary>
    public static bool Contains(string stem) => Stems.Contains(stem);

    /// <summary>Whether the stem is a verb with which somebody's words are reported.</summary>
    public static bool IsReporting(string stem) => Verbs.Contains(stem);

    /// <summary>Whether the stem only passes words on, as a source does; "praise" and "doubt" take a stand.</summary>
    public static bool IsTelling(string stem) => Telling.Contains(stem);

    /// <summary>Whether the word marks hearsay by itself: "reportedly", "according to".</summary>
    public static bool IsHearsay(ReadOnlySpan<char> word) => AdverbsBySpan.Contains(word);

    private static FrozenSet<string> Stemmed(string words) => words.Split(' ').Select(Words.Stem).ToFrozenSet(StringComparer.Ordinal);
}
