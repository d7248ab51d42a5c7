using StoryBot.Core.Answering.Understanding.Cues;
using StoryBot.Core.Answering.Understanding.Words;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Answering.Understanding.Linking;

/// <summary>
/// Every word that the knowledge uses, to tell a name that it knows from one that it does not. Passages count as long
/// as there are few (<see cref="MostPassages"/>); beyond that the vocabulary is not complete and no name is called
/// unknown by it: the evidence search names the missing words then. Built once; safe to share between threads.
/// </summary>
internal sealed class StoryVocabulary
{
    /// <summary>How many passages are read for the vocabulary: some 200,000 words, a tenth of a second.</summary>
    public const int MostPassages = 2_000;

    private readonly Dictionary<string, StoryWord> _words = [];
    private readonly HashSet<string> _plannedVerbs = [];
    private readonly Dictionary<string, Dictionary<string, int>> _initials = [];
    private ILookup<char, KeyValuePair<string, StoryWord>>? _byFirstLetter;

    // A pair of words that stands together but once may do so by chance.
    private const int LeastUses = 2;
    private const int MostInitials = 4;

    private StoryVocabulary(bool isComplete)
    {
        IsComplete = isComplete;
    }

    /// <summary>Whether every word of the knowledge is in it.</summary>
    public bool IsComplete { get; }

    /// <summary>Reads the snapshot.</summary>
    public static StoryVocabulary Build(KnowledgeSnapshot snapshot)
    {
        var vocabulary = new StoryVocabulary(snapshot.Passages.Count <= MostPassages);
        vocabulary.Read(snapshot.Story.Title, null);
        vocabulary.Read(snapshot.Story.Summary, null);
        foreach (var entity in snapshot.Story.Entities)
        {
            vocabulary.ReadAll([entity.Name, entity.Kind, .. entity.Aliases], null);
            foreach (var role in entity.Roles)
            {
                vocabulary.Read(role, null, isOfRole: true);
            }
        }

        foreach (var source in snapshot.Sources)
        {
            vocabulary.ReadAll([source.Title, source.Publisher, source.Author, source.Note, source.Url?.OriginalString], null);
        }

        foreach (var record in snapshot.Records.Where(record => record.Review != ReviewState.Draft))
        {
            vocabulary.ReadAll(TextsOf(record), record.Embargo);
            foreach (var text in TextsOf(record).OfType<string>())
            {
                vocabulary.ReadInitials(WordReader.Read(text));
            }
        }

        vocabulary._byFirstLetter = vocabulary._words.Where(pair => pair.Key.Length > 4 && !pair.Value.IsCompound).ToLookup(pair => pair.Key[0]);
        foreach (var passage in vocabulary.IsComplete ? snapshot.Passages.All() : [])
        {
            vocabulary.Read(passage.Text, null);
        }

        return vocabulary;
    }

    /// <summary>Whether the knowledge that the reader may see uses the word (in its comparable form).</summary>
    public bool Knows(string key, ReaderScope scope) => _words.TryGetValue(key, out var word) && word.IsVisible(scope);

    /// <summary>Whether it uses the word as a name.</summary>
    public bool KnowsAsName(string key, ReaderScope scope) =>
        _words.TryGetValue(key, out var word) && word.IsCapitalised && word.IsVisible(scope);

    /// <summary>Whether it is a name that stands only in an entity's roles: "Gemini's maker" tells nothing of Gemini.</summary>
    public bool IsNameInRole(string key) => _words.TryGetValue(key, out var word) && word is { IsOfRole: true, IsCapitalised: true };

    /// <summary>The words of the records that start with the letter: what a misspelling can be meant for.</summary>
    public IEnumerable<KeyValuePair<string, StoryWord>> StartingWith(char letter) => _byFirstLetter?[letter] ?? [];

    /// <summary>
    /// The words that the letters most likely stand for, where the knowledge uses them together more than once
    /// ("reinforcement learning" for <c>rl</c>); null where it does not.
    /// </summary>
    public string? Spelled(string letters, ReaderScope scope)
    {
        if (!_initials.TryGetValue(letters, out var phrases))
        {
            return null;
        }

        var best = phrases.Where(phrase => phrase.Value >= LeastUses && phrase.Key.Split(' ').All(word => Knows(word, scope)))
            .OrderByDescending(phrase => phrase.Value).Take(2).ToList();
        return best.Count == 0 || (best.Count == 2 && best[0].Value == best[1].Value) ? null : best[0].Key;
    }

