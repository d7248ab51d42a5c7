using System.Globalization;
using StoryBot.Core.Answering.EvidenceSearch.Calibration;

namespace StoryBot.Benchmarks.Retrieval;

/// <summary>Measures the judgement on answerability on articles that it was not fitted on, and writes its coefficients.</summary>
internal static class AnswerabilityBenchmark
{
    private const int Folds = 8;

    /// <summary>Runs it and writes its section of the report; with a path, writes the coefficients fitted on everything there.</summary>
    public static void Run(string folder, string repository, TextWriter report, string? coefficients)
    {
        var squad = RetrievalSet.Squad(folder);
        var data = Path.Combine(repository, "tests", "StoryBot.Testing", "Data");
        var pack = Path.Combine(repository, "knowledge", "deepseek-r1");
        var rows = AnswerabilityRows.Squad(squad).ToList();
        var story = AnswerabilityRows.Story(pack, Path.Combine(data, "story-questions-a.jsonl")).ToList();
        var unseen = AnswerabilityRows.Story(pack, Path.Combine(data, "story-questions-b.jsonl")).ToList();
        var held = HeldOut(rows, story);
        report.WriteLine("| answerable or not | AUROC | unanswerable caught at 10% false abstention |");
        report.WriteLine("|---|---|---|");
        var altered = held.Where(pair => pair.Row.Kind != Answerable.Absent).ToList();
        var score = AnswerabilityRows.Names(squad).ToList().IndexOf("words of best");
        Write(report, "SQuAD2, score alone", altered.Select(pair => ((double)pair.Row.Values[score], pair.Row.Kind)));
        Write(report, $"SQuAD2, articles not fitted on ({Folds} folds)", altered.Select(pair => (pair.Score, pair.Row.Kind)));
        Write(
            report,
            "SQuAD2, own article taken away",
            held.Where(pair => pair.Row.Kind != Answerable.Altered).Select(pair => (pair.Score, pair.Row.Kind)));
        var model = new Detectors(rows, story);
        Write(report, "story questions not fitted on", unseen.Select(row => (model.Probability(row), row.Kind)));
        if (coefficients is not null)
        {
            WriteCoefficients(coefficients, AnswerabilityRows.Names(squad), [.. rows, .. story]);
        }
    }

    private static List<(double Score, TrainingRow Row)> HeldOut(List<TrainingRow> rows, List<TrainingRow> story)
    {
        var articles = rows.Select(row => row.Group).Distinct().Order(StringComparer.Ordinal).ToList();
        var held = new List<(double, TrainingRow)>();
        for (var fold = 0; fold < Folds; fold++)
        {
            var unseen = articles.Where((_, i) => i % Folds == fold).ToHashSet();
            var model = new Detectors([.. rows.Where(row => !unseen.Contains(row.Group))], story);
            held.AddRange(rows.Where(row => unseen.Contains(row.Group)).Select(row => (model.Probability(row), row)));
        }

        return held;
    }

    private static void Write(TextWriter report, string name, IEnumerable<(double Score, Answerable Kind)> scored)
    {
        var all = scored.ToList();
        var area = RankMetrics.AreaUnderCurve(all.Select(pair => (pair.Score, pair.Kind == Answerable.Yes)));
        var answerable = all.Where(pair => pair.Kind == Answerable.Yes).Select(pair => pair.Score).Order().ToList();
        var threshold = answerable[answerable.Count / 10];
        var others = all.Where(pair => pair.Kind != Answerable.Yes).ToList();
        var caught = others.Count(pair => pair.Score < threshold) / (double)others.Count;
        report.WriteLine($"| {name} | {area:F3} | {caught:P0} of {others.Count} |");
    }

    private static void WriteCoefficients(string path, IReadOnlyList<string> names, List<TrainingRow> rows)
    {
        var (means, deviations) = LogisticRegression.Scale([.. rows.Select(row => row.Values)]);
        var premise = LogisticRegression.Fit(Detectors.PremiseRows(rows), row => row.Kind == Answerable.Yes, means, deviations);
        var topic = LogisticRegression.Fit(rows, row => row.Kind != Answerable.Absent, means, deviations);
        using var writer = new StreamWriter(path) { NewLine = "\n" };
        writer.WriteLine("feature\tmean\tdeviation\tpremise\ttopic");
        for (var i = 0; i < names.Count; i++)
        {
            writer.WriteLine(string.Join('\t', names[i], Text(means[i]), Text(deviations[i]), Text(premise[i]), Text(topic[i])));
        }

        writer.WriteLine($"constant\t0\t1\t{Text(premise[^1])}\t{Text(topic[^1])}");
    }

    private sealed class Detectors(List<TrainingRow> rows, List<TrainingRow> story)
    {
        private readonly AnswerabilityModel _premise = LogisticRegression.Model(PremiseRows(rows), row => row.Kind == Answerable.Yes);
        private readonly AnswerabilityModel _topic = LogisticRegression.Model([.. rows, .. story], row => row.Kind != Answerable.Absent);

        public static List<TrainingRow> PremiseRows(List<TrainingRow> rows) =>
            [.. rows.Where(row => row.Set == AnswerabilityRows.SquadSet && row.Kind != Answerable.Absent)];

        public double Probability(TrainingRow row) => AnswerabilityModel.Combine(_premise.Probability(row.Values), _topic.Probability(row.Values));
    }

    private static string Text(double value) => value.ToString("G5", CultureInfo.InvariantCulture);
}
