using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification.Support;
using StoryBot.Core.Language;

namespace StoryBot.Core.Answering.Verification.Rules;

/// <summary>A sentence with what it cites, both read. Its citations are in order: <see cref="CitationRule"/> has seen them.</summary>
internal sealed class CheckedSentence
{
    /// <summary>Reads the sentence and what it cites.</summary>
    public CheckedSentence(DraftSentence draft, SupportCatalog catalog)
        : this(draft, [.. draft.Citations.Select(catalog.UnitOf)], catalog)
    {
    }

    /// <summary>Reads the sentence, to be held against these words.</summary>
    public CheckedSentence(DraftSentence draft, IReadOnlyList<SupportUnit> units, SupportCatalog catalog)
    {
        Draft = draft;
        Catalog = catalog;
        Units = units;
        Quoted = QuotedWords.Read(draft.Text, Units, catalog);
        Text = catalog.Read(Quoted.TextWithoutTitles);
        if (Quoted.HasTitles && catalog.Read(Quoted.WithoutPublishers(Units)) is var line && !SaysSomethingIn(line))
        {
            Text = line;
        }
    }

    /// <summary>The sentence as drafted.</summary>
    public DraftSentence Draft { get; }

    /// <summary>The sentence, read, with blanks for the titles of cited sources: a title says nothing of its own.</summary>
    public AnalysedText Text { get; }

    /// <summary>What each of its citations can support.</summary>
    public IReadOnlyList<SupportUnit> Units { get; }

    /// <summary>The snapshot's words.</summary>
    public SupportCatalog Catalog { get; }

    /// <summary>What stands in quotation marks in it.</summary>
    public QuotedWords Quoted { get; }

    /// <summary>Whether it tells anything: a line that only names a source with its date does not.</summary>
    public bool SaysSomething => SaysSomethingIn(Text);

    /// <summary>Whether the token stands in quotation marks.</summary>
    public bool IsQuoted(int token) => Quoted.Covers(Text.Tokens[token].Start);

    /// <summary>Whether any citation holds the name, in any spelling of it.</summary>
    public bool Supports(string nameKey) => Units.Any(unit => IsIn(unit, nameKey));

    /// <summary>The key of a name in the sentence.</summary>
    public string KeyOf(NameSpan name) => NameKey.Of(Text.Text, Text.Tokens, name.Start, name.Start + name.Length);

    private static bool SaysSomethingIn(AnalysedText text) => text.Clauses.Any(clause => clause.Plain.Count > 0 || clause.Polar.Count > 0);

    private bool IsIn(SupportUnit unit, string nameKey) =>
        unit.Key.Contains(nameKey, StringComparison.Ordinal) || Catalog.Entities.Find(nameKey).Any(unit.Entities.Contains);
}
