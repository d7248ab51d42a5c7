using System.Globalization;
using StoryBot.Core.Knowledge.Linting;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>
/// Reads the values of one mapping by key. Whatever is missing, unknown, repeated or of the wrong kind is reported with
/// its line, and a harmless value is given in its place, so that one reading finds everything that is wrong.
/// </summary>
internal sealed class FieldReader
{
    private const int IdLimit = 200;

    private readonly YamlMap _map;
    private readonly KeySet _keys;
    private readonly string _path;
    private readonly LintFindings _findings;

    /// <summary>Takes a mapping and reports the keys that do not belong in it, stand twice or are missing.</summary>
    public FieldReader(YamlMap map, KeySet keys, string path, LintFindings findings)
    {
        _map = map;
        _keys = keys;
        _path = path;
        _findings = findings;
        CheckKeys();
    }

    /// <summary>The line on which the mapping starts.</summary>
    public int Line => _map.Line;

    /// <summary>The line of a key's value, or of the mapping.</summary>
    public int LineOf(string key) => _map.Find(key)?.Line ?? _map.Line;

    /// <summary>Whether the key has a value.</summary>
    public bool Has(string key) => Value(key) is not null;

    /// <summary>Text, or null where the key has no value.</summary>
    public string? OptionalText(string key)
    {
        switch (Value(key))
        {
            case null:
                return null;
            case YamlScalar scalar when scalar.Text.Trim() is { Length: > 0 } text:
                return text;
            case YamlScalar scalar:
                Missing(key, scalar.Line);
                return null;
            case var node:
                WrongType(key, node, "text", $"Write it as '{key}: ...' on one line, in quotation marks if it starts with [ or {{.");
                return null;
        }
    }

    /// <summary>Text; empty where it is missing, which is reported.</summary>
    public string Text(string key) => OptionalText(key) ?? string.Empty;

    /// <summary>An id: text without control characters, of a sensible length.</summary>
    public string Id(string key)
    {
        var id = Text(key);
        if (id.Length > IdLimit || id.Any(char.IsControl))
        {
            _findings.Error(
                LintId.BadId, _path, LineOf(key), $"The {key} is longer than {IdLimit} characters or runs over several lines.", "Use a short name such as 'annual-report-2024'.");
        }

        return id;
    }

    /// <summary>A list of texts; empty where there is none.</summary>
    public IReadOnlyList<string> Texts(string key)
    {
        var texts = new List<string>();
        foreach (var item in Items(key, $"Write it as '{key}: [first, second]'."))
        {
            if (item is YamlScalar scalar && scalar.Text.Trim() is { Length: > 0 } text)
            {
                texts.Add(text);
            }
            else
            {
                WrongType($"an item of {key}", item, "text", "Write one text for each item.");
            }
        }

        return texts;
    }

    /// <summary>A list of mappings; empty where there is none.</summary>
    public IEnumerable<FieldReader> Maps(string key, KeySet keys)
    {
        foreach (var item in Items(key, $"Write '{key}:' and each entry below it as '- {{{keys.All[0]}: ...}}'."))
        {
            if (item is YamlMap map)
            {
                yield return new FieldReader(map, keys, _path, _findings);
            }
            else
            {
                WrongType($"an entry of {key}", item, "a mapping", $"Write it as '{{{keys.All[0]}: ...}}'.");
            }
        }
    }

    /// <summary>A mapping, or null where there is none.</summary>
    public FieldReader? Map(string key, KeySet keys)
    {
        switch (Value(key))
        {
            case null:
                return null;
            case YamlMap map:
                return new FieldReader(map, keys, _path, _findings);
            case var node:
                WrongType(key, node, "a mapping", $"Write it as '{key}: {{{keys.All[0]}: ..., {keys.All[1]}: ...}}'.");
                return null;
        }
    }

    /// <summary>One of the words of the table, or null where the key has no value.</summary>
    public T? Word<T>(string key, WordTable<T> words)
        where T : struct
    {
        if (OptionalText(key) is not { } text)
        {
            return null;
        }

        if (words.Find(text) is { } value)
        {
            return value;
        }

        var allowed = string.Join(", ", words.Words);
        var fix = NearestWord.Find(text, words.Words) is { } near ? $"Write '{near}', if that is meant; allowed: {allowed}." : $"Write one of: {allowed}.";
        _findings.Error(LintId.UnknownWord, _path, LineOf(key), $"'{Short(text)}' is not a {key}.", fix);
        return null;
    }

