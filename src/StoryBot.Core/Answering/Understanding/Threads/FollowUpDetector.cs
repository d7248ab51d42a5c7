using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Words;

namespace StoryBot.Core.Answering.Understanding.Threads;

/// <summary>Tells how a question leans on what was asked before.</summary>
internal static class FollowUpDetector
{
    private static readonly CueTable<bool> Openings = new(
    [
        ("^ and|but|also|or|ok|okay|so? what|how about", true),
        ("^ what|how about", true),
    ]);

    private static readonly HashSet<string> Links = ["and", "but", "also", "or", "plus", "then", "so", "same"];

    // Words that ask about an answer without adding a subject to it.
    private static readonly HashSet<string> Generic =
    [
        "source", "sources", "proof", "evidence", "link", "links", "citation", "citations", "reference", "more", "detail", "details", "really", "sure",
        "certain", "true", "correct", "right", "false", "wrong", "accurate", "confirmed", "verified", "disputed", "claim", "claims", "claimed", "dispute",
        "disputes", "denies", "denied", "doubts", "doubted", "disagrees", "disagree", "disagreed", "happen", "happened", "happens", "reason", "mean", "means",
        "exactly", "explain", "elaborate", "come", "comes", "coming", "reported", "report", "figure", "number", "statement", "quote", "go", "long", "ago", "else",
        "according", "called", "call", "wrote", "posted", "argued", "thinks", "think", "believe", "believes", "reliable", "contradicts", "challenged",
        "questioned", "rejected", "criticised", "criticized", "seriously", "continue", "expand", "fact", "story", "news", "again", "date", "when",
    ];

    private static readonly HashSet<string> AskedOfAnswer =
        ["source", "sources", "proof", "evidence", "link", "links", "citation", "citations", "more", "details", "detail", "really", "seriously", "explain", "elaborate", "continue", "sure", "else"];

    private static readonly HashSet<string> Nouns =
        ["claim", "claims", "figure", "figures", "number", "numbers", "statement", "statements", "quote", "quotes", "comment", "remark", "one", "ones", "estimate", "score", "news", "report", "amount", "price", "sum"];

    private static readonly HashSet<string> People =
    [
        "guy", "man", "woman", "person", "lady", "analyst", "engineer", "boss", "chief", "ceo", "head", "founder", "author", "critic", "scientist", "investor",
        "professor", "spokesman", "spokesperson", "spokeswoman", "minister", "president", "trader", "strategist", "manager", "expert", "official", "who",
        "somebody", "someone", "anyone", "anybody", "mayor", "judge", "doctor", "researcher", "executive", "director", "chairman", "lawyer", "owner",
    ];

    /// <summary>How the question leans on the thread, whether or not the thread holds anything.</summary>
    public static FollowUpKind Detect(PartReading reading)
    {
        var words = reading.Utterance.Words;
        if (IsNewSubject(reading, words))
        {
            return FollowUpKind.NewSubject;
        }

        var hasSubject = reading.Part.Entities.Count > 0 || reading.Part.Quantities.Count > 0
            || reading.Part.Terms.Any(term => !Generic.Contains(term));
        if (!hasSubject && (Pronouns(reading).Count > 0 || IsBareQuestion(words) || words.Any(word => AskedOfAnswer.Contains(word.Key)) && words.Count <= 5))
        {
            return FollowUpKind.SameSubject;
        }

        if (Pronouns(reading).Count > 0)
        {
            return FollowUpKind.Pronoun;
        }

        return LeavesSubjectUnsaid(reading, words) ? FollowUpKind.Ellipsis : FollowUpKind.None;
    }

    // "the full one", "that company's shares", "at what price per hour?"
    private static bool LeavesSubjectUnsaid(PartReading reading, IReadOnlyList<QuestionWord> words)
    {
        if (reading.Part.Entities.Count > 0 || reading.Part.UnknownNames.Count > 0 || reading.Part.Terms.Count > 4 || words.Count > 9)
        {
            return false;
        }

        return words.Any(word => word.Key is "one" or "ones" or "latter" or "former")
            || Enumerable.Range(0, words.Count - 1).Any(i => words[i].Key is "that" or "this" && People.Contains(words[i + 1].Key)
                || words[i].Key is "that" or "this" && words[i + 1].Key is "company" or "firm" or "model" or "index" or "order" or "bank" or "stock" or "project" or "place")
            || (reading.Utterance.ClauseStart > 0 && WordSets.Wh.Contains(words[reading.Utterance.ClauseStart].Key) && reading.Part.Terms.Count <= 2);
    }

