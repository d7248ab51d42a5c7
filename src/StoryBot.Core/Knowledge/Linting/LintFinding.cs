namespace StoryBot.Core.Knowledge.Linting;

/// <summary>One thing that is wrong with a knowledge pack, where it stands and how to mend it. Immutable.</summary>
/// <param name="Id">One of <see cref="LintId"/>: <c>SB001</c> and so on, never reused.</param>
/// <param name="Severity">Whether it stops the load.</param>
/// <param name="Path">The file, relative to the pack's folder, with forward slashes; empty for the folder itself.</param>
/// <param name="Line">The line, counted from 1; 0 when the finding is about the file as a whole.</param>
/// <param name="Message">What is wrong, in a sentence.</param>
/// <param name="Fix">What to do about it, in a sentence.</param>
public sealed record LintFinding(string Id, LintSeverity Severity, string Path, int Line, string Message, string Fix)
{
    /// <summary>The finding on one line: <c>claims.yaml:12: error SB012: ... Fix: ...</c></summary>
    public override string ToString()
    {
        var place = (Path.Length, Line) switch
        {
            (0, _) => string.Empty,
            (_, 0) => $"{Path}: ",
            _ => $"{Path}:{Line}: ",
        };
        var severity = Severity == LintSeverity.Error ? "error" : "warning";
        return $"{place}{severity} {Id}: {Message} Fix: {Fix}";
    }
}
