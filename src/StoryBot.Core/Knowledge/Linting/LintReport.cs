namespace StoryBot.Core.Knowledge.Linting;

/// <summary>Everything that was found wrong with one pack. Immutable.</summary>
public sealed class LintReport
{
    internal LintReport(string pack, IReadOnlyList<LintFinding> findings, int errors, int warnings)
    {
        Pack = pack;
        Findings = findings;
        ErrorCount = errors;
        WarningCount = warnings;
    }

    /// <summary>The pack's folder as it was asked for.</summary>
    public string Pack { get; }

    /// <summary>The findings, by file and line. Of very many, the first <see cref="LintFindings.Limit"/> are kept.</summary>
    public IReadOnlyList<LintFinding> Findings { get; }

    /// <summary>How many errors there are, the ones that were not kept included.</summary>
    public int ErrorCount { get; }

    /// <summary>How many warnings there are, the ones that were not kept included.</summary>
    public int WarningCount { get; }

    /// <summary>Whether the pack cannot be loaded.</summary>
    public bool HasErrors => ErrorCount > 0;

    /// <summary>How many findings were counted but not kept.</summary>
    public int Omitted => ErrorCount + WarningCount - Findings.Count;
}
