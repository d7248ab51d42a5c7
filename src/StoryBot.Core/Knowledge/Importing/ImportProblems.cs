namespace StoryBot.Core.Knowledge.Importing;

/// <summary>Collects what is wrong with single lines, the first of very many.</summary>
internal sealed class ImportProblems
{
    private readonly List<ImportProblem> _problems = [];

    /// <summary>How many lines were left out.</summary>
    public int Rejected { get; private set; }

    /// <summary>A line was left out.</summary>
    public void Reject(int line, string message)
    {
        Rejected++;
        Keep(new ImportProblem(line, true, message));
    }

    /// <summary>A document was taken without the part that is wrong.</summary>
    public void Notice(int line, string message) => Keep(new ImportProblem(line, false, message));

    /// <summary>A result that says what was wrong, and not yet what was done.</summary>
    public ImportResult ToResult() => new() { Rejected = Rejected, Problems = _problems };

    private void Keep(ImportProblem problem)
    {
        if (_problems.Count < ImportResult.ProblemLimit)
        {
            _problems.Add(problem);
        }
    }
}
