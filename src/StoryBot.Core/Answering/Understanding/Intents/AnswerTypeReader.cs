using StoryBot.Core.Answering.Understanding.Cues;

namespace StoryBot.Core.Answering.Understanding.Intents;

/// <summary>Tells what the answer should be: a person, a day, a sum ...</summary>
internal static class AnswerTypeReader
{
    private static readonly CueTable<AnswerType> Cues = new(
    [
        ("who|whom|whose", AnswerType.Who),
        ("which|what company|firm|person|analyst|organisation|organization|agency|bank|lab|team|group|official|expert|speaker|executive|politician|politicians|companies|firms|analysts|people", AnswerType.Who),
        ("when|since", AnswerType.When),
        ("which|what day|date|month|year|week|time|weekday", AnswerType.When),
        ("how long ago", AnswerType.When),
        ("how soon|early|late", AnswerType.When),
        ("where did|does|do|is|was|were _5 rank|ranks|ranked|finish|finished|place|placed", AnswerType.Any),
        ("where", AnswerType.Where),
        ("which|what country|city|town|place|state|region|county|location|street|site|venue|platform|network|website", AnswerType.Where),
        ("how many percent|percentage|points|dollars|euros|pounds|usd", AnswerType.Amount),
        ("how many", AnswerType.Count),
        ("number of", AnswerType.Count),
        ("how much|far|big|large|high|low|long|expensive|cheap|fast|tall|wide|deep|heavy|old|steep|strong|small|short|costly|severe|sharply|badly", AnswerType.Amount),
        ("what|whats is|was|were|are? _4 revenue|revenues|profit|profits|turnover|income|sales|earnings|valuation|salary|debt|margin|headcount", AnswerType.Amount),
        ("in dollars|dollar|euros|money|percent|percentage terms?", AnswerType.Amount),
        ("what|which _2 price|cost|costs|score|scores|percentage|percent|amount|value|figure|level|sum|rate|size|length|share|budget|fine|number|price", AnswerType.Amount),
        ("what|which did|does|do|will|would|might|could|can|has _6 cost|score|lose|pay|spend|raise|earn|charge", AnswerType.Amount),
        ("why", AnswerType.Why),
        ("how come", AnswerType.Why),
        ("what caused|prompted|triggered|explains|led|drove", AnswerType.Why),
        ("reason|reasons|cause|causes for|of|behind|why", AnswerType.Why),
    ]);

    // Said without a question: "R1's score on AIME".
    private static readonly CueTable<AnswerType> Telegraphic = new(
    [
        ("score|scores|price|cost|costs|percentage|value|budget|length|size", AnswerType.Amount),
        ("release|launch|closing|opening|publication|start|end date", AnswerType.When),
        ("date", AnswerType.When),
        ("reason|cause", AnswerType.Why),
        ("location|address|place", AnswerType.Where),
        ("author|speaker|owner|founder|maker|claimant", AnswerType.Who),
    ]);

    /// <summary>The answer's type.</summary>
    public static AnswerType Read(Utterance utterance, Intent intent)
    {
        if (intent is Intent.WhoSaid or Intent.WhoDisputes)
        {
            return AnswerType.Who;
        }

        if (utterance.OpensWithVerb || intent == Intent.IsItTrue)
        {
            return AnswerType.YesNo;
        }

        foreach (var match in Cues.Matches(utterance.Words, utterance.ClauseStart))
        {
            return match.Value;
        }

        return intent is Intent.Fact or Intent.MarketMove && utterance.First is { } first && !WordSets.Wh.Contains(first.Key)
            ? Telegraphic.Matches(utterance.Words).Select(match => match.Value).FirstOrDefault() : AnswerType.Any;
    }
}
