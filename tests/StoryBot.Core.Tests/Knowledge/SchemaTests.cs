using System.Text.Json;
using NJsonSchema;
using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Linting;
using StoryBot.Testing;

namespace StoryBot.Core.Tests.Knowledge;

/// <summary>The JSON Schemas that editors check packs by say the same as the reader.</summary>
public sealed class SchemaTests
{
    private const string Full = """
        {"story": {"id": "s", "title": "T", "summary": "S", "as-of": "2024-06-30", "entities": [{"name": "N", "kind": "place", "aliases": ["M"], "roles": ["the place"]}]},
         "sources": [{"id": "r", "title": "T", "publisher": "P", "grade": "A", "author": "A", "published": "2024", "url": "https://example.org/", "wording": "reliable", "note": "N"}],
         "claims": [{"id": "c", "statement": "S", "claimant": "C", "about": ["N"], "status": "partly", "topics": ["t"], "refs": ["C1"], "date": "2024-05",
           "evidence": [{"source": "r", "paragraph": 1, "excerpt": "E"}, {"source": "r", "gist": "G"}],
           "disputes": [{"by": "B", "source": "r", "paragraph": 1, "gist": "G", "claim": "q"}], "superseded-by": "m", "review": "retracted",
           "retracted": {"on": "2024-06-01", "because": "B"}, "embargo": "2024-05-02T10:00Z"}],
         "quotes": [{"id": "q", "speaker": "A", "text": "E", "evidence": [{"source": "r", "excerpt": "E"}], "refs": ["Q1"], "role": "R", "organisation": "O", "wording": "verbatim",
           "venue": "V", "date": "2024-05-02", "as-printed": {"source": "r", "text": "X"}, "review": "draft", "retracted": null, "embargo": "2024-05-02"}],
         "market": [{"id": "m", "instrument": "I", "measure": "price", "value": -1.5, "unit": "USD", "precision": "up-to", "evidence": [{"source": "r", "gist": "G"}], "refs": ["M1"],
           "symbol": "S", "basis": "open", "date": "2024-05-02", "review": "reviewed", "retracted": null, "embargo": "2024-05-02"}]}
        """;

    public static TheoryData<string, string, string> Mappings { get; } = new()
    {
        { "story", "", nameof(PackSchema.Story) },
        { "story", "properties/entities/items", nameof(PackSchema.Entity) },
        { "sources", "items", nameof(PackSchema.Source) },
        { "claims", "items", nameof(PackSchema.Claim) },
        { "claims", "items/properties/evidence/items", nameof(PackSchema.Evidence) },
        { "claims", "items/properties/disputes/items", nameof(PackSchema.Dispute) },
        { "claims", "items/properties/retracted", nameof(PackSchema.Retracted) },
        { "quotes", "items", nameof(PackSchema.Quote) },
        { "quotes", "items/properties/evidence/items", nameof(PackSchema.Evidence) },
        { "quotes", "items/properties/as-printed", nameof(PackSchema.AsPrinted) },
        { "market", "items", nameof(PackSchema.MarketFact) },
        { "market", "items/properties/evidence/items", nameof(PackSchema.Evidence) },
    };

    public static TheoryData<string, string, string[]> Words { get; } = new()
    {
        { "sources", "grade", [.. PackSchema.Grades.Words] },
        { "sources", "wording", [.. PackSchema.SourceWordings.Words] },
        { "claims", "status", [.. PackSchema.Statuses.Words] },
        { "claims", "review", [.. PackSchema.Reviews.Words] },
        { "quotes", "wording", [.. PackSchema.QuoteWordings.Words] },
        { "quotes", "review", [.. PackSchema.Reviews.Words] },
        { "market", "precision", [.. PackSchema.Precisions.Words] },
        { "market", "basis", [.. PackSchema.Bases.Words] },
        { "market", "review", [.. PackSchema.Reviews.Words] },
    };

    public static TheoryData<string, string> Files { get; } = new(
        JsonDocument.Parse(Full).RootElement.EnumerateObject().Select(file => (file.Name, file.Value.GetRawText())).ToArray());

