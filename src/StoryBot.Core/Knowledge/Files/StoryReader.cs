using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>Reads <c>story.yaml</c>.</summary>
internal sealed class StoryReader(LineMap lines, LintFindings findings)
{
    /// <summary>Reads the file's mapping.</summary>
    public Story Read(YamlMap map)
    {
        var fields = new FieldReader(map, PackSchema.Story, PackFileNames.Story, findings);
        var story = new Story
        {
            Id = new StoryId(fields.Id("id")),
            Title = fields.Text("title"),
            Summary = fields.Text("summary"),
            AsOf = fields.Date("as-of") ?? default,
            Entities = [.. fields.Maps("entities", PackSchema.Entity).Select(ReadEntity)],
        };
        lines.Mark(story, PackFileNames.Story, map.Line);
        lines.MarkKey(story, "id", fields.LineOf("id"));
        return story;
    }

    private Entity ReadEntity(FieldReader fields)
    {
        var entity = new Entity
        {
            Name = fields.Text("name"),
            Kind = fields.Text("kind").ToLowerInvariant(),
            Aliases = fields.Texts("aliases"),
            Roles = fields.Texts("roles"),
        };
        lines.Mark(entity, PackFileNames.Story, fields.Line);
        return entity;
    }
}
