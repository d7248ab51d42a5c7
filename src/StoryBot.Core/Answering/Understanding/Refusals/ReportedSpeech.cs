using StoryBot.Core.Answering.Understanding.Cues;

namespace StoryBot.Core.Answering.Understanding.Refusals;

/// <summary>
/// Tells a question about what somebody said from the saying itself: "did Rasgon say what will happen" is about Rasgon,
/// "tell me what will happen" is not.
/// </summary>
internal static class ReportedSpeech
{
    private static readonly CueTable<bool> Reports = new(
    [
        ("@do|@have|who|whom|which|what|how _6 @say|@claim|@foretell|@counsel|discuss|discussed|hint|hinted|promise|promised|pledge|pledged|plan|plans|planned", true),
        ("who|analysts|experts|anyone|anybody|someone|nobody @say|@claim|@foretell|@counsel", true),
        ("according to", true),
        ("@say|@claim|@foretell|@counsel by", true),
        ("quote|quotes|claim|claims|statement|prediction|predictions|forecast|forecasts|warning|warnings|advice|opinion|view|views of|by|from|from|about|on|that|made|in", true),
    ]);

    private static readonly HashSet<string> Asked = ["you", "me", "us", "i", "we", "storybot", "bot"];

    /// <summary>Whether a third party's speech reaches to the word.</summary>
    public static bool Covers(Utterance utterance, int at)
    {
        foreach (var match in Reports.Matches(utterance.Words))
        {
            if (match.Start > at + 1)
            {
                continue;
            }

            var isAsker = false;
            for (var i = match.Start; i < match.End; i++)
            {
                isAsker |= Asked.Contains(utterance.Words[i].Key);
            }

            if (!isAsker)
            {
                return true;
            }
        }

        return false;
    }
}
