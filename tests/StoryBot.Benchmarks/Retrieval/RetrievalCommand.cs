using StoryBot.Testing;

namespace StoryBot.Benchmarks.Retrieval;

/// <summary>Runs the retrieval benchmarks and writes their report.</summary>
internal static class RetrievalCommand
{
    private const string Usage = "usage: retrieval <folder with scifact, squad2 and multihop> | fit <folder>";

    /// <summary>Runs what the arguments name: everything with a report, or the fit of the answerability coefficients.</summary>
    public static int Run(string[] args)
    {
        if (args is not ["retrieval" or "fit", var folder] || !Directory.Exists(Path.Combine(folder, "squad2")))
        {
            Console.Error.WriteLine(Usage);
            return 2;
        }

        var repository = Repository.Root.FullName;
        if (args[0] == "fit")
        {
            var coefficients = Path.Combine(
                repository, "src", "StoryBot.Core", "Answering", "EvidenceSearch", "Calibration", "answerability.tsv");
            AnswerabilityBenchmark.Run(folder, repository, Console.Out, coefficients);
            return 0;
        }

        using var report = new StringWriter { NewLine = "\n" };
        report.WriteLine("# Retrieval\n");
        report.WriteLine($"No model. {Environment.ProcessorCount} processors, shared with other work while this ran, so that elapsed times are upper bounds: read them beside the other rows'. Written by `StoryBot.Benchmarks retrieval <folder>`.\n");
        ScaleBenchmark.Run(folder, report);
        report.WriteLine();
        QualityBenchmark.Run(folder, repository, report);
        report.WriteLine();
        AnswerabilityBenchmark.Run(folder, repository, report, null);
        var path = Path.Combine(repository, "tests", "StoryBot.Benchmarks", "reports", "retrieval.md");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, report.ToString());
        Console.WriteLine(report);
        return 0;
    }
}
