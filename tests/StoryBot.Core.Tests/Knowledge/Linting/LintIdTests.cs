using System.Reflection;
using System.Text.RegularExpressions;
using StoryBot.Core.Knowledge.Linting;
using StoryBot.Testing;

namespace StoryBot.Core.Tests.Knowledge.Linting;

public sealed class LintIdTests
{
    [Fact]
    public void Ids_AreUniqueAndAllInTheTable()
    {
        var ids = typeof(LintId).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetValue(null)!).ToList();
        var table = File.ReadAllText(Repository.PathTo("src", "StoryBot.Core", "Knowledge", "Linting", "README.md"));

        var documented = Regex.Matches(table, @"^\| (SB\d{3}) \|", RegexOptions.Multiline).Select(match => match.Groups[1].Value).ToList();

        Assert.Equal(ids.Distinct(), ids);
        Assert.Equal(ids, documented);
    }
}
