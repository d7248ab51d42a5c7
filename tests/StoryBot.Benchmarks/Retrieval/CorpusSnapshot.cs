using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Benchmarks.Retrieval;

/// <summary>A text of a corpus.</summary>
internal sealed record CorpusText(string Id, string Title, string Text, StoryDate? Published);

/// <summary>Makes a pack of a corpus, one source for each text, as an import does.</summary>
internal static class CorpusSnapshot
{
    /// <summary>The pack.</summary>
    public static KnowledgeSnapshot Of(string name, IEnumerable<CorpusText> texts)
    {
        var all = texts.ToList();
        return new KnowledgeSnapshot(
            new SnapshotId("0000000000000000"),
            new Story { Id = new StoryId(name), Title = name, Summary = name, AsOf = StoryDate.OfDay(2025, 1, 31) },
            [.. all.Select(Source)],
            [],
            new InMemoryPassageCatalog(all.Select(text => new Passage(new PassageId(new SourceId(text.Id), 1), text.Text))));
    }

    private static Source Source(CorpusText text) => new()
    {
        Id = new SourceId(text.Id),
        Title = text.Title,
        Publisher = "corpus",
        Grade = SourceGrade.B,
        Published = text.Published,
    };
}
