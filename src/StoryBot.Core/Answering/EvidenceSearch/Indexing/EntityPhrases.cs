using StoryBot.Core.Answering.EvidenceSearch.Words;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.EvidenceSearch.Indexing;

/// <summary>An entity found in a run of words.</summary>
/// <param name="Entity">The entity's place in the story's list.</param>
/// <param name="Start">The place of its first word.</param>
/// <param name="Length">How many words it takes.</param>
/// <param name="IsRole">Whether it is called by a role, not by name or alias.</param>
internal readonly record struct EntityFinding(int Entity, int Start, int Length, bool IsRole);

/// <summary>Finds a story's entities in text by name, alias or role, word by word after stemming. Immutable.</summary>
internal sealed class EntityPhrases
{
    private readonly Dictionary<int, List<Phrase>> _byFirstStem = [];

    public EntityPhrases(Vocabulary vocabulary, IReadOnlyList<Entity> entities)
    {
        for (var i = 0; i < entities.Count; i++)
        {
            foreach (var name in entities[i].Aliases.Prepend(entities[i].Name))
            {
                Add(vocabulary, name, i, isRole: false);
            }

            foreach (var role in entities[i].Roles)
            {
                Add(vocabulary, role, i, isRole: true);
            }
        }

        foreach (var phrases in _byFirstStem.Values)
        {
            phrases.Sort((a, b) => b.Stems.Length.CompareTo(a.Stems.Length));
        }
    }

    /// <summary>Adds the entities found to the list: at each place the longest phrase, and every entity that it can mean.</summary>
    /// <param name="stems">The stems of the words in order, -1 for one that the vocabulary does not have.</param>
    /// <param name="withRoles">Whether roles count.</param>
    /// <param name="found">The list.</param>
    public void Find(ReadOnlySpan<int> stems, bool withRoles, List<EntityFinding> found)
    {
        for (var i = 0; i < stems.Length;)
        {
            i += Math.Max(1, FindAt(stems, i, withRoles, found));
        }
    }

    private int FindAt(ReadOnlySpan<int> stems, int at, bool withRoles, List<EntityFinding> found)
    {
        var length = 0;
        if (!_byFirstStem.TryGetValue(stems[at], out var phrases))
        {
            return length;
        }

        foreach (var phrase in phrases)
        {
            if (phrase.Stems.Length >= length
                && (withRoles || !phrase.IsRole)
                && stems[at..].StartsWith(phrase.Stems))
            {
                length = phrase.Stems.Length;
                found.Add(new EntityFinding(phrase.Entity, at, length, phrase.IsRole));
            }
        }

        return length;
    }

    private void Add(Vocabulary vocabulary, string text, int entity, bool isRole)
    {
        var stems = new List<int>();
        var scanner = new WordScanner(text, new char[WordScanner.BufferSize]);
        while (scanner.Next())
        {
            var word = vocabulary[vocabulary.Add(scanner.Word)];
            if (stems.Count > 0 || word.Text is not ("the" or "a" or "an"))
            {
                stems.Add(word.Stem);
            }
        }

        if (stems.Count == 0)
        {
            return;
        }

        if (!_byFirstStem.TryGetValue(stems[0], out var phrases))
        {
            _byFirstStem.Add(stems[0], phrases = []);
        }

        phrases.Add(new Phrase([.. stems], entity, isRole));
    }

    private sealed record Phrase(int[] Stems, int Entity, bool IsRole);
}
