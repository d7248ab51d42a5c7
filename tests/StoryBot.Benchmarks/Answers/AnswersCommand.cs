using System.Diagnostics;
using System.Text.Json;
using StoryBot.Benchmarks.Retrieval;
using StoryBot.Core.Answering;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Benchmarks.Answers;

/// <summary>
/// Measures whole answers on the shipped pack: the time of one in process and of many, beside raw Lucene and SQLite FTS5
/// on the same texts and questions, the time of <c>ask</c> as a process, and how many questions are answered right.
/// </summary>
internal static class AnswersCommand
{
    private const int Rounds = 20;
    private const int Processes = 7;

    private static readonly string[] QuestionFiles = [.. "abcde".Select(letter => $"story-questions-{letter}.jsonl")];

    public static int Run(string repository, string? developmentQuestions)
    {
        using var report = new StringWriter { NewLine = "\n" };
        report.WriteLine("# Answers\n");
        report.WriteLine($"The shipped pack, no model. {Environment.ProcessorCount} processors. Written by `StoryBot.Benchmarks answers [story-dev.jsonl]`.\n");
        var snapshot = Load(Path.Combine(repository, "knowledge", "deepseek-r1"));
        var data = Path.Combine(repository, "tests", "StoryBot.Testing", "Data");
        var questions = QuestionFiles.SelectMany(file => Read(Path.Combine(data, file))).ToList();
        Speed(snapshot, questions, report);
        Cold(repository, report);
        Quality(repository, data, developmentQuestions, report);
        File.WriteAllText(Path.Combine(repository, "tests", "StoryBot.Benchmarks", "reports", "answers.md"), report.ToString());
        Console.WriteLine(report);
        return 0;
    }

    private static KnowledgeSnapshot Load(string folder) =>
        new KnowledgePipeline(new KnowledgePipelineOptions { CacheDirectory = null }).Load(folder, CancellationToken.None).Snapshot
            ?? throw new InvalidOperationException($"{folder} does not load.");

    private static IEnumerable<string> Read(string file) => File.ReadLines(file)
        .Select(line => JsonDocument.Parse(line).RootElement)
        .Where(question => !question.TryGetProperty("thread", out _))
        .Select(question => question.GetProperty("q").GetString()!);

    private static void Speed(KnowledgeSnapshot snapshot, List<string> questions, StringWriter report)
    {
        using var search = LuceneEvidenceSearch.Open(snapshot, new EvidenceSearchOptions(), CancellationToken.None);
        var pipeline = new AnswerPipeline(new QuestionReader(snapshot), search, new AnswerVerifier(snapshot));
        var scope = new ReaderScope(snapshot.Story.AsOf.Start.AddDays(1));
        void Answer(string text) => pipeline.AnswerAsync(new Question { Text = text, Scope = scope }, CancellationToken.None).GetAwaiter().GetResult();
        var texts = snapshot.Records.Select((record, number) => new Passage(new PassageId(new SourceId(record.Id.ToString()), number + 1), string.Join(' ', Core.Answering.Grounding.RecordWords.Of(record)))).ToList();
        var sources = texts.Select(text => new Source { Id = text.Id.Source, Title = string.Empty, Publisher = string.Empty, Grade = SourceGrade.A }).ToList();
        using var lucene = new PlainLucene(new KnowledgeSnapshot(snapshot.Id, snapshot.Story, sources, [], new InMemoryPassageCatalog(texts)), 1.2f, 0.75f);
        var database = Path.GetTempFileName();
        using (var sqlite = new FullTextSqlite(database, texts))
        {
            report.WriteLine($"{questions.Count} questions, {Rounds} rounds after one to warm up; a ratio is the whole answer's median to the peer's bare search.\n");
            report.WriteLine("| | p50 ms | p99 ms | ratio |\n|---|---|---|---|");
            var own = Time(questions, Answer);
            Row(report, "whole answer, verified", own, own);
            Row(report, "raw Lucene, search alone", Time(questions, text => lucene.Search(text, 10)), own);
            Row(report, "SQLite FTS5, search alone", Time(questions, text => sqlite.Search(text, 10)), own);
        }

        File.Delete(database);
        var watch = Stopwatch.StartNew();
        Parallel.For(0, questions.Count * Rounds, i => Answer(questions[i % questions.Count]));
        report.WriteLine($"\nBatch: {questions.Count * Rounds / watch.Elapsed.TotalSeconds:0} answers a second (target: 1,000). Targets for one answer: p50 2 ms, p99 10 ms.\n");
    }

    private static List<double> Time(List<string> questions, Action<string> ask)
    {
        var times = new List<double>(questions.Count * Rounds);
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var question in questions)
            {
                var start = Stopwatch.GetTimestamp();
                ask(question);
                if (round > 0)
                {
                    times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }
            }
        }

        times.Sort();
        return times;
    }

    private static void Row(StringWriter report, string name, List<double> times, List<double> own) =>
        report.WriteLine($"| {name} | {times[times.Count / 2]:0.00} | {times[times.Count * 99 / 100]:0.00} | {own[own.Count / 2] / times[times.Count / 2]:0.0} |");

    private static void Cold(string repository, StringWriter report)
    {
        var ask = Median(() => RunHost(repository, "ask", "How much did it cost to train R1?"));
        var bare = Median(() => RunHost(repository, "--version"));
        report.WriteLine($"`ask` as a whole process: {ask:0.00} s, median of {Processes} (target: 1.2 s); the same program printing its version: {bare:0.00} s, ratio {ask / bare:0.0}.\n");
    }

    private static double Median(Action run)
    {
        var times = Enumerable.Range(0, Processes).Select(_ =>
        {
            var start = Stopwatch.GetTimestamp();
            run();
            return Stopwatch.GetElapsedTime(start).TotalSeconds;
        }).Order().ToList();
        return times[Processes / 2];
    }

    private static string RunHost(string repository, params string[] args)
    {
        var host = Path.Combine(repository, "src", "StoryBot.Host", "bin", "Debug", "net10.0", "StoryBot.Host.dll");
        var start = new ProcessStartInfo("dotnet") { WorkingDirectory = repository, RedirectStandardOutput = true };
        foreach (var argument in args.Prepend(host))
        {
            start.ArgumentList.Add(argument);
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output;
    }

    private static void Quality(string repository, string data, string? developmentQuestions, StringWriter report)
    {
        report.WriteLine("| questions | right | right and cited | abstained | uncited sentences |\n|---|---|---|---|---|");
        var files = QuestionFiles.Select(file => (Path.Combine(data, file), Path.Combine(repository, "knowledge"), "deepseek-r1"))
            .Concat(new[] { "kettle-bridge", "tern-trial" }.Select(story => (Path.Combine(data, "packs", story + ".jsonl"), Path.Combine(data, "packs"), story)));
        if (developmentQuestions is not null)
        {
            files = files.Prepend((developmentQuestions, Path.Combine(repository, "knowledge"), "deepseek-r1"));
        }

        foreach (var (file, knowledge, story) in files)
        {
            var lines = RunHost(repository, "eval", file, "--knowledge", knowledge, "--story", story).Split('\n');
            var cells = lines.Take(4).Select(line => string.Join(' ', line.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsAsciiDigit(word[0]))));
            report.WriteLine($"| {Path.GetFileNameWithoutExtension(file)} | {string.Join(" | ", cells)} |");
        }
    }
}
