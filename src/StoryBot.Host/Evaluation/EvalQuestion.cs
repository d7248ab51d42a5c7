using System.Text.Json.Serialization;

namespace StoryBot.Host.Evaluation;

/// <summary>
/// A line of a question file: a question and what its answer must look like. The reader sets what a line leaves out to
/// null, hence the setters.
/// </summary>
internal sealed record EvalQuestion
{
    /// <summary>The source that <see cref="Paras"/> counts in, where the line names none.</summary>
    public const string DefaultSource = "seed-article";

    public string Id { get; init => field = value ?? string.Empty; } = string.Empty;

    [JsonPropertyName("q")]
    public required string Text { get; init; }

    /// <summary>Questions of one thread are one conversation, in the order of the file.</summary>
    public string? Thread { get; init; }

    public string Kind { get; init => field = value ?? string.Empty; } = string.Empty;

    /// <summary>Regular expressions that must all be found in the answer, whatever the case.</summary>
    public IReadOnlyList<string> Must { get; init => field = value ?? []; } = [];

    /// <summary>Regular expressions of which none may be found.</summary>
    [JsonPropertyName("must_not")]
    public IReadOnlyList<string> MustNot { get; init => field = value ?? []; } = [];

    /// <summary>The paragraphs of <see cref="Source"/> of which one should be cited, unless another source is.</summary>
    public IReadOnlyList<int> Paras { get; init => field = value ?? []; } = [];

    /// <summary>The source that <see cref="Paras"/> counts in.</summary>
    public string Source { get; init => field = value ?? DefaultSource; } = DefaultSource;

    /// <summary>Whether the only right thing is not to answer.</summary>
    public bool Abstain { get; init; }
}
