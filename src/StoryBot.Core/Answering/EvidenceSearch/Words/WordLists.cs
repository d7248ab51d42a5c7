using System.Collections.Frozen;

namespace StoryBot.Core.Answering.EvidenceSearch.Words;

/// <summary>The closed lists of English words that search treats apart.</summary>
internal static class WordLists
{
    /// <summary>Words that are not indexed for ranking: the 33 of Lucene's English analysis.</summary>
    public static FrozenSet<string> Stop { get; } = Set(
        "a an and are as at be but by for if in into is it no not of on or such that the their then there these they this to was will with");

    /// <summary>Question words, auxiliaries and pronouns: left out of a query, because they say what is asked, not of what.</summary>
    public static FrozenSet<string> Asking { get; } = Set(
        "what which who whom whose when where why how is are was were am be been being do does did done doing has have had having can could "
        + "would should shall may might must will isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't can't couldn't "
        + "wouldn't shouldn't won't what's who's where's when's how's that's there's it's i i'm me my we our ours us you your he she him her "
        + "his hers its them theirs please tell many much exactly actually really any so");

    /// <summary>Words that negate.</summary>
    public static FrozenSet<string> Negations { get; } = Set(
        "not no never none nothing nobody neither nor without cannot isn't aren't wasn't weren't don't doesn't didn't hasn't haven't hadn't "
        + "can't couldn't wouldn't shouldn't won't unable fail failed fails lack lacks lacked except instead");

    /// <summary>Weekdays, months and units: they match exactly or not at all, whatever a word vector says.</summary>
    public static FrozenSet<string> Exact { get; } = Set(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october "
        + "november december hundred thousand million billion trillion hundreds thousands millions billions trillions percent percentage "
        + "percents dollar dollars euro euros pound pounds yuan yen usd eur gbp cny second seconds minute minutes hour hours day days week "
        + "weeks month months year years decade decades century centuries one two three four five six seven eight nine ten eleven twelve "
        + "first third fourth fifth half quarter twice double triple");

    private static readonly FrozenSet<string> AbbreviationSet = Set("Mr Mrs Ms Dr Prof Sr Jr St vs etc Inc Corp Ltd Co No Fig al ca cf");

    /// <summary>Short forms whose full stop does not end a sentence.</summary>
    public static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Abbreviations { get; } =
        AbbreviationSet.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The word that a letter behind a number stands for ("5.6M"), or null.</summary>
    public static string? Scale(ReadOnlySpan<char> suffix) => suffix switch
    {
        "M" or "m" or "mn" or "MM" => "million",
        "B" or "bn" or "BN" => "billion",
        "T" or "tn" => "trillion",
        "K" or "k" => "thousand",
        _ => null,
    };

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
