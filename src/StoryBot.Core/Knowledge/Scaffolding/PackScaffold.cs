using System.Reflection;
using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Store;

namespace StoryBot.Core.Knowledge.Scaffolding;

/// <summary>
/// Makes a new pack whose files show one of everything, with comments, and lint clean. The JSON Schemas that editors
/// check packs by are put beside it.
/// </summary>
public sealed class PackScaffold(TimeProvider clock)
{
    /// <summary>The folder of JSON Schemas beside the packs.</summary>
    internal const string SchemaFolder = ".schemas";

    private const string TemplatePrefix = "template/";
    private const string SchemaPrefix = "schema/";

    /// <summary>Makes the pack as a folder of this name in the knowledge folder. An existing folder is never touched.</summary>
    public ScaffoldResult Create(string knowledgeFolder, string story)
    {
        if (StoryFolderName.Problem(story) is { } problem)
        {
            return new ScaffoldResult(null, problem);
        }

        try
        {
            var parent = Path.GetFullPath(knowledgeFolder);
            var folder = Path.Combine(parent, story);
            if (Path.Exists(folder))
            {
                return new ScaffoldResult(null, $"'{folder}' already exists. Choose another name.");
            }

            Directory.CreateDirectory(parent);
            WriteSchemas(Path.Combine(parent, SchemaFolder));
            WritePack(parent, folder, story);
            return new ScaffoldResult(folder, null);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return new ScaffoldResult(null, $"The pack cannot be made in '{knowledgeFolder}': {exception.Message}");
        }
    }

    private static IEnumerable<(string Name, string Text)> Resources(string prefix)
    {
        var assembly = Assembly.GetExecutingAssembly();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            yield return (name[prefix.Length..], reader.ReadToEnd());
        }
    }

    private static void WriteSchemas(string folder)
    {
        Directory.CreateDirectory(folder);
        foreach (var (name, text) in Resources(SchemaPrefix))
        {
            var path = Path.Combine(folder, name);
            if (!File.Exists(path))
            {
                File.WriteAllText(path, text);
            }
        }
    }

    private void WritePack(string parent, string folder, string story)
    {
        var today = clock.GetUtcNow().ToString("yyyy-MM-dd");
        var staging = StagingFolder.Create(parent, story);
        foreach (var (name, text) in Resources(TemplatePrefix))
        {
            var path = Path.Combine(staging, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text.Replace("{{story}}", story, StringComparison.Ordinal).Replace("{{today}}", today, StringComparison.Ordinal));
        }

        Directory.Move(staging, folder);
    }
}
