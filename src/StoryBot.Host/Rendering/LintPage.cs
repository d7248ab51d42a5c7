using StoryBot.Core.Knowledge.Linting;

namespace StoryBot.Host.Rendering;

/// <summary>A lint report as lines that editors can jump to.</summary>
internal static class LintPage
{
    /// <summary>Writes each finding and a line that sums up.</summary>
    public static void Write(string folder, LintReport report, TextWriter output)
    {
        foreach (var finding in report.Findings)
        {
            var separator = finding.Path.Length == 0 ? ": " : "/";
            output.WriteLine($"{folder.Replace('\\', '/')}{separator}{finding}");
        }

        if (report.Omitted > 0)
        {
            output.WriteLine($"{folder}: {report.Omitted} more findings are not shown.");
        }

        output.WriteLine($"{folder}: {report.ErrorCount} errors, {report.WarningCount} warnings");
    }
}
