using System.Collections.Frozen;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Support;

/// <summary>Everything that one citation can support, read once. Immutable; safe to share between threads.</summary>
internal sealed class SupportUnit
{
    private readonly Lazy<FrozenSet<int>> _groups;

    /// <summary>Reads a citation's words.</summary>
    public SupportUnit(SupportTexts texts, EntityForms entities)
    {
        Record = texts.Record;
        Lines = [.. texts.Lines.Select(AnalysedText.Of)];
        var labels = texts.Labels.Select(AnalysedText.Of).ToList();
        var all = Lines.Concat(labels).ToList();
        Verbatim = texts.Verbatim;
        Titles = texts.Titles;
        Publishers = texts.Publishers;
        OwnQuotations = texts.OwnQuotations;
        Key = string.Join('|', all.Select(line => line.Key));
        Stems = all.SelectMany(line => Enumerable.Range(0, line.Tokens.Count).Select(line.Roles.StemAt)).OfType<string>().ToFrozenSet(StringComparer.Ordinal);
        Figures = [.. texts.Figures, .. all.SelectMany(line => line.Figures)];
        OwnFigures = texts.Figures;
        Dates = [.. all.SelectMany(line => line.Dates), .. texts.Dates.Select(date => date.ToWritten())];
        Weekdays = [.. texts.Dates.Where(date => date.Precision >= DatePrecision.Day).Select(date => date.Day.DayOfWeek),
            .. all.SelectMany(line => line.Dates).Select(date => date.ToStoryDate()).OfType<StoryDate>()
                .Where(date => date.Precision >= DatePrecision.Day).Select(date => date.Day.DayOfWeek)];
        Entities = entities.In(all.Select(line => line.Key));
        Attributees = texts.Attributees.Select(NameKey.Of).ToList();
        Clauses = [.. Lines.SelectMany(line => line.Clauses)];
        Movement = texts.Movement;
        _groups = new Lazy<FrozenSet<int>>(() => all.SelectMany(line => line.Tokens.Where(token => token.Kind == TokenKind.Word)
            .SelectMany(token => Thesaurus.GroupsOf(Grounding.Stems.OfWord(token.In(line.Text).ToString())))).ToFrozenSet());
    }

    /// <summary>The record, when one is cited.</summary>
    public KnowledgeRecord? Record { get; }

    /// <summary>The texts that say something: statement, words, evidence.</summary>
    public IReadOnlyList<AnalysedText> Lines { get; }

    /// <summary>The clauses of all lines.</summary>
    public IReadOnlyList<Clause> Clauses { get; }

    /// <summary>The words that may stand in quotation marks.</summary>
    public IReadOnlyList<string> Verbatim { get; }

    /// <summary>The cited source's title.</summary>
    public IReadOnlyList<string> Titles { get; }

    /// <summary>The cited source's publisher and author.</summary>
    public IReadOnlyList<string> Publishers { get; }

    /// <summary>Words that the curators themselves put in quotation marks: allowed there as a whole only.</summary>
    public IReadOnlyList<string> OwnQuotations { get; }

    /// <summary>All its words as one name key; lines are separated.</summary>
    public string Key { get; }

    /// <summary>The stems of all its content words.</summary>
    public FrozenSet<string> Stems { get; }

    /// <summary>All its figures.</summary>
    public IReadOnlyList<BoundedFigure> Figures { get; }

    /// <summary>The figures that the record itself is about.</summary>
    public IReadOnlyList<BoundedFigure> OwnFigures { get; }

    /// <summary>All its dates.</summary>
    public IReadOnlyList<WrittenDate> Dates { get; }

    /// <summary>The weekdays of its dates.</summary>
    public IReadOnlyList<DayOfWeek> Weekdays { get; }

    /// <summary>The story's entities that it names.</summary>
    public FrozenSet<int> Entities { get; }

    /// <summary>Whose words it can be said to be: claimant, speaker, disputers, publishers, authors, as name keys.</summary>
    public IReadOnlyList<string> Attributees { get; }

    /// <summary>The thesaurus groups of its words. They find; they never verify.</summary>
    public IReadOnlySet<int> Groups => _groups.Value;

    /// <summary>For a figure that is a change: +1 a rise, -1 a fall; 0 otherwise.</summary>
    public int Movement { get; }
}
