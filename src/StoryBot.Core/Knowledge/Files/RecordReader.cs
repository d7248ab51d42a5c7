using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>Reads the entries of the three record files.</summary>
internal sealed class RecordReader(RecordDirectory directory, LineMap lines, LintFindings findings)
{
    /// <summary>Reads an entry of <c>claims.yaml</c>.</summary>
    public Claim ReadClaim(YamlMap map)
    {
        var fields = new FieldReader(map, PackSchema.Claim, PackFileNames.Claims, findings);
        var claim = new Claim
        {
            Id = new RecordId(RecordKind.Claim, fields.Id("id")),
            Statement = fields.Text("statement"),
            Claimant = fields.Text("claimant"),
            About = fields.Texts("about"),
            Status = fields.Word("status", PackSchema.Statuses) ?? default,
            Topics = fields.Texts("topics"),
            Disputes = [.. fields.Maps("disputes", PackSchema.Dispute).Select(ReadDispute)],
            SupersededBy = fields.OptionalText("superseded-by") is { } other ? directory.Resolve(other) : null,
            Refs = fields.Texts("refs"),
            Date = fields.Date("date"),
            Evidence = ReadEvidence(fields, PackFileNames.Claims),
            Review = fields.Word("review", PackSchema.Reviews) ?? ReviewState.Reviewed,
            Retraction = ReadRetraction(fields),
            Embargo = fields.Date("embargo")?.Start,
            Line = map.Line,
        };
        return Marked(claim, fields, PackFileNames.Claims, "id", "statement", "date", "superseded-by", "review");
    }

    /// <summary>Reads an entry of <c>quotes.yaml</c>.</summary>
    public Quote ReadQuote(YamlMap map)
    {
        var fields = new FieldReader(map, PackSchema.Quote, PackFileNames.Quotes, findings);
        var quote = new Quote
        {
            Id = new RecordId(RecordKind.Quote, fields.Id("id")),
            Speaker = fields.Text("speaker"),
            Role = fields.OptionalText("role"),
            Organisation = fields.OptionalText("organisation"),
            Text = fields.Text("text"),
            IsParaphrase = fields.Word("wording", PackSchema.QuoteWordings) ?? false,
            Venue = fields.OptionalText("venue"),
            AsPrinted = ReadAsPrinted(fields),
            Refs = fields.Texts("refs"),
            Date = fields.Date("date"),
            Evidence = ReadEvidence(fields, PackFileNames.Quotes),
            Review = fields.Word("review", PackSchema.Reviews) ?? ReviewState.Reviewed,
            Retraction = ReadRetraction(fields),
            Embargo = fields.Date("embargo")?.Start,
            Line = map.Line,
        };
        return Marked(quote, fields, PackFileNames.Quotes, "id", "text", "date", "review");
    }

    /// <summary>Reads an entry of <c>market.yaml</c>.</summary>
    public MarketFact ReadMarketFact(YamlMap map)
    {
        var fields = new FieldReader(map, PackSchema.MarketFact, PackFileNames.Market, findings);
        var fact = new MarketFact
        {
            Id = new RecordId(RecordKind.MarketFact, fields.Id("id")),
            Instrument = fields.Text("instrument"),
            Symbol = fields.OptionalText("symbol"),
            Measure = fields.Text("measure"),
            Value = fields.Number("value"),
            Unit = fields.Text("unit"),
            Precision = fields.Word("precision", PackSchema.Precisions) ?? default,
            Basis = fields.Word("basis", PackSchema.Bases),
            Refs = fields.Texts("refs"),
            Date = fields.Date("date"),
            Evidence = ReadEvidence(fields, PackFileNames.Market),
            Review = fields.Word("review", PackSchema.Reviews) ?? ReviewState.Reviewed,
            Retraction = ReadRetraction(fields),
            Embargo = fields.Date("embargo")?.Start,
            Line = map.Line,
        };
        return Marked(fact, fields, PackFileNames.Market, "id", "value", "date", "review");
    }

    private static Retraction? ReadRetraction(FieldReader fields) =>
        fields.Map("retracted", PackSchema.Retracted) is { } retracted
            ? new Retraction(retracted.Date("on"), retracted.OptionalText("because"))
            : null;

    private T Marked<T>(T record, FieldReader fields, string path, params ReadOnlySpan<string> keys)
        where T : KnowledgeRecord
    {
        lines.Mark(record, path, record.Line);
        foreach (var key in keys)
        {
            lines.MarkKey(record, key, fields.LineOf(key));
        }

        return record;
    }

    private List<Evidence> ReadEvidence(FieldReader fields, string path) =>
        [.. fields.Maps("evidence", PackSchema.Evidence).Select(entry => ReadEvidenceEntry(entry, path))];

    private Evidence ReadEvidenceEntry(FieldReader entry, string path)
    {
        var evidence = new Evidence
        {
            Source = new SourceId(entry.Text("source")),
            Paragraph = entry.Ordinal("paragraph"),
            Excerpt = entry.OptionalText("excerpt"),
            Gist = entry.OptionalText("gist"),
        };
        lines.Mark(evidence, path, entry.Line);
        lines.MarkKey(evidence, "source", entry.LineOf("source"));
        lines.MarkKey(evidence, "paragraph", entry.LineOf("paragraph"));
        lines.MarkKey(evidence, "excerpt", entry.LineOf("excerpt"));
        return evidence;
    }

    private Dispute ReadDispute(FieldReader entry)
    {
        var dispute = new Dispute
        {
            By = entry.Text("by"),
            Evidence = ReadEvidenceEntry(entry, PackFileNames.Claims),
            Claim = entry.OptionalText("claim") is { } other ? directory.Resolve(other) : null,
        };
        lines.Mark(dispute, PackFileNames.Claims, entry.Line);
        lines.MarkKey(dispute, "claim", entry.LineOf("claim"));
        return dispute;
    }

    private AsPrinted? ReadAsPrinted(FieldReader fields)
    {
        if (fields.Map("as-printed", PackSchema.AsPrinted) is not { } map)
        {
            return null;
        }

        var printed = new AsPrinted(new SourceId(map.Text("source")), map.Text("text"));
        lines.Mark(printed, PackFileNames.Quotes, map.LineOf("source"));
        return printed;
    }
}
