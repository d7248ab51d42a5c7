using StoryBot.Core.Answering.EvidenceSearch.Calibration;

namespace StoryBot.Benchmarks.Retrieval;

/// <summary>Fits a logistic regression with weights drawn to zero, by gradient descent with momentum on standardised values.</summary>
internal static class LogisticRegression
{
    private const int Steps = 300;
    private const double Rate = 0.3;
    private const double Momentum = 0.9;
    private const double Penalty = 20;
    private const double Limit = 4;

    /// <summary>The mean and deviation of each column.</summary>
    public static (double[] Means, double[] Deviations) Scale(IReadOnlyList<float[]> rows)
    {
        var columns = Enumerable.Range(0, rows[0].Length).ToList();
        var means = columns.Select(j => rows.Average(row => (double)row[j])).ToArray();
        var deviations = columns.Select(j => Math.Max(1e-6, Math.Sqrt(rows.Average(row => Math.Pow(row[j] - means[j], 2))))).ToArray();
        return (means, deviations);
    }

    /// <summary>The weight of each column and, last, the constant.</summary>
    public static double[] Fit(IReadOnlyList<TrainingRow> rows, Func<TrainingRow, bool> label, double[] means, double[] deviations)
    {
        var columns = means.Length;
        var values = rows.Select(row => row.Values.Select((v, j) => Math.Clamp((v - means[j]) / deviations[j], -Limit, Limit)).ToArray()).ToArray();
        var total = rows.Sum(row => row.Weight);
        var weights = new double[columns + 1];
        var speed = new double[columns + 1];
        for (var step = 0; step < Steps; step++)
        {
            var gradient = new double[columns + 1];
            for (var i = 0; i < values.Length; i++)
            {
                var sum = weights[columns];
                for (var j = 0; j < columns; j++)
                {
                    sum += weights[j] * values[i][j];
                }

                var error = rows[i].Weight * ((label(rows[i]) ? 1 : 0) - (1 / (1 + Math.Exp(-sum))));
                for (var j = 0; j < columns; j++)
                {
                    gradient[j] += error * values[i][j];
                }

                gradient[columns] += error;
            }

            for (var j = 0; j <= columns; j++)
            {
                speed[j] = (Momentum * speed[j]) + ((gradient[j] - (j < columns ? Penalty * weights[j] : 0)) / total);
                weights[j] += Rate * speed[j];
            }
        }

        return weights;
    }

    /// <summary>The fitted model.</summary>
    public static AnswerabilityModel Model(IReadOnlyList<TrainingRow> rows, Func<TrainingRow, bool> label)
    {
        var (means, deviations) = Scale([.. rows.Select(row => row.Values)]);
        var weights = Fit(rows, label, means, deviations);
        return new AnswerabilityModel(weights[^1], means, deviations, weights[..^1]);
    }
}
