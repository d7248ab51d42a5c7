using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Dates;
using StoryBot.Core.Answering.Understanding.Linking;
using StoryBot.Core.Answering.Understanding.Words;

namespace StoryBot.Core.Answering.Understanding.Refusals;

/// <summary>
/// Recognises questions about what will happen. What somebody predicted is an ordinary question, and so is a plan that
/// the records tell of ("when will the bridge reopen").
/// </summary>
internal sealed class PredictionDetector(StoryVocabulary vocabulary, StoryCalendar calendar)
{
    private static readonly CueTable<bool> Forecasts = new(
    [
        ("what|how|where|who|which|when _4 will _6 happen|happens|next|recover|rebound|win|end|lose|crash|bounce|dominate|survive|worth|evolve|peak|bottom|rise|fall|drop|climb|surge|collapse", true),
        ("will|would _8 recover|rebound|crash|rise|fall|drop|climb|surge|plunge|bounce|collapse|soar|win|overtake|dominate|survive|succeed|fail|replace|kill|beat|surpass|bankrupt|burst|happen|worth|continue|keep|drive|catch|end|become|change|shrink|grow", true),
        ("what happens|comes next", true),
        ("what is next", true),
        ("where is|are _5 headed|heading|going", true),
        ("is|are|was _8 going to", true),
        ("is|are _6 likely|bound|destined|poised to", true),
        ("how likely", true),
        ("^ predict|forecast|foretell|project", true),
        ("your|a|any prediction|predictions|forecast|forecasts", true),
        ("price target|targets|forecast|prediction|outlook", true),
        ("what|do|does|can|should you|we|i|one expect", true),
        ("odds|chance|chances|probability|likelihood of|that|are", true),
        ("in|by|within|over next|the? next|coming|following year|years|month|months|week|weeks|decade|quarter|day|days", true),
        ("outlook for", true),
        ("the future of|for|hold|bring", true),
        ("by next|the year|month|week|end", true),
        ("# years|months|weeks|days from now", true),
        ("tomorrow", true),
    ]);

    // "Will it run on a phone?" asks what it can do.
    private static readonly CueTable<bool> Abilities = new([("will|would _6 run|work|fit|play on|in|with|without|under", true)]);

    private static readonly HashSet<string> Speculative =
        ["happen", "recover", "rebound", "win", "crash", "overtake", "dominate", "survive", "collapse", "worth"];

    /// <summary>Whether the part asks for a prediction.</summary>
    public bool IsIn(Utterance utterance, bool namesStory, IReadOnlyList<DateMention> dates)
    {
        var isFuture = IsFuture(utterance, dates);
        if (!isFuture && !Forecasts.Matches(utterance.Words, utterance.ClauseStart).Any() && !((namesStory || utterance.IsMarked) && OpensWithWill(utterance)))
        {
            return false;
        }

        // "How big was the loss by the end of trading": what was is not to come.
        var isPast = !isFuture && utterance.Words.Any(word => word.Key is "was" or "were" or "did" or "had") && !utterance.Words.Any(word => word.Key is "will" or "would" or "going");
        return !isPast && !IsPlanned(utterance) && (isFuture || !Abilities.Matches(utterance.Words, utterance.ClauseStart).Any()) && !ReportedSpeech.Covers(utterance, utterance.Words.Count - 1);
    }

    // "Will you ..." asks the bot for something; "Will Smith" is somebody.
    private static bool OpensWithWill(Utterance utterance) =>
        utterance.OpensWithVerb && utterance.First is { Key: "will" }
        && utterance.Words[utterance.ClauseStart + 1].Key is not "you" and not "i" && utterance.IsAsked;

    private bool IsFuture(Utterance utterance, IReadOnlyList<DateMention> dates) =>
        dates.Any(date => date.Range.First > calendar.AsOf && date.Range.First != DateOnly.MaxValue)
        && utterance.Words.Any(word => word.Key is "will" or "be" or "by" or "going");

    private bool IsPlanned(Utterance utterance) =>
        utterance.Words.Any(word => vocabulary.IsPlanned(word.Key) && !Speculative.Contains(word.Key)
            && !WordSets.Function.Contains(word.Key) && !word.Has(WordTraits.Capitalised));
}
