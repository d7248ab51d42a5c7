namespace StoryBot.Host.Evaluation;

/// <summary>A whole question file, scored.</summary>
/// <param name="Scores">One score per question, in the order of the file.</param>
internal sealed record EvalReport(IReadOnlyList<EvalScore> Scores)
{
    /// <summary>Of the questions to be answered: those answered right.</summary>
    public EvalRate Right => Rate(score => !score.Question.Abstain, score => score.Wrong is null);

    /// <summary>Of the questions to be answered: those answered right with citations that fit.</summary>
    public EvalRate Cited => Rate(score => !score.Question.Abstain, score => score.Wrong is null && score.Miscited is null);

    /// <summary>Of the questions to be declined: those declined.</summary>
    public EvalRate Abstained => Rate(score => score.Question.Abstain, score => score.Wrong is null);

    /// <summary>Sentences of all answers that cite nothing.</summary>
    public int UncitedSentences => Scores.Sum(score => score.UncitedSentences);

    /// <summary>The report for people: the four figures, then each failure with the answer it is about.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine($"right              {Right}");
        output.WriteLine($"right and cited    {Cited}");
        output.WriteLine($"abstained          {Abstained}");
        output.WriteLine($"uncited sentences  {UncitedSentences}");
        WriteFailures(output, "Not right", score => score.Question.Abstain ? null : score.Wrong);
        WriteFailures(output, "Right, but not cited right", score => score.Miscited);
        WriteFailures(output, "Answered instead of abstained", score => score.Question.Abstain ? score.Wrong : null);
    }

    private void WriteFailures(TextWriter output, string heading, Func<EvalScore, string?> failure)
    {
        var failures = Scores.Where(score => failure(score) is not null).ToList();
        if (failures.Count == 0)
        {
            return;
        }

        output.WriteLine();
        output.WriteLine($"{heading} ({failures.Count}):");
        foreach (var score in failures)
        {
            output.WriteLine($"  {score.Question.Id}  {score.Question.Text}");
            output.WriteLine($"      {failure(score)}");
            output.WriteLine($"      got: {score.Answer.Text.ReplaceLineEndings(" ")}");
        }
    }

    private EvalRate Rate(Func<EvalScore, bool> isCounted, Func<EvalScore, bool> isGood)
    {
        var counted = Scores.Where(isCounted).ToList();
        return new EvalRate(counted.Count(isGood), counted.Count);
    }
}

/// <summary>So many of so many. Of none, all are good.</summary>
internal readonly record struct EvalRate(int Good, int Total)
{
    /// <summary>The share, 0 to 1.</summary>
    public double Share => Total == 0 ? 1 : (double)Good / Total;

    /// <inheritdoc/>
    public override string ToString() => $"{Good}/{Total}  {Share:0.000}";
}
