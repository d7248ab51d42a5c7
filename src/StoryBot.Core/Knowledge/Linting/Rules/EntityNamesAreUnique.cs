using StoryBot.Core.Knowledge.Files;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Linting.Rules;

/// <summary>Does every name and alias stand for one entity only?</summary>
internal sealed class EntityNamesAreUnique : ILintRule
{
    /// <inheritdoc/>
    public void Check(PackContents pack, LintFindings findings)
    {
        var owners = new Dictionary<string, Entity>(StringComparer.OrdinalIgnoreCase);
        foreach (var entity in pack.Story?.Entities ?? [])
        {
            foreach (var name in entity.Aliases.Prepend(entity.Name).Where(name => name.Length > 0))
            {
                CheckName(pack, name, entity, owners, findings);
            }
        }
    }

    private static void CheckName(PackContents pack, string name, Entity entity, Dictionary<string, Entity> owners, LintFindings findings)
    {
        if (owners.TryAdd(name, entity))
        {
            return;
        }

        var (path, line) = pack.Lines.Of(entity);
        var owner = owners[name];
        if (ReferenceEquals(owner, entity))
        {
            // The same name in other capitals is harmless, and curators write it for themselves.
            return;
        }

        findings.Error(
            LintId.DuplicateAlias, path, line, $"'{name}' stands for '{entity.Name}' and for '{owner.Name}' (line {pack.Lines.Of(owner).Line}).", "Leave the name to one of the two.");
    }
}
