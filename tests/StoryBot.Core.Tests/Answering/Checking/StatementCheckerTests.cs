using System.Text.Json;
using StoryBot.Core.Answering.Checking;
using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;
using StoryBot.Core.Tests.Answering.Verification;
using StoryBot.Testing;

namespace StoryBot.Core.Tests.Answering.Checking;

public sealed class StatementCheckerTests
{
    private static readonly StatementChecker Invented = Open(Packs.Invented);

    [Theory]
    [InlineData("Lumora spent $412 million on the Q7 between 2027 and 2030.", CheckVerdict.Supported)]
    [InlineData("Lumora spent $312 million on the Q7.", CheckVerdict.Contradicted)]
    [InlineData("Lumora spent 412 million euros on the Q7.", CheckVerdict.Contradicted)]
    [InlineData("The Q7 contains cobalt.", CheckVerdict.Contradicted)]
    [InlineData("There is no cobalt in the Q7.", CheckVerdict.Supported)]
    [InlineData("The Q7 charges in five minutes.", CheckVerdict.Disputed)]
    [InlineData("The Q7 cost $40 million to develop.", CheckVerdict.Contradicted)]
    [InlineData("Lumora closed 12.4% lower on 14 April 2031.", CheckVerdict.Supported)]
    [InlineData("Lumora closed 12.4% higher on 14 April 2031.", CheckVerdict.Contradicted)]
    [InlineData("Lumora's shares fell 12.4% and closed at $18.60.", CheckVerdict.Supported)]
    [InlineData("Lumora closed 12.4% lower, while the Veld 100 lost 0.85%.", CheckVerdict.Partly)]
    [InlineData("The Veld 100 lost 0.85%.", CheckVerdict.Contradicted)]
    [InlineData("The Harbour Composite lost 3%.", CheckVerdict.NotInKnowledge)]
    [InlineData("Samsung lost 3%.", CheckVerdict.NotInKnowledge)]
    [InlineData("Oskar Lind has two children.", CheckVerdict.NotInKnowledge)]
    [InlineData("Lind said: \"Five minutes is enough for a coffee and a full battery.\"", CheckVerdict.Supported)]
    [InlineData("Lind said: \"Five minutes is enough for a tea and a full battery.\"", CheckVerdict.Contradicted)]
    [InlineData("Lind said: \"Five minutes suffice for an espresso and a complete battery.\"", CheckVerdict.Contradicted)]
    [InlineData("Petra Vance said: \"Five minutes is enough for a coffee and a full battery.\"", CheckVerdict.Contradicted)]
    [InlineData("Lind said: \"Nobody can beat our factory.\"", CheckVerdict.NotInKnowledge)]
    [InlineData("Petra Vance argues that battery stocks are overvalued.", CheckVerdict.Supported)]
    [InlineData("Oskar Lind argues that battery stocks are overvalued.", CheckVerdict.Contradicted)]
    [InlineData("Battery stocks are overvalued.", CheckVerdict.Disputed)]
    [InlineData("Tessel plans a factory with Lumora in Varde.", CheckVerdict.Disputed)]
    [InlineData("Lumora recalled 300 cells.", CheckVerdict.Contradicted)]
    [InlineData("Lumora was founded in 2019.", CheckVerdict.NotInKnowledge)]
    [InlineData("Tessel signed a contract with Lumora.", CheckVerdict.NotInKnowledge)]
    [InlineData("The Q7 keeps 91.5% of its capacity after 2,000 cycles; the Q5 keeps 84.2%.", CheckVerdict.Supported)]
    [InlineData("The Q5 keeps 91.5% of its capacity after 2,000 cycles.", CheckVerdict.Contradicted)]
    [InlineData("", CheckVerdict.NotInKnowledge)]
    [InlineData("\uD83D\uDE00 !!!", CheckVerdict.NotInKnowledge)]
    public void Check_Statement_HasItsVerdict(string statement, CheckVerdict verdict)
    {
        var outcome = Check(Invented, statement);

        Assert.Equal(verdict, outcome.Verdict);
        Assert.All(outcome.Parts, part => Assert.Equal(part.Verdict == CheckVerdict.NotInKnowledge, part.Explanation is null));
    }

    [Fact]
    public void Check_WrongFigure_TellsTheRightOne()
    {
        var part = Assert.Single(Check(Invented, "Lumora spent $312 million on the Q7.").Parts);

        Assert.Contains("$412 million", part.Explanation!.Sentences[0].Text, StringComparison.Ordinal);
        Assert.Contains("otherwise", part.Explanation.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AlteredQuotation_TellsTheTrueWords()
    {
        var part = Assert.Single(Check(Invented, "Lind said: \"Five minutes is enough for a tea and a full battery.\"").Parts);

        Assert.Contains("\"Five minutes is enough for a coffee and a full battery.\"", part.Explanation!.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_LongStatement_IsCutAndSaysSo()
    {
        var outcome = Check(Invented, string.Concat(Enumerable.Repeat("Samsung lost 3%. ", 1_000)));

        Assert.True(outcome.IsCut);
        Assert.Equal(CheckVerdict.NotInKnowledge, outcome.Verdict);
    }

    [Fact]
    public void Check_ShippedStatements_AreMostlyRight()
    {
        var checker = Open(Assert.Single(Packs.Shipped, pack => pack.Story.Id.Value == "deepseek-r1"));
        var wrong = new List<string>();
        var lines = File.ReadAllLines(Path.Combine(Repository.Root.FullName, "tests", "StoryBot.Testing", "Data", "checks.jsonl"));
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            var statement = json.RootElement.GetProperty("statement").GetString()!;
            var expected = json.RootElement.TryGetProperty("verdicts", out var several)
                ? several.EnumerateArray().Select(item => item.GetString()).ToList()
                : [json.RootElement.GetProperty("verdict").GetString()];
            var outcome = Check(checker, statement);
            var verdict = WordOf(outcome.Verdict);
            if (!expected.Contains(verdict))
            {
                wrong.Add($"{statement} -> {verdict}, not {string.Join('/', expected)}: {string.Join(" + ", outcome.Parts.Select(part => part.Explanation?.Citations[0].Record?.Id))}");
            }
        }

        Assert.True(wrong.Count <= lines.Length / 10, string.Join('\n', wrong));
    }

    private static string WordOf(CheckVerdict verdict) => verdict == CheckVerdict.NotInKnowledge ? "not-in-knowledge" : verdict.ToString().ToLowerInvariant();

    private static CheckOutcome Check(StatementChecker checker, string statement) => checker.Check(statement, Packs.Scope, TestContext.Current.CancellationToken);

    private static StatementChecker Open(KnowledgeSnapshot snapshot) =>
        new(LuceneEvidenceSearch.Open(snapshot, new EvidenceSearchOptions(), CancellationToken.None), new AnswerVerifier(snapshot));
}
