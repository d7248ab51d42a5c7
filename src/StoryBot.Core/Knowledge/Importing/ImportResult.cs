namespace StoryBot.Core.Knowledge.Importing;

/// <summary>
/// How an import ended. With a <see cref="Failure"/> the pack is as it was before; without one the documents are in it.
/// </summary>
public sealed record ImportResult
{
    /// <summary>How many of <see cref="Problems"/> are kept.</summary>
    public const int ProblemLimit = 1000;

    /// <summary>Why nothing was imported, with the way on; null when something was.</summary>
    public string? Failure { get; init; }

    /// <summary>How many documents are new in the pack.</summary>
    public int Added { get; init; }

    /// <summary>How many documents took the place of one with the same id.</summary>
    public int Replaced { get; init; }

    /// <summary>How many lines were left out.</summary>
    public int Rejected { get; init; }

    /// <summary>What was wrong with single lines; the first of very many.</summary>
    public IReadOnlyList<ImportProblem> Problems { get; init; } = [];
}
