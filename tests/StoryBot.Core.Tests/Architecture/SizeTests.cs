using StoryBot.Testing;

namespace StoryBot.Core.Tests.Architecture;

public sealed class SizeTests
{
    [Theory]
    [InlineData("src", 350)]
    [InlineData("tests", 400)]
    public void SourceFile_Length_StaysReadable(string folder, int limit)
    {
        // Migrations are written by a tool and never edited.
        var files = Repository.Files(folder, "*.cs").Where(file => file.Directory!.Parent!.Name != "Migrations").ToList();

        Assert.NotEmpty(files);
        Assert.Empty(files.Where(file => File.ReadLines(file.FullName).Count() > limit).Select(file => file.FullName));
    }

    [Fact]
    public void Program_Length_StaysATableOfContents()
    {
        var program = Path.Combine(Repository.Root.FullName, "src", "StoryBot.Host", "Program.cs");

        Assert.InRange(File.ReadLines(program).Count(), 1, 25);
    }
}
