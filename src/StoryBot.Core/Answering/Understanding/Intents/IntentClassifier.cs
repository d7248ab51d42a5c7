using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Linking;
using StoryBot.Core.Answering.Understanding.Words;

namespace StoryBot.Core.Answering.Understanding.Intents;

/// <summary>
/// Weighs the cues and the make-up of a question and picks the intent that they speak for most; the earlier intent of
/// the enumeration wins a tie. Safe to share between threads.
/// </summary>
internal sealed class IntentClassifier(MarketNames markets)
{
    private const int FactByDefault = 3;

    private static readonly CueTable<bool> Interrogative = new(
    [
        ("how much|many|far|long|big|large|high|low|expensive", true),
        ("when|where", true),
    ]);

    private static readonly CueTable<bool> Assertions = new(
    [
        ("is|are|was|were|has|have|had|did|does|will|would|can|could|cannot", true),
        ("rose|fell|lost|gained|dropped|plunged|tumbled|jumped|surged|slid|sank|climbed|crashed|declined|grew|beat|beats|led|made|makes|built|used|uses|became|began|ran|took|won|said|says|told|signed|wrote|paid|spent|claims|costs|runs|owns|employs|leads|knew|came|went|bought|sold", true),
        ("cost only|just|about|nearly|over|under|less|more|around|approximately|some|at|#", true),
    ]);

    /// <summary>The intent.</summary>
    public Intent Classify(Utterance utterance, IReadOnlyList<LinkedSpan> spans, QuestionSigns signs)
    {
        var scores = new int[Enum.GetValues<Intent>().Length];
        scores[(int)Intent.Fact] = FactByDefault;
        foreach (var match in IntentCues.Table.Matches(utterance.Words, utterance.ClauseStart))
        {
            if (match.Value.Intent != Intent.Source || !IsOpenSource(utterance.Words, match.Start))
            {
                ref var score = ref scores[(int)match.Value.Intent];
                score = Math.Max(score + 1, match.Value.Weight);
            }
        }

        WeighMarket(utterance, spans, signs, scores);
        WeighShape(utterance, spans, signs, scores);
        if (Interrogative.Matches(utterance.Words).Any(match => match.Start == utterance.ClauseStart))
        {
            scores[(int)Intent.Quote] -= 7;
            scores[(int)Intent.Fact] += 1;
        }

        return (Intent)Array.IndexOf(scores, scores.Max());
    }

    private void WeighMarket(Utterance utterance, IReadOnlyList<LinkedSpan> spans, QuestionSigns signs, int[] scores)
    {
        if (!spans.Any(span => markets.Contains(span.Entity)))
        {
            return;
        }

        var isIndex = spans.Any(span => MarketNames.IsIndex(span.Entity) && markets.Contains(span.Entity));
        var trades = utterance.Words.Any(word => WordSets.Has("session", word.Key) || WordSets.Has("market", word.Key)
            || word.Key is "price" or "prices" or "points" or "percent");
        ref var score = ref scores[(int)Intent.MarketMove];
        if (signs.Direction != Direction.None)
        {
            score = Math.Max(score, 9);
        }
        else if (signs.ContentWords == 0 && utterance.First is { Key: "how" } && utterance.Words[^1].Key is "do" or "doing" or "perform" or "fare" or "go"
            && spans.All(span => markets.Contains(span.Entity)))
        {
            score = Math.Max(score, 8);
        }
        else if (signs is { ContentWords: 0, HasDate: true } && spans.All(span => markets.Contains(span.Entity)) && utterance.Words.Any(word => word.Key is "do" or "did"))
        {
            score = Math.Max(score, 8);
        }
        else if (isIndex && (trades || signs.HasDate || signs.ContentWords == 0))
        {
            score = Math.Max(score, 8);
        }
        else if (trades && spans.All(span => markets.Contains(span.Entity)))
        {
            score = Math.Max(score, 6);
        }
    }

