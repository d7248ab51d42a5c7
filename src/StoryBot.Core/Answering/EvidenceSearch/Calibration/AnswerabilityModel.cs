using System.Globalization;

namespace StoryBot.Core.Answering.EvidenceSearch.Calibration;

/// <summary>
/// A logistic regression over <see cref="AnswerabilityFeatures"/>. Its coefficients stand in <c>answerability.tsv</c>
/// beside this file, which the retrieval benchmark's <c>fit</c> writes: fitted on 6,078 SQuAD 2.0 questions, the same
/// questions with their article taken away, and the development questions on the shipped story. Immutable.
/// </summary>
internal sealed class AnswerabilityModel
{
    private const string Resource = "StoryBot.Core.Answering.EvidenceSearch.Calibration.answerability.tsv";

    // A value further out than this says no more than one at the limit.
    private const double Limit = 4;

    private static readonly Lazy<(AnswerabilityModel Premise, AnswerabilityModel Topic)> Fitted = new(Read);

    private readonly double _constant;
    private readonly double[] _means;
    private readonly double[] _deviations;
    private readonly double[] _weights;

    public AnswerabilityModel(double constant, double[] means, double[] deviations, double[] weights) =>
        (_constant, _means, _deviations, _weights) = (constant, means, deviations, weights);

    /// <summary>Whether the query, its topic being there, takes nothing for granted that the evidence says otherwise.</summary>
    public static AnswerabilityModel Premise => Fitted.Value.Premise;

    /// <summary>Whether the evidence treats the query's topic at all.</summary>
    public static AnswerabilityModel Topic => Fitted.Value.Topic;

    /// <summary>The probability, 0 to 1, for one query's values.</summary>
    public double Probability(IReadOnlyList<float> values)
    {
        var sum = _constant;
        for (var i = 0; i < _weights.Length; i++)
        {
            sum += _weights[i] * Math.Clamp((values[i] - _means[i]) / _deviations[i], -Limit, Limit);
        }

        return 1 / (1 + Math.Exp(-sum));
    }

    /// <summary>
    /// The probability of an answer from those of an unaltered premise and of the topic. The topic's root is taken
    /// because its regression is far surer of itself: with the plain product it would blur the order of the other.
    /// </summary>
    public static double Combine(double premise, double topic) => premise * Math.Sqrt(topic);

    private static (AnswerabilityModel Premise, AnswerabilityModel Topic) Read()
    {
        using var stream = typeof(AnswerabilityModel).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The resource {Resource} is not in the assembly.");
        using var reader = new StreamReader(stream);
        var rows = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split('\t')).ToList();
        var constant = rows[^1];
        rows.RemoveAt(rows.Count - 1);
        return (Of(3), Of(4));

        AnswerabilityModel Of(int column) => new(
            Number(constant[column]),
            [.. rows.Select(row => Number(row[1]))],
            [.. rows.Select(row => Number(row[2]))],
            [.. rows.Select(row => Number(row[column]))]);
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
