using StoryBot.Core.Answering.Understanding.Dates;
using StoryBot.Core.Answering.Understanding.Intents;
using StoryBot.Core.Answering.Understanding.Words;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Threads;

/// <summary>
/// Asks the last question of another subject: "how much did the S&amp;P lose?", "and the Nasdaq?". The new entity takes the
/// place of the last one of its own sort; a new date takes the place of the date; other words become the new topic.
/// </summary>
internal sealed class SubjectSwap(MarketNames markets, DateFinder dates)
{
    private static readonly HashSet<string> Agents = ["person", "organisation", "organization", "company"];

    /// <summary>The last question with the new subject in it.</summary>
    public QuestionPart Apply(PartReading reading, QuestionPart last)
    {
        var (utterance, part) = (reading.Utterance, reading.Part);
        var swapped = part.Entities.Count > 0 ? WithEntities(part, last)
            : IsName(part, utterance) ? WithUnknownName(part, utterance, last)
            : part.Terms.Count > 0 ? WithTopic(part, utterance, last)
            : last with { Text = WithDate(reading, last) };
        return swapped with
        {
            IsFollowUp = true,
            When = part.When ?? last.When,
            UnknownNames = part.UnknownNames,
            Refusal = part.Refusal ?? last.Refusal,
            Antecedents = [],
        };
    }

    private QuestionPart WithEntities(QuestionPart part, QuestionPart last)
    {
        // Words of its own make it a question of its own about the new entity: "and Claude's licence?".
        if (part.Terms.Count > 0 && part.Intent is not (Intent.Fact or Intent.Summary))
        {
            return part;
        }

        var added = part.Entities[0];
        var replaced = Replaced(added.Entity, last);
        var kept = last.Entities.Where(mention => mention != replaced && part.Entities.All(own => own.Entity.Name != mention.Entity.Name))
            .Select(mention => mention with { Match = EntityMatch.Context });
        IReadOnlyList<string> terms = part.Terms.Count > 0 ? part.Terms : last.Terms;
        return last with
        {
            Text = part.Terms.Count > 0 ? $"{part.Text.TrimEnd('?', ' ')} {string.Join(' ', last.Terms)}".TrimEnd() : TextWith(last, replaced, string.Join(" and ", part.Entities.Select(mention => mention.Entity.Name))),
            Entities = [.. kept, .. part.Entities],
            Terms = terms,
        };
    }

    // "and AMD?": a name that the story does not list takes the place of the last one all the same.
    private static bool IsName(QuestionPart part, Utterance utterance) =>
        part.Terms.Count is > 0 and <= 3
        && (part.UnknownNames.Count > 0 || part.Terms.All(term => utterance.Words.Any(word =>
            word.Has(WordTraits.Capitalised) && !word.Has(WordTraits.StartsSentence) && word.Text.Equals(term, StringComparison.OrdinalIgnoreCase))));

    private static QuestionPart WithUnknownName(QuestionPart part, Utterance utterance, QuestionPart last)
    {
        var replaced = last.Entities.Count > 0 ? last.Entities[^1] : null;
        var name = string.Join(' ', utterance.Words.Where(word => part.Terms.Contains(word.Text.ToLowerInvariant())).Select(word => word.Text));
        return last with
        {
            Text = TextWith(last, replaced, name),
            Entities = [.. last.Entities.Where(mention => mention != replaced).Select(mention => mention with { Match = EntityMatch.Context })],
            Terms = [.. last.Terms.Union(part.Terms)],
        };
    }

    private EntityMention? Replaced(Entity added, QuestionPart last)
    {
        EntityMention? best = null;
        var bestFit = -1;
        foreach (var mention in last.Entities)
        {
            var fit = Fit(added, mention.Entity, last.Intent);
            if (fit >= bestFit)
            {
                (best, bestFit) = (mention, fit);
            }
        }

        return best;
    }

    private int Fit(Entity added, Entity old, Intent intent)
    {
        if (intent == Intent.MarketMove && markets.Contains(added) && markets.Contains(old))
        {
            return 4;
        }

        if (added.Kind == old.Kind)
        {
            return 3;
        }

        return Agents.Contains(added.Kind) == Agents.Contains(old.Kind) ? 1 : 0;
    }

    private static string TextWith(QuestionPart last, EntityMention? replaced, string names)
    {
        if (replaced is not null)
        {
            foreach (var written in new[] { replaced.Text, replaced.Entity.Name }.OrderByDescending(form => form.Length))
            {
                var at = last.Text.LastIndexOf(written, StringComparison.OrdinalIgnoreCase);
                if (written.Length > 0 && at >= 0)
                {
                    return string.Concat(last.Text.AsSpan(0, at), names, last.Text.AsSpan(at + written.Length));
                }
            }
        }

        return $"{last.Text.TrimEnd('?', ' ')}: {names}";
    }

    private static QuestionPart WithTopic(QuestionPart part, Utterance utterance, QuestionPart last)
    {
        var speakers = last.Entities.Where(mention => mention.Entity.Kind == "person").ToList();
        var isSpeech = last.Intent is Intent.Quote or Intent.WhoSaid && speakers.Count > 0;
        var kept = (isSpeech ? speakers : last.Entities).Select(mention => mention with { Match = EntityMatch.Context }).ToList();
        var own = utterance.Text[utterance.Words[Math.Min(utterance.ClauseStart, utterance.Words.Count - 1)].Start..].TrimEnd('?', ' ');
        var names = string.Join(' ', kept.Select(mention => mention.Entity.Name));
        return part with
        {
            Text = isSpeech ? $"What did {names} say about {string.Join(' ', part.Terms)}?" : $"{own} {names}".Trim(),
            Intent = isSpeech ? Intent.Quote : part.Intent is Intent.Summary or Intent.IsItTrue ? Intent.Fact : part.Intent,
            Entities = kept,
        };
    }

    // The new date stands where the old one stood, or at the end.
    private string WithDate(PartReading reading, QuestionPart last)
    {
        if (reading.Dates.Count == 0)
        {
            return last.Text;
        }

        var words = reading.Utterance.Words;
        var added = reading.Utterance.Text[words[reading.Dates[0].Start].Start..words[reading.Dates[^1].End - 1].End];
        var before = Utterance.Of(last.Text);
        if (dates.Find(before) is not [var old, ..])
        {
            return $"{last.Text.TrimEnd('?', ' ')}, {added}?";
        }

        return string.Concat(last.Text.AsSpan(0, before.Words[old.Start].Start), added, last.Text.AsSpan(before.Words[old.End - 1].End));
    }
}
