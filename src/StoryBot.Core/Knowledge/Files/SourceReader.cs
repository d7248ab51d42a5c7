using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>Reads the entries of <c>sources.yaml</c>.</summary>
internal sealed class SourceReader(LineMap lines, LintFindings findings)
{
    /// <summary>Reads one entry.</summary>
    public Source Read(YamlMap map)
    {
        var fields = new FieldReader(map, PackSchema.Source, PackFileNames.Sources, findings);
        var source = new Source
        {
            Id = new SourceId(fields.Id("id")),
            Title = fields.Text("title"),
            Publisher = fields.Text("publisher"),
            Author = fields.OptionalText("author"),
            Published = fields.Date("published"),
            Url = fields.Url("url"),
            Grade = fields.Word("grade", PackSchema.Grades) ?? SourceGrade.C,
            WordingUnreliable = fields.Word("wording", PackSchema.SourceWordings) ?? false,
            Note = fields.OptionalText("note"),
        };
        lines.Mark(source, PackFileNames.Sources, map.Line);
        return source;
    }
}
