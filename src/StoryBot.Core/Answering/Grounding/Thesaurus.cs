using System.Collections.Frozen;

namespace StoryBot.Core.Answering.Grounding;

/// <summary>
/// Groups of plain English words that people use for one another in questions (<c>thesaurus.txt</c>). For finding
/// records only: two words of a group do not verify each other. Immutable.
/// </summary>
public static class Thesaurus
{
    private static readonly FrozenDictionary<string, int[]> Groups = Load();

    /// <summary>The groups that the stem belongs to; empty for most words.</summary>
    public static IReadOnlyList<int> GroupsOf(string stem) => Groups.GetValueOrDefault(stem, []);

    /// <summary>Whether the stem belongs to one of the groups.</summary>
    internal static bool IsOfAny(IReadOnlyList<int> groups, string stem)
    {
        if (groups.Count > 0 && Groups.TryGetValue(stem, out var own))
        {
            foreach (var group in own)
            {
                if (groups.Contains(group))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static FrozenDictionary<string, int[]> Load()
    {
        var groups = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in LexiconFile.Lines("thesaurus.txt"))
        {
            number++;
            foreach (var stem in Stems.Of(line).Distinct())
            {
                if (!groups.TryGetValue(stem, out var list))
                {
                    groups[stem] = list = [];
                }

                list.Add(number);
            }
        }

        return groups.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray(), StringComparer.Ordinal);
    }
}
