using Lucene.Net.Analysis.Miscellaneous;

namespace StoryBot.Core.Answering.EvidenceSearch.Words;

/// <summary>
/// Reads the words of a text one by one, in the form in which they are indexed: lower case, accents folded, no
/// possessive, digits without thousands separators, "$5.6M" as "5.6" and "million", "17%" as "17" and "percent".
/// </summary>
internal ref struct WordScanner
{
    private const int LongestWord = 64;

    private readonly ReadOnlySpan<char> _text;
    private readonly char[] _word;
    private int _position;
    private string? _pending;
    private bool _atSentenceStart;

    /// <summary>Starts at the beginning of the text.</summary>
    /// <param name="text">The text.</param>
    /// <param name="buffer">Room for one word, at least <see cref="BufferSize"/> characters; reused between texts.</param>
    public WordScanner(ReadOnlySpan<char> text, char[] buffer)
    {
        _text = text;
        _word = buffer;
        StartsSentence = true;
        _atSentenceStart = true;
    }

    /// <summary>Room that a buffer needs: folding an accent can make up to four letters of one.</summary>
    public const int BufferSize = LongestWord * 4;

    /// <summary>The current word.</summary>
    public ReadOnlySpan<char> Word { get; private set; }

    /// <summary>Whether the current word is the first of a sentence.</summary>
    public bool StartsSentence { get; private set; }

    /// <summary>Whether the current word is written with a capital letter.</summary>
    public bool IsCapitalised { get; private set; }

    /// <summary>Where the current word starts in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Goes to the next word; false at the end.</summary>
    public bool Next()
    {
        if (_pending is { } pending)
        {
            _pending = null;
            Word = pending;
            (StartsSentence, IsCapitalised) = (false, false);
            return true;
        }

        SkipToWord();
        if (_position >= _text.Length)
        {
            return false;
        }

        Start = _position;
        StartsSentence = _atSentenceStart;
        _atSentenceStart = false;
        IsCapitalised = char.IsUpper(_text[_position]);
        if (char.IsAsciiDigit(_text[_position]))
        {
            ReadNumber();
        }
        else
        {
            ReadLetters();
        }

        return true;
    }

    private void SkipToWord()
    {
        while (_position < _text.Length && !char.IsLetterOrDigit(_text[_position]))
        {
            var c = _text[_position++];
            if (c is '\n' || (c is '.' or '!' or '?' && EndsSentence()))
            {
                _atSentenceStart = true;
            }
        }
    }

    // "J. Smith" and "vs. Brown" go on; "... in 2024. The ..." does not.
    private readonly bool EndsSentence()
    {
        var next = _position;
        while (next < _text.Length && !char.IsWhiteSpace(_text[next]) && !char.IsLetterOrDigit(_text[next]))
        {
            next++;
        }

        if (next < _text.Length && !char.IsWhiteSpace(_text[next]))
        {
            return false;
        }

        while (next < _text.Length && !char.IsLetterOrDigit(_text[next]))
        {
            next++;
        }

        if (next < _text.Length && char.IsLower(_text[next]))
        {
            return false;
        }

        var end = _position - 1;
        var start = end;
        while (start > 0 && char.IsLetter(_text[start - 1]))
        {
            start--;
        }

        var last = _text[start..end];
        return !(last.Length == 1 && char.IsUpper(last[0])) && !WordLists.Abbreviations.Contains(last);
    }

    private void ReadNumber()
    {
        var length = 0;
        while (_position < _text.Length)
        {
            var c = _text[_position];
            var digitFollows = _position + 1 < _text.Length && char.IsAsciiDigit(_text[_position + 1]);
            if (char.IsAsciiDigit(c) || (c == '.' && digitFollows))
            {
                Append(c, ref length);
            }
            else if (!(c == ',' && digitFollows))
            {
                break;
            }

            _position++;
        }

        var suffixEnd = _position;
        while (suffixEnd < _text.Length && char.IsLetterOrDigit(_text[suffixEnd]))
        {
            suffixEnd++;
        }

        var suffix = _text[_position..suffixEnd];
        if (suffix.Length > 0)
        {
            _pending = WordLists.Scale(suffix);
            for (var i = 0; _pending is null && i < suffix.Length; i++)
            {
                Append(char.ToLowerInvariant(suffix[i]), ref length);
            }
        }
        else if (suffixEnd < _text.Length && _text[suffixEnd] == '%')
        {
            _pending = "percent";
        }

        _position = suffixEnd;
        Word = _word.AsSpan(0, length);
    }

    private void ReadLetters()
    {
        if (IsIdeograph(_text[_position]))
        {
            _word[0] = _text[_position++];
            Word = _word.AsSpan(0, 1);
            return;
        }

        var length = 0;
        var ascii = true;
        while (_position < _text.Length)
        {
            var c = _text[_position];
            if (char.IsLetterOrDigit(c) && !IsIdeograph(c))
            {
                ascii &= char.IsAscii(c);
                Append(char.ToLowerInvariant(c), ref length);
            }
            else if (c is '\'' or '’' && _position + 1 < _text.Length && char.IsLetter(_text[_position + 1]))
            {
                Append('\'', ref length);
            }
            else if (!IsInitialismDot(c, length))
            {
                break;
            }

            _position++;
        }

        length = ascii ? length : Fold(length);
        Word = WithoutPossessive(_word.AsSpan(0, length));
    }

    private readonly int Fold(int length)
    {
        var unfolded = _word.AsSpan(0, length).ToArray();
        return ASCIIFoldingFilter.FoldToASCII(unfolded, 0, _word, 0, length);
    }

    private static bool IsIdeograph(char c) => c is >= '\u2E80' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF';

    // "U.S." is one word, "us"; "end.Start" is two.
    private readonly bool IsInitialismDot(char c, int length) =>
        c == '.'
        && _position + 1 < _text.Length
        && char.IsUpper(_text[_position + 1])
        && (_position + 2 >= _text.Length || !char.IsLetterOrDigit(_text[_position + 2]))
        && (length == 1 || (_position >= 2 && _text[_position - 2] == '.'))
        && char.IsUpper(_text[_position - 1]);

    private static Span<char> WithoutPossessive(Span<char> word) =>
        word.EndsWith("'s") ? word[..^2] : word;

    private readonly void Append(char c, ref int length)
    {
        if (length < LongestWord)
        {
            _word[length++] = c;
        }
    }
}
