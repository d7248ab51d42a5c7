using StoryBot.Core.Knowledge.Files;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Does every id stand for one source or one record only?</summary>
internal sealed class IdsAreUnique : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        CheckUnique(pack, pack.Sources, source => source.Id, findings);
        CheckUnique(pack, pack.Records, record => record.Id, findings);
    }

    private static void CheckUnique<T, TId>(PackContents pack, IEnumerable<T> parts, Func<T, TId> idOf, LintFindings findings)
        where T : class
        where TId : struct
    {
        var first = new Dictionary<TId, T>();
        foreach (var part in parts)
        {
            if (!first.TryAdd(idOf(part), part))
            {
                var (path, line) = pack.Lines.Of(part);
                findings.Error(
                    LintId.DuplicateId, path, line, $"The id of '{idOf(part)}' is already taken on line {pack.Lines.Of(first[idOf(part)]).Line}.", "Give one of the two another id.");
            }
        }
    }
}
