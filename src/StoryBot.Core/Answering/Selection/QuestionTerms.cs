using System.Collections.Frozen;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Understanding;

namespace StoryBot.Core.Answering.Selection;

/// <summary>Reads from a question part the words to look for in a record, turns of phrase as the plain words that they mean.</summary>
internal static class QuestionTerms
{
    // Words that shape a question and say nothing about its subject.
    private static readonly FrozenSet<string> Fillers = Stems.Of(
        "stress stresses stressed emphasise emphasises emphasised emphasize emphasized highlight highlights underline underlined "
        + "usable quotable verbatim roundup rundown deadline briefing print publish publishable headline copy editor memo slide deck client meeting call roughly approximately altogether apart aside besides "
        + "party camp camps prominent notable leading famous well-known ordinary community everybody everyone material cent cents per yet turned turn turns respectively whatsoever please reader readers draft "
        + "condition conditions circumstance circumstances anyway anyhow anywhere elsewhere nowhere somewhere idea notion finally eventually basically actual beyond besides apart cite cites cited mention mentions mentioned rest remainder remaining somehow meanwhile though although again nowadays currently presently otherwise perhaps maybe "
        + "quite fairly somewhat indeed usual usually typical typically plain plainly alleged allegedly supposedly apparently concrete terms era "
        + "line lines few paragraph paragraphs instead rather simply merely because correct later careful drafting writing intro draft living "
        + "case chance way ways trend piece rundown morning afternoon direction side matter issue topic question known exist exists exist meant supposed full whole entire complete "
        + "stand stands go goes went already industry city place times time main sum kind right okay ok well then else "
        + "dollar dollars euro euros million billion trillion thousand hundred percent one two three four five six seven eight nine ten eleven twelve "
        + "behind every single catch sentence sentences brief briefly recap short bullet bullets point points minute minutes gist note notes "
        + "compare compared comparing summarise summarize summary overview vs versus quote quoted quotes reporters journalists media press story article news report reported exactly really actually thing things about tell give show find know please just today far much many "
        + "long often long happen happened going ever also still yet so like mean means meaning kind sort regarding concerning anything something "
        + "everything someone anyone everyone people person guy exact precise precisely overall total whole quick quickly detail details information "
        + "info explain describe list name names named word words according different specific claim claims fact facts figure figures number numbers "
        + "during time day date year got get gets getting made make makes want need help involved say says said does did do is are was were be been "
        + "have has had can could would should will may might must shall who what when where which why how whose whom there here it its they them their "
        + "he she him her his hers this that these those and or but not no yes if then than as of in on at by for from with to into over under out up down "
        + "us we our you your i me my mine the a an any some all both each every other another more most less least very too own same such only even")
        .ToFrozenSet(StringComparer.Ordinal);

    // Where something comes from is what a question for its source asks, not a word to look for.
    private static readonly FrozenSet<string> SourceWords = Stems.Of("source sources come came comes coming origin cite cited citation reference evidence proof link "
        + "wire outlet outlets paper newspaper site website agency magazine publication broadcaster ran run carried carry broke published printed reported")
        .ToFrozenSet(StringComparer.Ordinal);

    // "In which month": the kind of date that is asked for.
    private static readonly FrozenSet<string> Spans = Stems.Of("week weeks month months quarter decade weekday").ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] AdjectiveEndings = ["able", "ible", "ous", "ful", "less", "ish"];

    /// <summary>Whether the stem shapes a question and says nothing about its subject.</summary>
    public static bool IsFiller(string stem) => Fillers.Contains(stem);

    /// <summary>The words, in order; what the question counts is among them though it be a filler elsewhere.</summary>
    public static IEnumerable<QuestionTerm> Of(QuestionPart part, IReadOnlyList<string> counted)
    {
        var nouns = NounSlots.Of(part.Text);
        var stems = Stems.Of(part.Text);
        var phrases = Phrases.Find(stems);
        var spoken = phrases.SelectMany(phrase => stems.Skip(phrase.Start).Take(phrase.Length)).ToHashSet(StringComparer.Ordinal);
        foreach (var term in part.Terms.Distinct(StringComparer.Ordinal).Where(term => !IsManner(term)))
        {
            foreach (var stem in Stems.Of(term).Where(stem => !spoken.Contains(stem) && IsWanted(stem, part, counted)))
            {
                yield return new QuestionTerm(term, stem, nouns.Contains(stem) && !IsAdjective(term));
            }
        }

        foreach (var meaning in phrases.Select(phrase => phrase.Meaning).OfType<string>().Distinct())
        {
            var stem = Stems.OfWord(meaning);
            if (IsWanted(stem, part, counted))
            {
                yield return new QuestionTerm(meaning, stem, IsNoun: false);
            }
        }
    }

    private static bool IsWanted(string stem, QuestionPart part, IReadOnlyList<string> counted) =>
        (!Fillers.Contains(stem) || counted.Contains(stem)) && !(part.Expects == AnswerType.When && Spans.Contains(stem)) && (part.Intent != Intent.Source || !SourceWords.Contains(stem));

    // "Roughly", "independently": how it was, not what.
    private static bool IsManner(string term) => term.Length > 6 && term.EndsWith("ly", StringComparison.Ordinal) && !term.EndsWith("ily", StringComparison.Ordinal);

    private static bool IsAdjective(string term) =>
        term.Length > 6 && AdjectiveEndings.Any(ending => term.EndsWith(ending, StringComparison.Ordinal));
}
