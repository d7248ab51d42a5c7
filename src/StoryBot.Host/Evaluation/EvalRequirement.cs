using System.Globalization;

namespace StoryBot.Host.Evaluation;

/// <summary>
/// What a run must reach, written <c>right=0.97,cited=0.97,abstained=0.97,uncited=0</c>: shares from 0 to 1 that are the
/// least allowed, and a number of uncited sentences that is the most. What is not named is not required.
/// </summary>
internal sealed record EvalRequirement
{
    public double? Right { get; private init; }

    public double? Cited { get; private init; }

    public double? Abstained { get; private init; }

    public int? Uncited { get; private init; }

    /// <summary>Reads the written form.</summary>
    /// <exception cref="UserMistake">It is not one.</exception>
    public static EvalRequirement Parse(string text)
    {
        var requirement = new EvalRequirement();
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            var (name, value) = part.Split('=', StringSplitOptions.TrimEntries) is [var left, var right] ? (left, right) : (part, string.Empty);
            requirement = name switch
            {
                "right" => requirement with { Right = Share(part, value) },
                "cited" => requirement with { Cited = Share(part, value) },
                "abstained" => requirement with { Abstained = Share(part, value) },
                "uncited" => requirement with { Uncited = int.TryParse(value, out var most) && most >= 0 ? most : throw Mistake(part) },
                _ => throw Mistake(part),
            };
        }

        return requirement;
    }

    /// <summary>What the report falls short of, one sentence each; empty when it reaches everything.</summary>
    public IEnumerable<string> Shortfalls(EvalReport report) =>
    [
        .. Below("right", Right, report.Right),
        .. Below("right and cited", Cited, report.Cited),
        .. Below("abstained", Abstained, report.Abstained),
        .. Uncited is { } most && report.UncitedSentences > most ? [$"{report.UncitedSentences} uncited sentences, at most {most} allowed"] : Array.Empty<string>(),
    ];

    private static IEnumerable<string> Below(string name, double? least, EvalRate rate) =>
        least is { } share && rate.Share < share ? [$"{name} is {rate.Share:0.000}, at least {share:0.000} required"] : [];

    private static double Share(string part, string value) =>
        double.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var share) && share is >= 0 and <= 1
            ? share
            : throw Mistake(part);

    private static UserMistake Mistake(string part) =>
        new($"--require does not understand \"{part}\"; write for example --require right=0.97,cited=0.97,abstained=0.97,uncited=0");
}