    [Theory]
    [MemberData(nameof(Mappings))]
    public void Schema_OfAMapping_HasTheReadersKeys(string file, string path, string keys)
    {
        var schema = Walk(Schema(file), path);
        var known = (KeySet)typeof(PackSchema).GetField(keys)!.GetValue(null)!;

        Assert.Equal(known.All.Order(), schema.GetProperty("properties").EnumerateObject().Select(key => key.Name).Order());
        Assert.Equal(known.Required.Order(), schema.GetProperty("required").EnumerateArray().Select(key => key.GetString()!).Order());
        Assert.False(schema.GetProperty("additionalProperties").GetBoolean());
    }

    [Theory]
    [MemberData(nameof(Words))]
    public void Schema_OfAWord_HasTheReadersWords(string file, string key, string[] words)
    {
        var allowed = Walk(Schema(file), $"items/properties/{key}").GetProperty("enum").EnumerateArray().Where(word => word.ValueKind == JsonValueKind.String).Select(word => word.GetString());

        Assert.Equal(words, allowed);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task FullFile_IsAcceptedByTheSchemaAndByTheReader(string file, string json)
    {
        var schema = await JsonSchema.FromFileAsync(SchemaPath(file), TestContext.Current.CancellationToken);

        Assert.Empty(schema.Validate(json));
        Assert.Empty(ReaderFindings(file, json));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task FileWithoutARequiredKey_IsRefusedByBoth(string file, string json)
    {
        var schema = await JsonSchema.FromFileAsync(SchemaPath(file), TestContext.Current.CancellationToken);
        var required = Walk(Schema(file), file == "story" ? "" : "items").GetProperty("required").EnumerateArray().Select(key => key.GetString()!).ToList();

        foreach (var key in required)
        {
            var without = json.Replace($"\"{key}\":", $"\"un-{key}\":", StringComparison.Ordinal);
            Assert.NotEmpty(schema.Validate(without));
            Assert.NotEmpty(ReaderFindings(file, without));
        }
    }

    [Theory]
    [InlineData("claims", "\"partly\"", "\"party\"")]
    [InlineData("claims", "\"2024-05\"", "\"May 2024\"")]
    [InlineData("claims", "\"paragraph\": 1", "\"paragraph\": 0")]
    [InlineData("claims", "[\"t\"]", "\"t\"")]
    [InlineData("claims", ", \"excerpt\": \"E\"", "")]
    [InlineData("claims", "\"gist\": \"G\"}]", "\"gist\": \"G\", \"excerpt\": \"E\"}]")]
    [InlineData("sources", "https://", "ftp://")]
    [InlineData("sources", "\"note\"", "\"colour\"")]
    [InlineData("market", "-1.5", "\"one\"")]
    [InlineData("quotes", "\"verbatim\"", "\"literal\"")]
    [InlineData("story", "\"name\": \"N\", ", "")]
    public async Task FileWithAMistake_IsRefusedByBoth(string file, string old, string mistake)
    {
        var schema = await JsonSchema.FromFileAsync(SchemaPath(file), TestContext.Current.CancellationToken);
        var json = JsonDocument.Parse(Full).RootElement.GetProperty(file).GetRawText();
        Assert.Contains(old, json, StringComparison.Ordinal);

        var wrong = json.Replace(old, mistake, StringComparison.Ordinal);

        Assert.NotEmpty(schema.Validate(wrong));
        Assert.NotEmpty(ReaderFindings(file, wrong));
    }

    // JSON is YAML, so the same text goes to both.
    private static IEnumerable<LintFinding> ReaderFindings(string file, string json)
    {
        using var pack = new TemporaryPack("s");
        foreach (var part in JsonDocument.Parse(Full).RootElement.EnumerateObject())
        {
            pack.Write($"{part.Name}.yaml", part.Name == file ? json : part.Value.GetRawText());
        }

        Directory.Delete(pack.PathOf("sources"), recursive: true);
        return pack.Load().Report.Findings.Where(finding => finding.Severity == LintSeverity.Error);
    }

    private static string SchemaPath(string file) => Repository.PathTo("knowledge", ".schemas", $"{file}.schema.json");

    private static JsonElement Schema(string file)
    {
        var schema = JsonDocument.Parse(File.ReadAllText(SchemaPath(file))).RootElement;
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", schema.GetProperty("$schema").GetString());
        return schema;
    }

    private static JsonElement Walk(JsonElement schema, string path) =>
        path.Split('/', StringSplitOptions.RemoveEmptyEntries).Aggregate(schema, (element, part) => element.GetProperty(part));
}
