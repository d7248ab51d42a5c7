using System.Text;
using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Words;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Threads;

/// <summary>Completes a follow-up with what it leans on, so that it can be answered by itself.</summary>
internal sealed class FollowUpResolver(SubjectSwap swap, PartReader parts)
{
    /// <summary>The question completed; refused when it leans on something that was never said.</summary>
    public QuestionPart Resolve(PartReading reading, ThreadMemory thread, ReaderScope scope)
    {
        var kind = FollowUpDetector.Detect(reading);
        if (reading.Part.Refusal is not null)
        {
            return reading.Part;
        }

        if (kind == FollowUpKind.None)
        {
            return MayGoOn(reading.Part) && thread.Last is { Entities.Count: > 0 } before
                ? reading.Part with { InContext = ResolveEllipsis(reading, before) with { When = reading.Part.When } }
                : reading.Part;
        }

        if (thread.Last is not { } last)
        {
            return LacksContext(reading, kind) ? reading.Part with { Refusal = Refusal.NoContext } : reading.Part;
        }

        return kind switch
        {
            FollowUpKind.NewSubject => ResolveNewSubject(reading, last, thread),
            FollowUpKind.SameSubject => ResolveSameSubject(reading, last, thread),
            FollowUpKind.Ellipsis => ResolveEllipsis(reading, last),
            _ => Reweighed(ResolvePronouns(reading, last, thread), scope),
        };
    }

    // "How much is to be spent at the start?" after a question on a project: it names nothing itself.
    private static bool MayGoOn(QuestionPart part) =>
        part.Entities.Count == 0 && part.UnknownNames.Count == 0 && part.Terms.Count > 0
        && part.Intent is not (Intent.Summary or Intent.Timeline or Intent.List or Intent.MarketMove);

    // "at what price did it close?" is about the market once "it" is a share.
    private QuestionPart Reweighed(QuestionPart part, ReaderScope scope)
    {
        var whole = parts.Read(Utterance.Of(part.Text), scope).Part;
        return part with { Intent = whole.Intent, Expects = whole.Expects };
    }

    // "how big is the full one?": the subject went unsaid.
    private static QuestionPart ResolveEllipsis(PartReading reading, QuestionPart last)
    {
        var names = string.Join(' ', last.Entities.Select(mention => mention.Entity.Name));
        return reading.Part with
        {
            IsFollowUp = true,
            Text = names.Length > 0 ? $"{reading.Part.Text.TrimEnd('?', ' ')}: {names}" : reading.Part.Text,
            Entities = [.. last.Entities.Select(mention => new EntityMention(mention.Entity, mention.Entity.Name, EntityMatch.Context))],
            When = reading.Part.When ?? last.When,
        };
    }

    private static bool LacksContext(PartReading reading, FollowUpKind kind)
    {
        var part = reading.Part;
        var pronouns = FollowUpDetector.Pronouns(reading);
        return kind switch
        {
            FollowUpKind.NewSubject => part.Entities.Count == 0 && part.When is null && part.Terms.Count == 0,
            FollowUpKind.SameSubject => pronouns.Count > 0
                ? pronouns.Any(use => use.Kind != PronounKind.Thing) || part.Terms.Count == 0
                : part.Intent is not (Intent.Source or Intent.Summary or Intent.Timeline or Intent.List),
            FollowUpKind.Ellipsis => false,
            _ => pronouns.Any(use => use.Kind == PronounKind.Person && !FollowsNoun(reading.Utterance, use)),
        };
    }

    private QuestionPart ResolveNewSubject(PartReading reading, QuestionPart last, ThreadMemory thread)
    {
        // "and him?": the pronoun is the new subject.
        if (reading.Part.Entities.Count == 0 && FollowUpDetector.Pronouns(reading) is [var use, ..] && Antecedent(use, last, thread) is { } entity)
        {
            var mention = new EntityMention(entity, entity.Name, EntityMatch.Context);
            return swap.Apply(reading with { Part = reading.Part with { Entities = [mention], Terms = [] } }, last);
        }

        return swap.Apply(reading, last);
    }

