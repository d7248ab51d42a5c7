using System.Collections.Frozen;
using StoryBot.Core.Answering.Understanding.Words;

namespace StoryBot.Core.Answering.Understanding.Cues;

/// <summary>
/// A short pattern over the words of a question, written as slots parted by spaces:
/// <c>a|b</c> one of the words, <c>pre*</c> a word that starts so, <c>@name</c> one of a named set, a trailing <c>?</c>
/// makes the slot optional, <c>_3</c> skips up to three words, <c>*</c> is any one word, <c>#</c> a figure, a first
/// <c>^</c> binds it to the start of a clause and a last <c>$</c> to the end. Bounded work: no input makes it slow.
/// </summary>
internal sealed class CuePattern
{
    private readonly CueSlot[] _slots;
    private readonly bool _startsClause;
    private readonly bool _endsText;

    private CuePattern(CueSlot[] slots, bool startsClause, bool endsText)
    {
        _slots = slots;
        _startsClause = startsClause;
        _endsText = endsText;
    }

    /// <summary>The words with which a match can start, or null when it can start with others as well.</summary>
    public IReadOnlyCollection<string>? FirstWords => _slots[0].ExactWords;

    /// <summary>Reads the written form.</summary>
    /// <exception cref="FormatException">A slot is empty or names an unknown set.</exception>
    public static CuePattern Parse(string pattern)
    {
        var slots = pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToList();
        var startsClause = slots.Count > 0 && slots[0] == "^";
        var endsText = slots.Count > 0 && slots[^1] == "$";
        if (startsClause)
        {
            slots.RemoveAt(0);
        }

        if (endsText)
        {
            slots.RemoveAt(slots.Count - 1);
        }

        return slots.Count == 0
            ? throw new FormatException($"The pattern '{pattern}' has no word.")
            : new CuePattern([.. slots.Select(CueSlot.Parse)], startsClause, endsText);
    }

    /// <summary>Where a match that starts at the token ends (exclusive), or -1.</summary>
    public int Match(IReadOnlyList<QuestionWord> tokens, int at, int clauseStart)
    {
        if (_startsClause && at != clauseStart && at > 0 && tokens[at - 1].Break is '\0' or '\'' or '-' && !tokens[at].Has(WordTraits.StartsSentence))
        {
            return -1;
        }

        return MatchFrom(tokens, at, 0);
    }

    private int MatchFrom(IReadOnlyList<QuestionWord> tokens, int at, int slotIndex)
    {
        if (slotIndex == _slots.Length)
        {
            return !_endsText || at == tokens.Count ? at : -1;
        }

        var slot = _slots[slotIndex];
        if (slot.Gap > 0)
        {
            for (var skipped = 0; skipped <= slot.Gap && at + skipped <= tokens.Count; skipped++)
            {
                var end = MatchFrom(tokens, at + skipped, slotIndex + 1);
                if (end >= 0)
                {
                    return end;
                }
            }

            return -1;
        }

        if (at < tokens.Count && slot.Accepts(tokens[at]))
        {
            var end = MatchFrom(tokens, at + 1, slotIndex + 1);
            if (end >= 0)
            {
                return end;
            }
        }

        return slot.IsOptional ? MatchFrom(tokens, at, slotIndex + 1) : -1;
    }

    private sealed class CueSlot
    {
        private readonly FrozenSet<string> _words;
        private readonly string[] _prefixes;
        private readonly bool _isAny;
        private readonly bool _isFigure;

        private CueSlot(FrozenSet<string> words, string[] prefixes, string slot, bool isOptional, int gap)
        {
            _words = words;
            _prefixes = prefixes;
            _isAny = slot == "*";
            _isFigure = slot == "#";
            IsOptional = isOptional;
            Gap = gap;
        }

        public bool IsOptional { get; }

        public int Gap { get; }

        public IReadOnlyCollection<string>? ExactWords =>
            IsOptional || Gap > 0 || _isAny || _isFigure || _prefixes.Length > 0 ? null : _words;

        public static CueSlot Parse(string slot)
        {
            var isOptional = slot.Length > 1 && slot[^1] == '?';
            slot = isOptional ? slot[..^1] : slot;
            if (slot[0] == '_')
            {
                return new CueSlot([], [], slot, false, int.Parse(slot.AsSpan(1)));
            }

            if (slot is "*" or "#")
            {
                return new CueSlot([], [], slot, isOptional, 0);
            }

            var words = slot.Split('|').SelectMany(word => word[0] == '@' ? WordSets.Named(word[1..]) : [word]).ToList();
            var prefixes = words.Where(word => word[^1] == '*').Select(word => word[..^1]).ToArray();
            return new CueSlot(words.Where(word => word[^1] != '*').ToFrozenSet(), prefixes, slot, isOptional, 0);
        }

        public bool Accepts(QuestionWord token)
        {
            if (_isAny || (_isFigure && token.IsFigure) || _words.Contains(token.Key))
            {
                return true;
            }

            foreach (var prefix in _prefixes)
            {
                if (token.Key.StartsWith(prefix, StringComparison.Ordinal))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
