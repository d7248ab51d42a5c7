using System.Xml.Linq;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Testing;

namespace StoryBot.Core.Tests.Architecture;

/// <summary>Who may see whom (src/README.md).</summary>
public sealed class DependencyTests
{
    private const string Core = "StoryBot.Core";

    private static readonly string[] Adapters = ["Models", "Charts", "Storage", "Desk", "Platforms", "Sockets"];

    [Theory]
    [InlineData("Language", new string[0])]
    [InlineData("Knowledge", new[] { "Language" })]
    [InlineData("Answering", new[] { "Language", "Knowledge" })]
    [InlineData("Chat", new[] { "Ticking", "Language", "Knowledge", "Answering" })]
    [InlineData("Digests", new[] { "Ticking", "Language", "Knowledge", "Answering", "Chat" })]
    public void CoreArea_Uses_OnlyAreasBelowIt(string area, string[] allowed)
    {
        var strangers =
            from type in typeof(KnowledgeSnapshot).Assembly.GetTypes()
            where AreaOf(type) == area
            from used in TypeUse.Of(type)
            let other = AreaOf(used)
            where other is not null && other != area && !allowed.Contains(other)
            select $"{type.FullName} uses {used.FullName}";

        Assert.Empty(strangers.Distinct());
    }

    [Fact]
    public void TypeUse_OfThisTest_SeesTypesUsedOnlyInCode()
    {
        // Guards the test above: it would pass as well if nothing were ever found.
        var used = TypeUse.Of(typeof(DependencyTests));

        Assert.Contains(typeof(XDocument), used);
        Assert.Contains(typeof(KnowledgeSnapshot), used);
    }

    [Fact]
    public void Core_References_NoPlatformWebOrDatabasePackage()
    {
        string[] banned = ["Discord", "SlackNet", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Microsoft.Data", "Npgsql", "OpenAI", "Spectre"];

        var references = typeof(KnowledgeSnapshot).Assembly.GetReferencedAssemblies().Select(name => name.Name!);

        Assert.DoesNotContain(references, name => banned.Any(start => name.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public void Core_References_NoOtherProject()
    {
        Assert.Empty(ProjectsReferencedBy(Core));
    }

    [Fact]
    public void Adapter_References_CoreAlone()
    {
        var present = Adapters.Where(name => File.Exists(ProjectFile($"StoryBot.{name}"))).ToList();

        Assert.NotEmpty(present);
        Assert.All(present, name => Assert.Equal([Core], ProjectsReferencedBy($"StoryBot.{name}")));
    }

    [Fact]
    public void SocketPackages_AreReferencedBy_SocketsAlone()
    {
        var references =
            from file in Repository.Files("src", "*.csproj")
            where file.Name != "StoryBot.Sockets.csproj"
            from package in XDocument.Load(file.FullName).Descendants("PackageReference")
            let name = (string?)package.Attribute("Include") ?? string.Empty
            where name.StartsWith("Discord.Net", StringComparison.Ordinal) || name.StartsWith("SlackNet", StringComparison.Ordinal)
            select $"{file.Name} references {name}";

        Assert.Empty(references);
    }

    // Code that compilers generate sits outside the project's namespaces and is of no area.
    private static string? AreaOf(Type type) =>
        type.Namespace?.Split('.') is ["StoryBot", "Core", var area, ..] ? area : null;

    private static string ProjectFile(string project) => Path.Combine(Repository.Root.FullName, "src", project, project + ".csproj");

    private static IEnumerable<string> ProjectsReferencedBy(string project) =>
        XDocument.Load(ProjectFile(project))
            .Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));
}
