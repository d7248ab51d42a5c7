using System.Collections.Frozen;
using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Words;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Linking;

/// <summary>
/// Every way to write the story's entities, by comparable form without spaces: "DeepSeek-R1", "deepseek r1" and
/// "deepseekr1" are one key. Built once per snapshot; safe to share between threads.
/// </summary>
internal sealed class EntityIndex
{
    private const int LongestForm = 10;
    private static readonly EntityForm[] None = [];

    private readonly FrozenDictionary<string, EntityForm[]> _forms;
    private readonly FrozenDictionary<string, EntityForm[]>.AlternateLookup<ReadOnlySpan<char>> _bySpan;

    private EntityIndex(Dictionary<string, List<EntityForm>> forms, int longest, IReadOnlyDictionary<string, EntityWord> words)
    {
        _forms = forms.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        _bySpan = _forms.GetAlternateLookup<ReadOnlySpan<char>>();
        MostTokens = Math.Min(longest, LongestForm) + 2;
        Words = words;
    }

    /// <summary>How many tokens a form can take in a question: the longest form's, and two for one written apart.</summary>
    public int MostTokens { get; }

    /// <summary>The words that names and aliases are made of, by comparable form: what a misspelling can be meant for.</summary>
    public IReadOnlyDictionary<string, EntityWord> Words { get; }

    /// <summary>Builds the index.</summary>
    public static EntityIndex Build(KnowledgeSnapshot snapshot) => new Builder().Add(snapshot).Build();

    /// <summary>The forms with exactly this key.</summary>
    public EntityForm[] Find(ReadOnlySpan<char> key) => _bySpan.TryGetValue(key, out var forms) ? forms : None;

    private sealed class Builder
    {
        private readonly Dictionary<string, List<EntityForm>> _forms = [];
        private readonly Dictionary<string, EntityWord> _words = [];
        private int _longest = 1;

        public Builder Add(KnowledgeSnapshot snapshot)
        {
            var entities = new List<(Entity Entity, DateTimeOffset? VisibleFrom)>();
            foreach (var entity in snapshot.Story.Entities)
            {
                entities.Add((entity, null));
                AddAll(entity, null, isDerived: false);
            }

            foreach (var derived in RecordNames.Collect(snapshot))
            {
                if (!_forms.ContainsKey(KeyOf(derived.Entity.Name, out _)) && !IsKnownPart(derived.Entity, entities))
                {
                    entities.Add((derived.Entity, derived.VisibleFrom));
                    AddAll(derived.Entity, derived.VisibleFrom, isDerived: true);
                }
            }

            AddParts(entities);
            return this;
        }

        public EntityIndex Build() => new(_forms, _longest, _words);

        private void AddAll(Entity entity, DateTimeOffset? visibleFrom, bool isDerived)
        {
            Add(entity.Name, new EntityForm(entity, EntityMatch.Name, FormRule.Always, visibleFrom) { IsDerived = isDerived });
            foreach (var alias in entity.Aliases)
            {
                Add(alias, new EntityForm(entity, EntityMatch.Alias, FormRule.Always, visibleFrom) { IsDerived = isDerived });
            }

            foreach (var role in entity.Roles)
            {
                Add(role, new EntityForm(entity, EntityMatch.Role, FormRule.Always, visibleFrom) { IsDerived = isDerived });
            }
        }

        private void Add(string text, EntityForm form)
        {
            var key = KeyOf(text, out var tokens);
            if (key.Length == 0)
            {
                return;
            }

            if (WordSets.Function.Contains(key))
            {
                form = form with { Rule = FormRule.InCapitals };
            }

            _longest = Math.Max(_longest, tokens.Count);
            if (!_forms.TryGetValue(key, out var forms))
            {
                _forms[key] = forms = [];
            }

            if (!forms.Any(known => known.Entity == form.Entity))
            {
                forms.Add(form);
            }

            if (form.Match != EntityMatch.Role)
            {
                AddWords(text, key, tokens, form.VisibleFrom);
            }
        }

        private void AddWords(string text, string key, List<QuestionWord> tokens, DateTimeOffset? visibleFrom)
        {
            if (tokens.Count > 1)
            {
                _words.TryAdd(key, new EntityWord(text, visibleFrom));
            }

            foreach (var token in tokens.Where(token => token.Has(WordTraits.Capitalised) || tokens.Count == 1))
            {
                _words.TryAdd(token.Key, new EntityWord(token.Text, visibleFrom));
            }
        }

        // A record may call somebody by the surname that the story lists in full.
        private static bool IsKnownPart(Entity derived, List<(Entity Entity, DateTimeOffset? VisibleFrom)> entities) =>
            !derived.Name.Contains(' ', StringComparison.Ordinal)
            && entities.Count(known => known.Entity.Kind == "person" && known.Entity.Name.EndsWith(' ' + derived.Name, StringComparison.Ordinal)) == 1;

        private void AddParts(List<(Entity Entity, DateTimeOffset? VisibleFrom)> entities)
        {
            var parts = new Dictionary<string, List<EntityForm>>();
            foreach (var (entity, visibleFrom) in entities)
            {
                foreach (var part in PartsOf(entity))
                {
                    if (!parts.TryGetValue(part, out var forms))
                    {
                        parts[part] = forms = [];
                    }

                    forms.Add(new EntityForm(entity, EntityMatch.Alias, FormRule.PartOfName, visibleFrom));
                }
            }

            foreach (var (part, forms) in parts.Where(pair => pair.Value.Count == 1))
            {
                _forms.TryAdd(part, forms);
            }
        }

        // A person's first name and surname; the first word of an organisation of several ("Pictet Asset Management").
        private static IEnumerable<string> PartsOf(Entity entity)
        {
            var tokens = WordReader.Read(entity.Name);
            if (tokens.Count is < 2 or > 5 || tokens.Any(token => token.IsFigure))
            {
                return [];
            }

            var candidates = entity.Kind switch
            {
                "person" when tokens.All(token => token.Has(WordTraits.Capitalised) || token.Key.Length <= 3) => [tokens[0], tokens[^1]],
                "organisation" or "company" or "organization" when tokens[0].Key.Length > 4 => new[] { tokens[0] },
                _ => [],
            };
            return candidates.Where(token => token.Key.Length > 2 && token.Has(WordTraits.Capitalised)
                    && !token.Has(WordTraits.Possessive) && !WordSets.Function.Contains(token.Key))
                .Select(token => token.Key).Distinct();
        }

        private static string KeyOf(string text, out List<QuestionWord> tokens)
        {
            tokens = WordReader.Read(text);
            if (tokens.Count > 1 && tokens[0].Key is "the" or "a" or "an")
            {
                tokens.RemoveAt(0);
            }

            return string.Concat(tokens.Select(token => token.Key));
        }
    }
}
