using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>
/// The keys and words of every file of a pack. The JSON Schemas beside the packs say the same for editors; a test
/// compares the two.
/// </summary>
internal static class PackSchema
{
    /// <summary><c>story.yaml</c>.</summary>
    public static readonly KeySet Story = new("a story", ["id", "title", "summary", "as-of", "entities"], []);

    /// <summary>An entity in <c>story.yaml</c>.</summary>
    public static readonly KeySet Entity = new("an entity", ["name", "kind"], ["aliases", "roles"]);

    /// <summary>An entry of <c>sources.yaml</c>.</summary>
    public static readonly KeySet Source = new(
        "a source", ["id", "title", "publisher", "grade"], ["author", "published", "url", "wording", "note"]);

    /// <summary>An entry of <c>claims.yaml</c>.</summary>
    public static readonly KeySet Claim = new(
        "a claim",
        ["id", "statement", "claimant", "about", "status", "topics", "evidence"],
        ["refs", "date", "disputes", "superseded-by", "review", "retracted", "embargo"]);

    /// <summary>An entry of <c>quotes.yaml</c>.</summary>
    public static readonly KeySet Quote = new(
        "a quotation",
        ["id", "speaker", "text", "evidence"],
        ["refs", "role", "organisation", "wording", "venue", "date", "as-printed", "review", "retracted", "embargo"]);

    /// <summary>An entry of <c>market.yaml</c>.</summary>
    public static readonly KeySet MarketFact = new(
        "a market fact",
        ["id", "instrument", "measure", "value", "unit", "precision", "evidence"],
        ["refs", "symbol", "basis", "date", "review", "retracted", "embargo"]);

    /// <summary>An entry of <c>evidence</c>.</summary>
    public static readonly KeySet Evidence = new("evidence", ["source"], ["paragraph", "excerpt", "gist"]);

    /// <summary>An entry of <c>disputes</c>.</summary>
    public static readonly KeySet Dispute = new("a dispute", ["by", "source"], ["paragraph", "excerpt", "gist", "claim"]);

    /// <summary>The value of <c>as-printed</c>.</summary>
    public static readonly KeySet AsPrinted = new("as-printed", ["source", "text"], []);

    /// <summary>The value of <c>retracted</c>.</summary>
    public static readonly KeySet Retracted = new("a retraction", [], ["on", "because"]);

    /// <summary>The words of <c>grade</c>.</summary>
    public static readonly WordTable<SourceGrade> Grades = new(("A", SourceGrade.A), ("B", SourceGrade.B), ("C", SourceGrade.C));

    /// <summary>The words of a source's <c>wording</c>; true: unreliable.</summary>
    public static readonly WordTable<bool> SourceWordings = new(("reliable", false), ("unreliable", true));

    /// <summary>The words of a quotation's <c>wording</c>; true: a paraphrase.</summary>
    public static readonly WordTable<bool> QuoteWordings = new(("verbatim", false), ("paraphrase", true));

    /// <summary>The words of <c>status</c>.</summary>
    public static readonly WordTable<ClaimStatus> Statuses = new(
        ("supported", ClaimStatus.Supported),
        ("partly", ClaimStatus.Partly),
        ("contradicted", ClaimStatus.Contradicted),
        ("disputed", ClaimStatus.Disputed),
        ("unverified", ClaimStatus.Unverified),
        ("editorial", ClaimStatus.Editorial));

    /// <summary>The words of <c>review</c>.</summary>
    public static readonly WordTable<ReviewState> Reviews = new(
        ("draft", ReviewState.Draft), ("reviewed", ReviewState.Reviewed), ("retracted", ReviewState.Retracted));

    /// <summary>The words of <c>precision</c>.</summary>
    public static readonly WordTable<FigurePrecision> Precisions = new(
        ("exact", FigurePrecision.Exact),
        ("about", FigurePrecision.About),
        ("nearly", FigurePrecision.Nearly),
        ("more-than", FigurePrecision.MoreThan),
        ("up-to", FigurePrecision.UpTo));

    /// <summary>The words of <c>basis</c>.</summary>
    public static readonly WordTable<MarketBasis> Bases = new(
        ("open", MarketBasis.Open), ("close", MarketBasis.Close), ("intraday", MarketBasis.Intraday));
}
