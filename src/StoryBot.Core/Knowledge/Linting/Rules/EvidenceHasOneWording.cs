using StoryBot.Core.Knowledge.Files;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Does every piece of evidence have either an excerpt or a gist?</summary>
internal sealed class EvidenceHasOneWording : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        foreach (var (_, evidence) in pack.AllEvidence())
        {
            if (evidence.Excerpt is null == evidence.Gist is null)
            {
                var (path, line) = pack.Lines.Of(evidence);
                var what = evidence.Excerpt is null ? "has neither an excerpt nor a gist" : "has both an excerpt and a gist";
                findings.Error(
                    LintId.ExcerptOrGist, path, line, $"The evidence from '{evidence.Source}' {what}.", "Give the source's own words as 'excerpt', or what it says in your words as 'gist'.");
            }
        }
    }
}