    private static QuestionPart ResolveSameSubject(PartReading reading, QuestionPart last, ThreadMemory thread)
    {
        var part = reading.Part;
        var subject = SubjectOf(last);
        var own = reading.Utterance.Text.TrimEnd('?', '.', '!', ' ');
        var isFigureOfMove = part.Intent == Intent.Fact && last.Intent == Intent.MarketMove && part.Expects != AnswerType.Why;
        return Carry(part, last) with
        {
            Text = subject.Length > 0 ? $"{own}: {subject}" : own,
            Intent = isFigureOfMove ? Intent.MarketMove : part.Intent,
            Antecedents = thread.Cited,
        };
    }

    private static QuestionPart ResolvePronouns(PartReading reading, QuestionPart last, ThreadMemory thread)
    {
        var part = reading.Part;
        var text = new StringBuilder();
        var at = 0;
        var entities = part.Entities.ToList();
        var carriesWhole = false;
        foreach (var use in FollowUpDetector.Pronouns(reading))
        {
            if (Antecedent(use, last, thread) is not { } entity)
            {
                if (use.Kind == PronounKind.Person && !FollowsNoun(reading.Utterance, use))
                {
                    return part with { Refusal = Refusal.NoContext };
                }

                carriesWhole = true;
                continue;
            }

            var word = reading.Utterance.Words[use.At];
            text.Append(reading.Utterance.Text, at, word.Start - at).Append(Written(entity, word));
            at = word.End;
            if (entities.All(mention => mention.Entity.Name != entity.Name))
            {
                entities.Add(new EntityMention(entity, entity.Name, EntityMatch.Context));
            }
        }

        text.Append(reading.Utterance.Text, at, reading.Utterance.Text.Length - at);
        var resolved = part with { Text = text.ToString(), Entities = entities, IsFollowUp = true, When = DateOf(reading, last) };
        if (!carriesWhole || part.Entities.Count > 0)
        {
            return resolved;
        }

        return Carry(resolved, last) with { Text = $"{resolved.Text.TrimEnd('?', ' ')}: {SubjectOf(last)}", Antecedents = thread.Cited };
    }

    private static Entity? Antecedent(PronounUse use, QuestionPart last, ThreadMemory thread) => use.Kind switch
    {
        PronounKind.Person => thread.LastPerson(),
        PronounKind.Thing => last.Entities.FirstOrDefault(mention => mention.Entity.Kind != "person")?.Entity
            ?? (last.Terms.Count == 0 ? thread.LastEntity(entity => entity.Kind != "person") : null),
        PronounKind.Group => thread.LastEntity(entity => entity.Kind is "organisation" or "organization" or "company")
            ?? thread.LastPerson(),
        _ => null,
    };

    // "my mother ... her asthma": somebody in the same sentence may be meant.
    private static bool FollowsNoun(Utterance utterance, PronounUse use) =>
        utterance.Words.Take(use.At).Any(word => !WordSets.Function.Contains(word.Key));

    private static string Written(Entity entity, QuestionWord pronoun) =>
        pronoun.Key is "his" or "its" or "their" or "hers" or "theirs" ? entity.Name + "'s" : entity.Name;

    // "that day" means the day of the thread, where it has one.
    private static DateRange? DateOf(PartReading reading, QuestionPart last) =>
        reading.Dates.Any(date => date.IsReference) ? last.When ?? reading.Part.When : reading.Part.When;

    private static QuestionPart Carry(QuestionPart part, QuestionPart last) => part with
    {
        IsFollowUp = true,
        Entities = [.. part.Entities, .. last.Entities
            .Where(mention => part.Entities.All(own => own.Entity.Name != mention.Entity.Name))
            .Select(mention => new EntityMention(mention.Entity, mention.Entity.Name, EntityMatch.Context))],
        Terms = [.. part.Terms.Union(last.Terms)],
        Quantities = part.Quantities.Count > 0 ? part.Quantities : last.Quantities,
        When = part.When ?? last.When,
        Direction = part.Direction != Direction.None ? part.Direction : last.Direction,
        IsNegated = part.IsNegated || last.IsNegated,
        UnknownNames = [.. part.UnknownNames.Union(last.UnknownNames)],
        Refusal = part.Refusal ?? last.Refusal,
    };

    private static string SubjectOf(QuestionPart last) =>
        string.Join(' ', last.Entities.Select(mention => mention.Entity.Name).Concat(last.Terms)
            .Concat(last.Quantities.Select(quantity => quantity.Text)).Distinct());
}