    /// <summary>A date or instant, or null where the key has no value.</summary>
    public StoryDate? Date(string key)
    {
        if (OptionalText(key) is not { } text)
        {
            return null;
        }

        if (StoryDate.TryParse(text, out var date))
        {
            return date;
        }

        _findings.Error(
            LintId.BadDate, _path, LineOf(key), $"'{Short(text)}' is no date that exists, or not written as ISO 8601.", "Write 2025, 2025-01, 2025-01-27 or 2025-01-27T21:29-05:00.");
        return null;
    }

    /// <summary>A decimal number, thousands separated by commas or not; 0 where it is missing or not one, which is reported.</summary>
    public decimal Number(string key)
    {
        if (OptionalText(key) is not { } text)
        {
            return 0;
        }

        if (FigureFormat.TryParse(text, out var value))
        {
            return value;
        }

        _findings.Error(
            LintId.BadNumber, _path, LineOf(key), $"'{Short(text)}' is not a number.", "Write digits with a decimal point and no unit, such as 5.576 or -88.96; the unit has its own key.");
        return 0;
    }

    /// <summary>A whole number from 1, or null where the key has no value.</summary>
    public int? Ordinal(string key)
    {
        if (OptionalText(key) is not { } text)
        {
            return null;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value > 0)
        {
            return value;
        }

        _findings.Error(LintId.BadNumber, _path, LineOf(key), $"'{Short(text)}' is not a whole number from 1.", $"Write '{key}: 4'.");
        return null;
    }

    /// <summary>An absolute http or https address, or null where the key has no value.</summary>
    public Uri? Url(string key)
    {
        if (OptionalText(key) is not { } text)
        {
            return null;
        }

        if (WebAddress.TryParse(text, out var url))
        {
            return url;
        }

        _findings.Error(LintId.BadUrl, _path, LineOf(key), $"'{Short(text)}' is not a web address.", "Write the whole address, from 'https://' on.");
        return null;
    }

    private static string Short(string text) => text.Length <= 60 ? text : text[..60] + "...";

    private YamlNode? Value(string key) => _map.Find(key) is { } node and not YamlScalar { IsNull: true } ? node : null;

    private IReadOnlyList<YamlNode> Items(string key, string fix)
    {
        switch (Value(key))
        {
            case null:
                return [];
            case YamlList list:
                return list.Items;
            case var node:
                WrongType(key, node, "a list", fix);
                return [];
        }
    }

    private void CheckKeys()
    {
        var seen = new HashSet<string>();
        foreach (var entry in _map.Entries)
        {
            if (!_keys.All.Contains(entry.Key))
            {
                Unknown(entry);
            }
            else if (!seen.Add(entry.Key))
            {
                _findings.Error(LintId.DuplicateKey, _path, entry.Line, $"The key '{entry.Key}' stands twice in {_keys.Noun}.", "Keep one of the two.");
            }
        }

        foreach (var key in _keys.Required)
        {
            // A record without evidence has a finding of its own.
            if (Value(key) is null && key != "evidence")
            {
                Missing(key, LineOf(key));
            }
        }
    }

    private void Unknown(YamlMap.Entry entry)
    {
        var key = Short(entry.Key);
        var fix = NearestWord.Find(entry.Key, _keys.All) is { } near
            ? $"Write '{near}', if that is meant."
            : $"Remove it; the keys are: {string.Join(", ", _keys.All)}.";
        _findings.Error(LintId.UnknownKey, _path, entry.Line, $"'{key}' is not a key of {_keys.Noun}.", fix);
    }

    private void Missing(string key, int line) => _findings.Error(
        LintId.MissingKey, _path, line, $"The key '{key}' of {_keys.Noun} is missing or has no value.", $"Add '{key}: ...'.");

    private void WrongType(string what, YamlNode node, string wanted, string fix) => _findings.Error(
        LintId.WrongType, _path, node.Line, $"The value of {what} should be {wanted}, but it is {node.Noun}.", fix);
}