    private static void WeighShape(Utterance utterance, IReadOnlyList<LinkedSpan> spans, QuestionSigns signs, int[] scores)
    {
        if (utterance.OpensWithVerb || (!OpensWithWh(utterance) && IsAssertion(utterance)))
        {
            scores[(int)Intent.IsItTrue] = Math.Max(scores[(int)Intent.IsItTrue], 6) + (signs.HasFigure ? 4 : 0);
        }

        if (spans.Select(span => span.Entity.Kind).GroupBy(kind => kind).Any(kind => kind.Count() > 1) && scores[(int)Intent.Compare] > 0)
        {
            scores[(int)Intent.Compare] += 4;
        }

        if (IsDefinition(utterance, spans, signs))
        {
            scores[(int)Intent.Definition] += 8;
        }

        var isBare = spans.Select(span => span.Entity.Name).Distinct().Count() == 1 && spans[0].Match != EntityMatch.Role;
        if (signs.ContentWords == 0 && isBare && !OpensWithWh(utterance) && !utterance.OpensWithVerb && scores.Skip(1).All(score => score == 0))
        {
            scores[(int)(spans.All(span => span.Entity.Kind == "person") ? Intent.Quote : Intent.Definition)] += 5;
        }
    }

    // "what is X" with X whole: no possessive, no "of", at most two words besides the entity.
    private static bool IsDefinition(Utterance utterance, IReadOnlyList<LinkedSpan> spans, QuestionSigns signs)
    {
        var words = utterance.Words;
        var at = utterance.ClauseStart;
        if (at + 2 >= words.Count || words[at].Key is not ("what" or "who") || words[at + 1].Key is not ("is" or "are" or "was" or "were"))
        {
            return false;
        }

        for (var i = at + 2; i < words.Count; i++)
        {
            var isEntity = spans.Any(span => span.Start <= i && i < span.End);
            var isPlain = spans.Count == 0 && !WordSets.Function.Contains(words[i].Key);
            if (words[i].Has(WordTraits.Possessive) || (!isEntity && !isPlain && words[i].Key is not ("the" or "a" or "an" or "this")))
            {
                return false;
            }
        }

        return signs.ContentWords <= (spans.Count > 0 ? 0 : 2);
    }

    private static bool OpensWithWh(Utterance utterance) => utterance.First is { } first && WordSets.Wh.Contains(first.Key);

    private static bool IsAssertion(Utterance utterance) =>
        utterance.Words.Count >= 4 && !AsksInside(utterance.Words)
        && (Assertions.Matches(utterance.Words).Any(match => match.Start > utterance.ClauseStart && match.Start < utterance.Words.Count - 1)
            || Enumerable.Range(1, utterance.Words.Count - 2).Any(i => IsPastTense(utterance.Words, i)));

    // "Need the figure for my note, what was it": a question later in the sentence.
    private static bool AsksInside(IReadOnlyList<QuestionWord> words) =>
        Enumerable.Range(1, words.Count - 1).Any(i => WordSets.Wh.Contains(words[i].Key) && words[i - 1].Break is ',' or ':' or '-' or ')');

    // "emptied the dam", "announced in March": a form in -ed with something after it that a verb takes.
    private static bool IsPastTense(IReadOnlyList<QuestionWord> words, int at) =>
        words[at].Key.Length > 3 && words[at].Key.EndsWith("ed", StringComparison.Ordinal) && words[at].Break == '\0'
        && (words[at + 1].Has(WordTraits.Capitalised) || words[at + 1].IsFigure || WordSets.Function.Contains(words[at + 1].Key))
        && !WordSets.Wh.Contains(words[at + 1].Key);

    private static bool IsOpenSource(IReadOnlyList<QuestionWord> words, int at) =>
        (at > 0 && words[at - 1].Key is "open" or "closed" or "multi" && words[at].Key is "source")
        || (at + 1 < words.Count && words[at].Key == "source" && words[at + 1].Key is "code" or "model" or "models" or "software");
}
