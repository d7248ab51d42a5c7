using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Dates;
using StoryBot.Core.Answering.Understanding.Intents;
using StoryBot.Core.Answering.Understanding.Linking;
using StoryBot.Core.Answering.Understanding.Refusals;
using StoryBot.Core.Answering.Understanding.Words;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Understanding;

/// <summary>Reads one question by itself: spelling, entities, dates, figures, intent, and whether it is refused.</summary>
internal sealed class PartReader
{
    private static readonly HashSet<string> Scales = ["million", "billion", "trillion", "thousand", "percent", "m", "bn", "k", "usd", "dollars"];

    private readonly SpellingCorrector _corrector;
    private readonly EntityLinker _linker;
    private readonly UnknownNameFinder _unknown;
    private readonly DateFinder _dates;
    private readonly IntentClassifier _intents;
    private readonly SmallTalkDetector _smallTalk;
    private readonly PredictionDetector _predictions;

    /// <summary>Puts the stages together over one story's tables.</summary>
    public PartReader(EntityIndex index, StoryVocabulary vocabulary, DateFinder dates, MarketNames markets)
    {
        _corrector = new SpellingCorrector(index, vocabulary);
        _linker = new EntityLinker(index);
        _unknown = new UnknownNameFinder(vocabulary);
        _dates = dates;
        _intents = new IntentClassifier(markets);
        _smallTalk = new SmallTalkDetector(vocabulary);
        _predictions = new PredictionDetector(vocabulary, dates.Calendar);
    }

    /// <summary>Reads the utterance; it has at least one word.</summary>
    public PartReading Read(Utterance typed, ReaderScope scope)
    {
        var utterance = _corrector.Correct(typed, scope);
        var spans = _linker.Link(utterance.Words, scope);
        var others = spans.Where(span => IsOtherEdition(utterance.Words, span)).ToList();
        var editions = others.Select(span => $"{utterance.Words[span.End - 1].Text} {utterance.Words[span.End].Key}").ToList();
        spans.RemoveAll(others.Contains);
        var dates = _dates.Find(utterance);
        dates.RemoveAll(date => spans.Any(span => span.Start <= date.Start && date.End <= span.End));
        var quantities = Quantities(utterance, spans, dates);
        var terms = Terms(utterance, spans, dates, quantities);
        var direction = PolarityReader.Movement(utterance);
        var intent = _intents.Classify(utterance, spans, new QuestionSigns(direction, dates.Count > 0, quantities.Any(quantity => quantity.Kind != QuantityKind.Ordinal), terms.Count));
        var part = new QuestionPart
        {
            Text = utterance.Text.Replace('\n', ' '),
            Intent = intent,
            Entities = Mentions(utterance, spans),
            UnknownNames = [.. editions, .. _unknown.Find(utterance, spans, scope)],
            When = DateFinder.Span(utterance.Words, dates),
            Quantities = quantities,
            Terms = terms,
            Expects = AnswerTypeReader.Read(utterance, intent),
            IsNegated = PolarityReader.IsNegated(utterance),
            Direction = direction,
            Refusal = Refuse(utterance, spans, dates, scope),
        };
        return new PartReading(utterance, part, spans, dates);
    }

    private Refusal? Refuse(Utterance utterance, List<LinkedSpan> spans, List<DateMention> dates, ReaderScope scope)
    {
        if (_smallTalk.Find(utterance, spans.Count > 0, scope) is { } smallTalk)
        {
            return smallTalk;
        }

        if (AdviceDetector.IsIn(utterance))
        {
            return Refusal.Advice;
        }

        return _predictions.IsIn(utterance, spans.Count > 0, dates) ? Refusal.Prediction : null;
    }

    // "AIME 2025" is not the "AIME 2024" whose alias is "AIME".
    private static bool IsOtherEdition(IReadOnlyList<QuestionWord> words, LinkedSpan span)
    {
        if (IsVariant(words, span))
        {
            return true;
        }

        if (span.End >= words.Count || !words[span.End].IsFigure || words[span.End - 1].Break is not ('\0' or '-') || words[span.End - 1].IsFigure)
        {
            return false;
        }

        var figure = words[span.End].Key;
        var editions = span.Entity.Aliases.Prepend(span.Entity.Name).Select(name => WordReader.Read(name)[^1]).Where(word => word.IsFigure).Select(word => word.Key).ToList();
        return editions.Any(edition => edition.Length == figure.Length) && !editions.Contains(figure);
    }

    // "MMLU-Pro" is not "MMLU", nor "GPT-4o-mini" "GPT-4o".
    private static bool IsVariant(IReadOnlyList<QuestionWord> words, LinkedSpan span) =>
        span.End < words.Count && words[span.End].Has(WordTraits.Joined)
        && (words[span.End].Key is "pro" or "mini" or "max" or "ultra" or "lite" or "turbo" or "nano" or "plus" or "preview");

    private static List<EntityMention> Mentions(Utterance utterance, List<LinkedSpan> spans)
    {
        var mentions = new List<EntityMention>();
        foreach (var span in spans)
        {
            if (mentions.Any(mention => mention.Entity.Name == span.Entity.Name))
            {
                continue;
            }

            var words = Enumerable.Range(span.Start, span.End - span.Start).Select(i => utterance.Words[i]).ToList();
            var text = words.Any(word => word.Typed is not null)
                ? string.Join(' ', words.Select(word => word.Typed ?? word.Text))
                : utterance.Text[words[0].Start..words[^1].End];
            mentions.Add(new EntityMention(span.Entity, text, span.Match));
        }

        return mentions;
    }

    // A figure inside a name ("S&P 500") or a date is not a figure of the question.
    private static List<Quantity> Quantities(Utterance utterance, List<LinkedSpan> spans, List<DateMention> dates)
    {
        var quantities = QuantityReader.Read(utterance.Text);
        quantities.RemoveAll(quantity => IsInside(quantity, utterance.Words, spans.Select(span => (span.Start, span.End)))
            || IsInside(quantity, utterance.Words, dates.Select(date => (date.Start, date.End))));
        return quantities;
    }

    private static bool IsInside(Quantity quantity, IReadOnlyList<QuestionWord> words, IEnumerable<(int Start, int End)> spans) =>
        spans.Any(span => words[span.Start].Start <= quantity.Start && quantity.Start < words[span.End - 1].End);

    private static List<string> Terms(Utterance utterance, List<LinkedSpan> spans, List<DateMention> dates, List<Quantity> quantities)
    {
        var terms = new List<string>();
        for (var i = 0; i < utterance.Words.Count; i++)
        {
            var word = utterance.Words[i];
            if (WordSets.Function.Contains(word.Key) || (word.Key.Length < 2 && !word.IsFigure) || word.Has(WordTraits.Contracted)
                || spans.Any(span => span.Start <= i && i < span.End) || dates.Any(date => date.Start <= i && i < date.End)
                || ((word.IsFigure || Scales.Contains(word.Key)) && quantities.Any(quantity => quantity.Start <= word.Start && word.Start < quantity.Start + quantity.Text.Length)))
            {
                continue;
            }

            var term = word.Text.ToLowerInvariant();
            if (!terms.Contains(term))
            {
                terms.Add(term);
            }
        }

        return terms;
    }
}