    /// <summary>The words that stand for something outside the question.</summary>
    public static List<PronounUse> Pronouns(PartReading reading)
    {
        var uses = new List<PronounUse>();
        var words = reading.Utterance.Words;
        for (var i = 0; i < words.Count; i++)
        {
            var kind = words[i].Key switch
            {
                "he" or "she" or "him" or "his" or "her" or "hers" => PronounKind.Person,
                "it" or "its" when !IsExpletive(words, i) => PronounKind.Thing,
                "they" or "them" or "their" or "theirs" => PronounKind.Group,
                "that" or "this" or "those" or "these" when PointsBack(words, i) && !IsDate(reading, i) => PronounKind.Whole,
                _ => PronounKind.None,
            };
            if (kind != PronounKind.None && !HasAntecedent(reading, i, kind))
            {
                uses.Add(new PronounUse(i, kind));
            }
        }

        return uses;
    }

    private static bool IsNewSubject(PartReading reading, IReadOnlyList<QuestionWord> words)
    {
        if (Openings.Matches(words, reading.Utterance.ClauseStart).Any(match => match.Start <= reading.Utterance.ClauseStart && match.End < words.Count))
        {
            return true;
        }

        var hasVerb = words.Any(word => WordSets.Auxiliary.Contains(word.Key) || WordSets.Wh.Contains(word.Key));
        if (hasVerb)
        {
            return false;
        }

        return (Links.Contains(words[0].Key) && words.Count is > 1 and <= 7)
            || (reading.Part.Terms.Count == 0 && words.Count <= 6 && reading.Utterance.IsMarked
                && (reading.Part.Entities.Count > 0 || reading.Part.When is not null));
    }

    // "why?", "how much?", "since when?", "by whom?"
    private static bool IsBareQuestion(IReadOnlyList<QuestionWord> words) =>
        words.Count <= 4 && words.Any(word => WordSets.Wh.Contains(word.Key)) && words.All(word => WordSets.Function.Contains(word.Key)
            || word.Key is "come" or "long" or "far" or "happened" or "happen" or "exactly" or "whom");

    // "is it true that", "it is said": nothing stands behind this "it".
    private static bool IsExpletive(IReadOnlyList<QuestionWord> words, int at) =>
        (at > 0 && at + 2 < words.Count && words[at - 1].Key is "is" or "was" && words[at + 1].Key is "true" or "correct" or "right" or "accurate" or "false" or "possible" or "likely" or "known"
            && words[at + 1].Break == '\0') ||
        words.Skip(at + 1).Take(4).Any(word => word.Key is "that" or "whether" or "if")
        && words.Skip(Math.Max(0, at - 1)).Take(5).Any(word => word.Key is "is" or "was" or "has" or "does");

    private static bool PointsBack(IReadOnlyList<QuestionWord> words, int at)
    {
        if (at == words.Count - 1 || words[at].Break is '?' or '.' or ',')
        {
            return true;
        }

        var next = words[at + 1];
        if (Nouns.Contains(next.Key))
        {
            return at == 0 || words[at - 1].Key is not ("claim" or "claims");
        }

        var before = at > 0 ? words[at - 1].Key : string.Empty;
        return WordSets.Auxiliary.Contains(before) && (WordSets.Function.Contains(next.Key) || Generic.Contains(next.Key) || WordSets.Has("dispute", next.Key));
    }

    private static bool IsDate(PartReading reading, int at) => reading.Dates.Any(date => date.Start <= at && at < date.End);

    private static bool HasAntecedent(PartReading reading, int at, PronounKind kind) => kind switch
    {
        PronounKind.Person => reading.Spans.Any(span => span.End <= at && IsPerson(span))
            || Enumerable.Range(0, at).Any(i => People.Contains(reading.Utterance.Words[i].Key) && !IsObject(reading.Utterance.Words, i)),
        PronounKind.Thing or PronounKind.Group => reading.Spans.Any(span => span.End <= at && (kind == PronounKind.Group || !IsPerson(span))),
        _ => false,
    };

    // "Who does he work for": the one asked for is not the one who does it.
    private static bool IsObject(IReadOnlyList<QuestionWord> words, int at) =>
        words[at].Key == "who" && at + 1 < words.Count && WordSets.Auxiliary.Contains(words[at + 1].Key);

    private static bool IsPerson(Linking.LinkedSpan span) => span.Entity.Kind == "person";
}
