using System.Collections.Frozen;
using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Words;

namespace StoryBot.Core.Answering.Understanding;

/// <summary>One sentence or question of a message, with its tokens counted from its own start. Immutable.</summary>
internal sealed class Utterance
{
    private static readonly CueTable<bool> Politeness = new(
    [
        ("please|pls|plz|kindly|hi|hello|hey|ok|okay|so|well|now|also|then|and|but|just|yes|no|right|actually|btw|thanks|quick|question|sorry|storybot|bot", true),
        ("thank you", true),
        ("good morning|afternoon|evening", true),
        ("can|could|would|will you|u please? also? tell|explain|show|give|say|let|remind|inform us|me|to?", true),
        ("can|could|would|will you|u please?", true),
        ("do|does|did you|anyone|anybody|somebody|someone know|remember", true),
        ("i would? like|want|need|love to know|understand|hear|find", true),
        ("i am|was wondering|curious|asking", true),
        ("i wonder|ask", true),
        ("tell|remind|inform me|us", true),
        ("any idea|clue", true),
        ("for the record", true),
        ("in|on|at|by|for|from|to|with|of|about|under|since|against|over|within|after|before|until|during", false),
    ]);

    private Utterance(string text, List<QuestionWord> tokens)
    {
        Text = text;
        Words = tokens;
        ClauseStart = SkipPoliteness(tokens);
    }

    /// <summary>The words, without surrounding space.</summary>
    public string Text { get; }

    /// <summary>The tokens.</summary>
    public IReadOnlyList<QuestionWord> Words { get; }

    /// <summary>The token at which the question proper starts, after a greeting or "can you tell me".</summary>
    public int ClauseStart { get; }

    /// <summary>Whether it ends with a question mark.</summary>
    public bool IsMarked => Words.Count > 0 && Words[^1].Break == '?';

    /// <summary>Whether it opens with a question word or with the verb of a yes-or-no question.</summary>
    public bool IsAsked => IsMarked || Opens(WordSets.Wh) || OpensWithVerb;

    /// <summary>Whether it opens with the verb of a yes-or-no question: "did Meta fall".</summary>
    public bool OpensWithVerb => ClauseStart + 1 < Words.Count && Opens(WordSets.Auxiliary) && !IsMonthOrName(Words[ClauseStart]);

    /// <summary>The first token of the question proper, or null.</summary>
    public QuestionWord? First => ClauseStart < Words.Count ? Words[ClauseStart] : null;

    /// <summary>Reads a text.</summary>
    public static Utterance Of(string text) => new(text, WordReader.Read(text));

    /// <summary>An utterance of a text whose words are read already.</summary>
    public static Utterance Of(string text, List<QuestionWord> tokens) => new(text, tokens);

    private bool Opens(FrozenSet<string> words) => First is { } first && words.Contains(first.Key);

    // "May 27" and "Will Smith" open with a name, not with a verb.
    private bool IsMonthOrName(QuestionWord first) => first.Key is "may" && Words[ClauseStart + 1].IsFigure;

    // "On which day", "at what price": the question word comes second.
    private static bool IsFronted(List<QuestionWord> words, int at) => at + 1 < words.Count && WordSets.Wh.Contains(words[at + 1].Key);

    private static int SkipPoliteness(List<QuestionWord> tokens)
    {
        var start = 0;
        for (var round = 0; round < 6 && start < tokens.Count; round++)
        {
            var end = Politeness.Matches(tokens.GetRange(start, Math.Min(8, tokens.Count - start)))
                .Where(match => match.Start == 0 && (match.Value || IsFronted(tokens, start))).Select(match => match.End).DefaultIfEmpty().Max();
            if (end == 0 || start + end >= tokens.Count)
            {
                break;
            }

            start += end;
        }

        return start == 0 && IntroductionEnd(tokens) is var introduction and > 0 ? introduction : start;
    }

    // "Apart from the US, in how many countries ...": the question starts after the comma.
    private static int IntroductionEnd(List<QuestionWord> words)
    {
        if (WordSets.Wh.Contains(words.Count == 0 ? string.Empty : words[0].Key) || (words.Count > 0 && WordSets.Auxiliary.Contains(words[0].Key)))
        {
            return 0;
        }

        for (var i = 0; i + 2 < words.Count; i++)
        {
            var isFronted = words[i + 1].Key is "in" or "on" or "at" or "by" or "for" or "to" && IsFronted(words, i + 1);
            if (words[i].Break == ',' && (isFronted || WordSets.Wh.Contains(words[i + 1].Key)))
            {
                return isFronted ? i + 2 : i + 1;
            }
        }

        return 0;
    }
}
