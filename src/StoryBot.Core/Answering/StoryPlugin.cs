using System.ComponentModel;
using Microsoft.SemanticKernel;
using StoryBot.Core.Answering.Checking;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering;

/// <summary>
/// The story as kernel functions: the answer pipeline, slash commands and a model through function calling all read the
/// knowledge by these. A function only sees what the asker may see. Safe to share between threads.
/// </summary>
public sealed class StoryPlugin(IEvidenceSearch search, AnswerVerifier verifier)
{
    /// <summary>The plugin's name in the kernel.</summary>
    public const string Name = "story";

    /// <summary>The name of <see cref="SearchEvidence"/>.</summary>
    public const string SearchFunction = "search_evidence";

    private const int MostHits = 50;

    private readonly Lazy<StatementChecker> _checker = new(() => new StatementChecker(search, verifier));

    /// <summary>Records and passages that bear on a question, best first.</summary>
    [KernelFunction(SearchFunction), Description("Finds the records and passages of the story that bear on a question, best first.")]
    public EvidenceListing SearchEvidence(
        Kernel kernel,
        [Description("What to look for, in plain words.")] string query,
        [Description("How many entries at the most.")] int top = 10,
        CancellationToken cancellationToken = default)
    {
        var context = AnswerContext.Of(kernel);
        var part = context.Part;
        context.Part = null;
        var evidence = search.Search(
            new EvidenceQuery { Text = query, Scope = context.Scope, Top = Math.Clamp(top, 1, MostHits), Part = part },
            cancellationToken);
        return List(context, evidence);
    }

    /// <summary>Claims by topic and status.</summary>
    [KernelFunction("claims"), Description("Lists what is claimed in the story, by whom, and how each claim stands.")]
    public EvidenceListing Claims(
        Kernel kernel,
        [Description("Only this topic; empty for all.")] string topic = "",
        [Description("Only this status: supported, partly, contradicted, disputed, unverified or editorial; empty for all.")] string status = "") =>
        List(kernel, search.Snapshot.Claims.Where(claim =>
            (topic.Length == 0 || claim.Topics.Contains(topic, StringComparer.OrdinalIgnoreCase))
            && (status.Length == 0 || string.Equals(claim.Status.ToString(), status, StringComparison.OrdinalIgnoreCase))));

    /// <summary>Quotations by speaker.</summary>
    [KernelFunction("quotes"), Description("Lists the exact words that people of the story said.")]
    public EvidenceListing Quotes(Kernel kernel, [Description("Only this speaker; empty for all.")] string speaker = "") =>
        List(kernel, search.Snapshot.Quotes.Where(quote => speaker.Length == 0 || quote.Speaker.Contains(speaker, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Figures by instrument.</summary>
    [KernelFunction("market_facts"), Description("Lists the figures of the story: prices, changes, costs, scores.")]
    public EvidenceListing MarketFacts(Kernel kernel, [Description("Only this instrument; empty for all.")] string instrument = "") =>
        List(kernel, search.Snapshot.MarketFacts.Where(fact =>
            instrument.Length == 0
            || fact.Instrument.Contains(instrument, StringComparison.OrdinalIgnoreCase)
            || string.Equals(fact.Symbol, instrument, StringComparison.OrdinalIgnoreCase)));

    /// <summary>Dated records in order.</summary>
    [KernelFunction("timeline"), Description("Lists what happened when, in order of date.")]
    public EvidenceListing Timeline(Kernel kernel) =>
        List(kernel, search.Snapshot.Records.Where(record => record is not MarketFact && record.Date is not null).OrderBy(record => record.Date!.Value));

    /// <summary>The sources of the story.</summary>
    [KernelFunction("sources"), Description("Lists the documents that the story's records cite.")]
    public IReadOnlyList<Source> Sources() => search.Snapshot.Sources;

    /// <summary>What the knowledge says of a statement.</summary>
    [KernelFunction("check_statement"), Description("Checks a statement against the knowledge, part by part: supported, contradicted, disputed, partly, or not in the knowledge.")]
    public StatementFinding CheckStatement(
        Kernel kernel,
        [Description("The statement, word for word.")] string statement,
        CancellationToken cancellationToken = default)
    {
        var context = AnswerContext.Of(kernel);
        var outcome = _checker.Value.Check(statement, context.Scope, cancellationToken);
        var records = outcome.Parts
            .SelectMany(part => part.Explanation?.Citations ?? [])
            .Select(citation => citation.Record)
            .OfType<KnowledgeRecord>()
            .DistinctBy(record => record.Id);
        return new StatementFinding(
            outcome.Verdict.ToString(),
            [.. outcome.Parts.Select(part => new PartFinding(
                part.Text,
                part.Verdict.ToString(),
                part.Explanation is { } explanation ? string.Join(' ', explanation.Sentences.Select(sentence => sentence.Text)) : null))],
            [.. List(kernel, records).Entries]);
    }

    private EvidenceListing List(Kernel kernel, IEnumerable<KnowledgeRecord> records)
    {
        var context = AnswerContext.Of(kernel);
        var hits = records
            .Where(record => record.Review == ReviewState.Reviewed && context.Scope.Sees(record))
            .Take(MostHits)
            .Select(record => new EvidenceHit { Record = record, Score = 1, Coverage = 1 });
        return List(context, new EvidenceSet([.. hits], Answerability.None));
    }

    private EvidenceListing List(AnswerContext context, EvidenceSet evidence) => new(evidence, search.Snapshot, context.Ledger);
}
