using StoryBot.Core.Answering.Understanding.Cues;

namespace StoryBot.Core.Answering.Understanding.Refusals;

/// <summary>Recognises requests for advice: should I buy, is it a good investment, what would you do.</summary>
internal static class AdviceDetector
{
    private static readonly CueTable<bool> Requests = new(
    [
        ("should|shall|ought @personal|you|people|investors|anyone|someone|everybody|everyone|readers _4 @trade|invest|use|switch|get|keep|avoid|trust|worry|move|wait|do|stay|install|download|adopt|choose|pick|go|drive|travel", true),
        ("should|shall @personal|you|people|investors _2 take _1 profit|profits|position|positions|stake|stakes|loss|losses|money|action", true),
        ("^ should|shall i|we", true),
        ("what|which|how|where|when|much|many should|shall i|we", true),
        ("should|shall i|we _3 @trade|invest|use|switch|avoid|trust|worry|wait|stay|install|download|adopt|choose|pick", true),
        ("should|shall my|our _3 @trade|take|use|stop|start|switch|get|keep|avoid|trust|invest|worry|move|go|stay", true),
        ("whether|if i|we should|ought|to _2 @trade|use|switch|do|go", true),
        ("^ i|we should @trade", true),
        ("what|which|how|where|when should|shall|do|can|could i|we _3 @trade|@trading|do|make|profit", true),
        ("is|are|was|would|be _5 good|safe|smart|wise|bad|solid|sensible|risky|better|right buy|sell|investment|bet|idea|purchase|moment|choice|pick", true),
        ("^ is|are|was|would _4 a buy|sell|hold|bargain|steal", true),
        ("is|are|now|it|this _4 good|right|best|bad time|moment|point to", true),
        ("time to @trade", true),
        ("worth buying|selling|holding|shorting|investing|trading|the? investment", true),
        ("@trade or @trade", true),
        ("what would you do|buy|sell|recommend|suggest|advise|choose|pick", true),
        ("would|do|can|could|will you @trade|recommend|advise|suggest", true),
        ("what|which|where|how _3 would you put|pick|choose|back|bet|go|use|prefer", true),
        ("you recommend|suggest|advise", true),
        ("^ recommend|advise", true),
        ("give|need|want|offer _3 advice|recommendation|recommendations|tip|tips", true),
        ("^ any advice|tips|recommendations", true),
        ("investment|financial|trading|legal|medical|stock|tax|travel advice|tip|tips|recommendation", true),
        ("best|top stock|stocks|shares|fund|etf|investment to|for", true),
        ("how @do|can|could|to|should i|we? make|earn|profit|invest _2 money|profit|from|in|on", true),
        ("^ how to profit|invest|trade|short", true),
        ("tell me what|which|whether|when|if _2 to @trade|do", true),
        ("buy|sell the dip", true),
        ("undervalued|overvalued|oversold|overbought", true),
        ("am i|are we better off", true),
        ("^ to? @trade _4 @holding now|today|or|yet $", true),
    ]);

    /// <summary>Whether the part asks for advice.</summary>
    public static bool IsIn(Utterance utterance) =>
        Requests.Matches(utterance.Words, utterance.ClauseStart).Any(match => !ReportedSpeech.Covers(utterance, match.Start));
}
