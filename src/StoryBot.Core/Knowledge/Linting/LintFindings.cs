namespace StoryBot.Core.Knowledge.Linting;

/// <summary>Collects the findings about one pack. Used by one thread at a time.</summary>
internal sealed class LintFindings
{
    /// <summary>How many findings are kept: a list that nobody reads to its end need not be held in memory.</summary>
    internal const int Limit = 500;

    private readonly List<LintFinding> _findings = [];

    /// <summary>How many errors have been found so far.</summary>
    public int Errors { get; private set; }

    /// <summary>How many warnings have been found so far.</summary>
    public int Warnings { get; private set; }

    /// <summary>Takes a finding that stops the load.</summary>
    public void Error(string id, string path, int line, string message, string fix)
    {
        Errors++;
        Keep(new LintFinding(id, LintSeverity.Error, path, line, message, fix));
    }

    /// <summary>Takes a finding that does not stop the load.</summary>
    public void Warning(string id, string path, int line, string message, string fix)
    {
        Warnings++;
        Keep(new LintFinding(id, LintSeverity.Warning, path, line, message, fix));
    }

    /// <summary>Takes findings that were kept from an earlier reading of the same files.</summary>
    public void AddRange(IEnumerable<LintFinding> findings)
    {
        foreach (var finding in findings)
        {
            _ = finding.Severity == LintSeverity.Error ? Errors++ : Warnings++;
            Keep(finding);
        }
    }

    /// <summary>What was found, by file and line.</summary>
    public LintReport ToReport(string pack) =>
        new(pack, [.. _findings.OrderBy(f => f.Path, StringComparer.Ordinal).ThenBy(f => f.Line)], Errors, Warnings);

    private void Keep(LintFinding finding)
    {
        if (_findings.Count < Limit)
        {
            _findings.Add(finding);
        }
        else if (finding.Severity == LintSeverity.Error
            && _findings.FindLastIndex(f => f.Severity == LintSeverity.Warning) is >= 0 and var warning)
        {
            // What stops the load must not be hidden by what does not.
            _findings[warning] = finding;
        }
    }
}
