using Microsoft.SemanticKernel;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Selection;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering;

/// <summary>
/// The answer flow over one snapshot: question, plan, evidence, selection, draft, verified answer. A new snapshot gets a
/// new pipeline. Without a model it is deterministic. Safe to share between threads.
/// </summary>
public sealed class AnswerPipeline
{
    private const int EvidenceLimit = 40;

    // A question that names nothing goes on with the thread's subject unless it is much better answered without.
    private const double ContextShare = 0.75;

    private readonly IQuestionReader _reader;
    private readonly KnowledgeSnapshot _snapshot;
    private readonly EvidenceSelector _selector;
    private readonly AnswerKernel _kernel;
    private readonly NearestFacts _nearest;
    private readonly Suggestions _suggestions;
    private readonly Replies _replies;
    private readonly ChatModel? _model;

    /// <summary>Builds the pipeline of a snapshot.</summary>
    /// <param name="reader">Reads questions against the snapshot.</param>
    /// <param name="search">Searches the snapshot.</param>
    /// <param name="verifier">Verifies against the snapshot.</param>
    /// <param name="model">Words the answers; null for the extractive composer.</param>
    public AnswerPipeline(IQuestionReader reader, IEvidenceSearch search, AnswerVerifier verifier, ChatModel? model = null)
    {
        ArgumentNullException.ThrowIfNull(search);
        _reader = reader;
        _snapshot = search.Snapshot;
        _model = model;
        var profile = new StoryProfile(_snapshot);
        _selector = new EvidenceSelector(profile);
        _kernel = new AnswerKernel(search, profile, verifier, model);
        _nearest = new NearestFacts(profile, verifier);
        _suggestions = new Suggestions(_snapshot);
        _replies = new Replies(_snapshot.Story);
    }

    /// <summary>How a question is understood, without answering it.</summary>
    public QuestionPlan Understand(Question question) => _reader.Read(question);

    /// <summary>Answers one question.</summary>
    /// <exception cref="OperationCanceledException">The answer is no longer wanted.</exception>
    public async Task<AnswerResult> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var plan = _reader.Read(question);
        if (plan.Parts.FirstOrDefault(part => part.Refusal is not null)?.Refusal is { } refusal)
        {
            return Result(plan, Refuse(refusal), [], ExtractiveComposer.ServiceId);
        }

        var context = new AnswerContext { Scope = question.Scope };
        var kernel = _kernel.Begin(context);
        context.Selections = await SelectAsync(kernel, context, plan, cancellationToken);
        plan = plan with { Parts = [.. context.Selections.Select(selection => selection.Part)] };
        var answerable = context.Selections.Where(selection => selection.Decline is null).ToList();
        if (answerable.Count == 0)
        {
            return Result(plan, Decline(context), [], ExtractiveComposer.ServiceId);
        }

        var (answer, composer) = await ComposeAsync(kernel, context, plan, cancellationToken);
        if (answer is null)
        {
            return Result(plan, Decline(context), [], composer);
        }

        var cited = answer.Citations.Select(citation => citation.Record?.Id).OfType<RecordId>().Distinct().ToList();
        var outcome = new AnswerOutcome.Answered(answer)
        {
            Confidence = answerable.Min(selection => selection.Confidence),
            Unanswered = Unanswered(context),
            Suggestions = _suggestions.After(cited, question.Scope),
        };
        return Result(plan, outcome, cited, composer);
    }

    private async Task<IReadOnlyList<EvidenceSelection>> SelectAsync(Kernel kernel, AnswerContext context, QuestionPlan plan, CancellationToken cancellationToken)
    {
        var selections = new List<EvidenceSelection>(plan.Parts.Count);
        foreach (var part in plan.Parts)
        {
            var alone = await SelectAsync(kernel, context, part, cancellationToken);
            var inContext = part.InContext is { } further ? await SelectAsync(kernel, context, further, cancellationToken) : null;
            selections.Add(inContext is { Decline: null } && inContext.Confidence >= alone.Confidence * ContextShare ? inContext : alone);
        }

        return selections;
    }

    private async Task<EvidenceSelection> SelectAsync(Kernel kernel, AnswerContext context, QuestionPart part, CancellationToken cancellationToken)
    {
        context.Part = part;
        var listing = await _kernel.SearchAsync(kernel, part.Text, EvidenceLimit, cancellationToken);
        return _selector.Select(part, listing.Evidence, context.Scope);
    }

    // A model that fails, or whose draft does not survive verification, costs nobody the answer: the composer that
    // needs no model writes it.
    private async Task<(VerifiedAnswer? Answer, string Composer)> ComposeAsync(Kernel kernel, AnswerContext context, QuestionPlan plan, CancellationToken cancellationToken)
    {
        if (_model is not null)
        {
            try
            {
                var prompt = ComposingPrompt.For(context, plan.Original, listEvidence: true);
                if ((await _kernel.ComposeAsync(kernel, prompt, useModel: true, cancellationToken)).Answer is { } worded)
                {
                    return (worded, _model.Name);
                }
            }
            catch (Exception failure) when (failure is HttpOperationException or HttpRequestException or TimeoutException
                || (failure is OperationCanceledException && !cancellationToken.IsCancellationRequested))
            {
                ComposerLog.ModelFailed(kernel.LoggerFactory, failure);
            }
        }

        var plain = ComposingPrompt.For(context, plan.Original, listEvidence: false);
        return ((await _kernel.ComposeAsync(kernel, plain, useModel: false, cancellationToken)).Answer, ExtractiveComposer.ServiceId);
    }

    private AnswerOutcome Refuse(Refusal refusal) => refusal == Refusal.NoContext
        ? new AnswerOutcome.NeedsClarification(_replies.Refused(refusal)) { Suggestions = _suggestions.Opening() }
        : new AnswerOutcome.Refused(refusal, _replies.Refused(refusal)) { Suggestions = _suggestions.Opening() };

    private AnswerOutcome.NotInKnowledge Decline(AnswerContext context)
    {
        var declines = context.Selections
            .Select(selection => selection.Decline ?? new Decline($"\"{selection.Part.Text}\"", selection.Records))
            .ToList();
        var nearest = declines.SelectMany(decline => decline.Nearest).Distinct().Take(NearestFacts.Limit).ToList();
        return new AnswerOutcome.NotInKnowledge(_replies.NotInKnowledge(declines), _nearest.Tell(nearest, context.Scope))
        {
            Confidence = context.Selections.Max(selection => selection.Confidence),
            Suggestions = _suggestions.After([.. nearest.Select(record => record.Id)], context.Scope),
        };
    }

    private string? Unanswered(AnswerContext context)
    {
        var declines = context.Selections.Select(selection => selection.Decline).OfType<Decline>().ToList();
        return declines.Count == 0 ? null : _replies.NotInKnowledge(declines);
    }

    private AnswerResult Result(QuestionPlan plan, AnswerOutcome outcome, IReadOnlyList<RecordId> cited, string composer) =>
        new(outcome, new Turn(plan, cited), _snapshot.Id, composer);
}
