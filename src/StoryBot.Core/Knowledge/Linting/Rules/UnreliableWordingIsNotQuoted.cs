using StoryBot.Core.Knowledge.Files;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Is nothing quoted from a source whose wording is unreliable?</summary>
internal sealed class UnreliableWordingIsNotQuoted : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        var unreliable = pack.Sources.Where(source => source.WordingUnreliable).Select(source => source.Id).ToHashSet();
        foreach (var (_, evidence) in pack.AllEvidence())
        {
            if (evidence.Excerpt is not null && unreliable.Contains(evidence.Source))
            {
                var (path, line) = pack.Lines.Of(evidence, "excerpt");
                findings.Error(
                    LintId.UnreliableExcerpt, path, line, $"The wording of '{evidence.Source}' is unreliable, so its words are not to be shown.", "Say in your own words what it says and call it 'gist'.");
            }
        }
    }
}