    /// <summary>The word as the knowledge writes it, or null.</summary>
    public string? TextOf(string key, ReaderScope scope) =>
        _words.TryGetValue(key, out var word) && word.IsVisible(scope) ? word.Text : null;

    /// <summary>Whether a record speaks of somebody going to do this: "the bridge will reopen".</summary>
    public bool IsPlanned(string verb) => _plannedVerbs.Contains(verb);

    private static IEnumerable<string?> TextsOf(KnowledgeRecord record)
    {
        foreach (var evidence in record.Evidence)
        {
            yield return evidence.Text;
        }

        switch (record)
        {
            case Claim claim:
                yield return claim.Statement;
                yield return claim.Claimant;
                foreach (var text in claim.About.Concat(claim.Topics))
                {
                    yield return text;
                }

                foreach (var dispute in claim.Disputes)
                {
                    yield return dispute.By;
                    yield return dispute.Evidence.Text;
                }

                break;
            case Quote quote:
                yield return quote.Text;
                yield return quote.Speaker;
                yield return quote.Role;
                yield return quote.Organisation;
                yield return quote.Venue;
                break;
            case MarketFact fact:
                yield return fact.Instrument;
                yield return fact.Symbol;
                yield return fact.Measure;
                yield return fact.Unit;
                break;
        }
    }

    private void ReadAll(IEnumerable<string?> texts, DateTimeOffset? visibleFrom)
    {
        foreach (var text in texts)
        {
            Read(text, visibleFrom);
        }
    }

    private void Read(string? text, DateTimeOffset? visibleFrom, bool isOfRole = false)
    {
        var tokens = WordReader.Read(text ?? string.Empty);
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            Count(token.Key, token.Text, token.Has(WordTraits.Capitalised), visibleFrom, isOfRole: isOfRole);
            var isCompound = i > 0 && (token.Has(WordTraits.Joined) || (token.IsFigure && tokens[i - 1].Has(WordTraits.Capitalised)));
            if (isCompound)
            {
                Count(tokens[i - 1].Key + token.Key, tokens[i - 1].Text + token.Text, tokens[i - 1].Has(WordTraits.Capitalised), visibleFrom, isCompound, isOfRole);
            }

            if (i > 0 && (tokens[i - 1].Key == "will" || (tokens[i - 1].Key == "to" && i > 1 && tokens[i - 2].Key is "plans" or "plan" or "due" or "set" or "expected" or "scheduled")))
            {
                _plannedVerbs.Add(token.Key == "be" && i + 1 < tokens.Count ? tokens[i + 1].Key : token.Key);
            }
        }
    }

    private void ReadInitials(List<QuestionWord> words)
    {
        for (var start = 0; start < words.Count; start++)
        {
            var (letters, phrase) = (string.Empty, string.Empty);
            for (var i = start; i < Math.Min(words.Count, start + MostInitials) && IsPhraseWord(words[i]); i++)
            {
                letters += words[i].Key[0];
                phrase += phrase.Length == 0 ? words[i].Key : " " + words[i].Key;
                if (i > start)
                {
                    var phrases = _initials.TryGetValue(letters, out var known) ? known : _initials[letters] = [];
                    phrases[phrase] = phrases.GetValueOrDefault(phrase) + 1;
                }

                if (words[i].Break is not ('\0' or '-'))
                {
                    break;
                }
            }
        }
    }

    private static bool IsPhraseWord(QuestionWord word) =>
        word.Key.Length > 3 && char.IsAsciiLetter(word.Key[0]) && !WordSets.Function.Contains(word.Key);

    private void Count(string key, string text, bool isCapitalised, DateTimeOffset? visibleFrom, bool isCompound = false, bool isOfRole = false)
    {
        if (!_words.TryGetValue(key, out var word))
        {
            _words[key] = word = new StoryWord(text, visibleFrom, isCompound);
        }

        word.Add(text, isCapitalised, visibleFrom, isOfRole);
    }
}
