using StoryBot.Core.Answering.Understanding.Dates;
using StoryBot.Core.Answering.Understanding.Intents;
using StoryBot.Core.Answering.Understanding.Linking;
using StoryBot.Core.Answering.Understanding.Refusals;
using StoryBot.Core.Answering.Understanding.Threads;
using StoryBot.Core.Answering.Understanding.Words;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding;

/// <summary>
/// Understands questions by rule, against one snapshot. The stages in order: normalise, refuse what concerns the whole
/// message, split into questions, read each by itself, complete each from the thread. Its tables are built once; it is
/// deterministic and safe to share between threads. Text beyond <see cref="LongestMessage"/> is never read.
/// </summary>
public sealed class QuestionReader : IQuestionReader
{
    /// <summary>The longest message that is answered, in UTF-16 units after cleaning.</summary>
    public const int LongestMessage = MessageNormaliser.LongestMessage;

    // Words on the form of an answer: "short roundup", "scores", beside a question that has a subject.
    private static readonly HashSet<string> FormWords =
        ["short", "quick", "brief", "roundup", "summary", "scores", "score", "figures", "figure", "numbers", "number", "confirm", "thanks", "please", "details", "detail", "list", "bullets", "lines", "exact", "precise"];

    private const int MostLeaningTerms = 1;

    private readonly ScriptDetector _script;
    private readonly PartReader _parts;
    private readonly FollowUpResolver _followUps;
    private readonly CitedPeople _people;

    /// <summary>Builds the tables of the snapshot.</summary>
    public QuestionReader(KnowledgeSnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var index = EntityIndex.Build(snapshot);
        var vocabulary = StoryVocabulary.Build(snapshot);
        var markets = new MarketNames(snapshot, index);
        _script = new ScriptDetector(snapshot.Story);
        var dates = new DateFinder(new StoryCalendar(snapshot));
        _parts = new PartReader(index, vocabulary, dates, markets);
        _followUps = new FollowUpResolver(new SubjectSwap(markets, dates), _parts);
        _people = new CitedPeople(snapshot, index);
    }

    /// <inheritdoc/>
    public QuestionPlan Read(Question question)
    {
        ArgumentNullException.ThrowIfNull(question);
        var (text, isTooLong) = MessageNormaliser.Normalise(question.Text);
        var original = text.Replace('\n', ' ');
        if (RefuseWhole(text, isTooLong) is { } refusal)
        {
            return new QuestionPlan(original, [new QuestionPart { Text = original, Intent = Intent.Fact, Refusal = refusal }]);
        }

        var thread = new ThreadMemory(question.Conversation, _people);
        var parts = new List<(QuestionPart Part, bool IsQuestion)>();
        foreach (var utterance in MessageSplitter.Split(ChatSpelling.WriteOut(text)))
        {
            var part = _followUps.Resolve(_parts.Read(utterance, question.Scope), thread, question.Scope);
            thread.Add(part);
            var isQuestion = IsQuestion(utterance, part);
            parts.Add((isQuestion && parts.Count > 0 && !parts[^1].IsQuestion ? Introduced(part, parts[^1].Part) : part, isQuestion));
        }

        return new QuestionPlan(original, Wanted(parts));
    }

    // "Two sides answered. What did each stress?": the statement before it says what the question is about.
    private static QuestionPart Introduced(QuestionPart part, QuestionPart statement) =>
        part.Refusal is not null || statement.Refusal is not null || part.Entities.Count > 0 || part.UnknownNames.Count > 0 || part.Terms.Count > MostLeaningTerms
            ? part
            : part with
            {
                Text = $"{statement.Text} {part.Text}",
                Entities = [.. statement.Entities.Select(mention => mention with { Match = EntityMatch.Context })],
                UnknownNames = statement.UnknownNames,
                Terms = [.. statement.Terms.Union(part.Terms)],
            };

    private Refusal? RefuseWhole(string text, bool isTooLong)
    {
        if (isTooLong)
        {
            return Refusal.TooLong;
        }

        var words = WordReader.Read(text);
        if (words.Count == 0)
        {
            return Refusal.Empty;
        }

        if (_script.IsOther(text))
        {
            return Refusal.OtherScript;
        }

        if (InstructionDetector.IsIn(text, words))
        {
            return Refusal.Instruction;
        }

        return SmallTalkDetector.IsAbuse(Utterance.Of(text)) ? Refusal.Abuse : null;
    }

    // "Hi! I read the piece. What did it cost?" asks one thing; a message of statements alone asks whether they are so.
    private static List<QuestionPart> Wanted(List<(QuestionPart Part, bool IsQuestion)> parts)
    {
        var questions = parts.Where(part => part.IsQuestion).Select(part => part.Part).ToList();
        if (questions.Count > 0)
        {
            // "Who called it that, and what does he do?": whom "he" means, the answer to the first tells.
            var whole = questions.Where(part => part.Refusal != Refusal.NoContext).ToList();
            var withSubject = whole.Where(part => part.Refusal is not null || part.Entities.Count > 0 || part.UnknownNames.Count > 0 || part.Terms.Any(term => !FormWords.Contains(term))).ToList();
            return withSubject.Count > 0 ? withSubject : whole.Count > 0 ? whole : questions;
        }

        var statements = parts.Where(part => part.Part.Refusal is not (Refusal.Greeting or Refusal.NoContext)).Select(part => part.Part).ToList();
        return statements.Count > 0 ? statements : [parts[0].Part];
    }

    private static bool IsQuestion(Utterance utterance, QuestionPart part) =>
        part.Refusal is not Refusal.Greeting
        && (utterance.IsAsked || part.Intent != Intent.IsItTrue && part.Intent != Intent.Fact || part.Refusal is not null and not Refusal.NoContext);
}
