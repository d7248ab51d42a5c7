namespace StoryBot.Testing.Knowledge;

/// <summary>A knowledge folder of small invented stories, deleted when disposed.</summary>
public sealed class TemporaryKnowledge : IDisposable
{
    /// <summary>The id of the story that <see cref="AddHarbour"/> adds.</summary>
    public const string Harbour = "harbour";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("storybot-");

    /// <summary>The knowledge folder.</summary>
    public string Path => _folder.FullName;

    /// <summary>A path inside the folder.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file, its folder made where it is missing; returns its path.</summary>
    public string Write(string name, string text)
    {
        var path = File(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, text);
        return path;
    }

    /// <summary>
    /// Adds a story about a ferry harbour: one disputed claim about its cost with a record under embargo until 2999, a
    /// quotation, and a figure.
    /// </summary>
    public TemporaryKnowledge AddHarbour(string id = Harbour)
    {
        Write($"{id}/story.yaml", $$"""
            id: {{id}}
            title: The new ferry harbour of Tallow Bay
            summary: Tallow Bay built a ferry harbour in 2031.
            as-of: 2031-06-30
            entities:
              - {name: Tallow Bay, kind: place, roles: [the town]}
              - {name: Mira Okafor, kind: person, roles: [the mayor]}
              - {name: Dockworkers Union, kind: organisation}
            """);
        Write($"{id}/sources.yaml", """
            - id: gazette
              title: Harbour opens
              publisher: Tallow Gazette
              published: 2031-06-01
              url: https://gazette.example/harbour
              grade: B
            """);
        Write($"{id}/claims.yaml", """
            - id: cost
              refs: [H1]
              statement: Mira Okafor said that the ferry harbour cost $42 million.
              claimant: Mira Okafor
              about: [Tallow Bay]
              status: disputed
              date: 2031-06-01
              topics: [cost]
              evidence:
                - {source: gazette, paragraph: 2, excerpt: "Mira Okafor said that the ferry harbour cost $42 million"}
              disputes:
                - {by: Dockworkers Union, source: gazette, paragraph: 3, excerpt: "the Dockworkers Union put the cost at $60 million"}
            - id: second-pier
              statement: Tallow Bay plans a second pier.
              claimant: Tallow Bay
              about: [Tallow Bay]
              status: unverified
              topics: [plans]
              evidence:
                - {source: gazette, paragraph: 4, excerpt: "Tallow Bay plans a second pier"}
              embargo: 2999-01-01T00:00Z
            """);
        Write($"{id}/quotes.yaml", """
            - id: opening
              speaker: Mira Okafor
              role: mayor
              text: The sea is our high street.
              date: 2031-06-01
              evidence:
                - {source: gazette, paragraph: 1, excerpt: "The sea is our high street."}
            """);
        Write($"{id}/market.yaml", """
            - id: berths
              instrument: Tallow Bay harbour
              measure: berths
              value: 12
              unit: berths
              precision: exact
              date: 2031-06-01
              evidence:
                - {source: gazette, paragraph: 2, excerpt: "the harbour has 12 berths"}
            """);
        return this;
    }

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
