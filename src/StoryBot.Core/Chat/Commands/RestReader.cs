using System.Text.RegularExpressions;

namespace StoryBot.Core.Chat.Commands;

/// <summary>
/// Reads options from the words after a command's name. <c>topic:cost</c> and <c>topic="market value"</c> name their option, as does
/// <c>--as-of 2025-01-27</c>; of the other words a status fills the status, and the rest fills the first option that is left, spaces included.
/// </summary>
internal static partial class RestReader
{
    /// <summary>The options that the words give, by name; none is blank.</summary>
    public static IReadOnlyDictionary<string, string> Read(ChatCommand command, string rest)
    {
        var options = new Dictionary<string, string>(StringComparer.Ordinal);
        rest = TakeNamed(command, rest, options);
        if (command.Options is [{ Completes: CompletionKind.None, IsNamed: false } words, ..] && command.Options.Skip(1).All(option => option.IsNamed))
        {
            // A question or a statement is taken as it is: its quotation marks and colons are its own.
            Put(options, words.Name, rest);
            return options;
        }

        var loose = new List<string>();
        foreach (var word in Words(rest))
        {
            if (NamedOption(command, word) is var (option, value))
            {
                Put(options, option, value);
            }
            else
            {
                loose.Add(Unquoted(word));
            }
        }

        TakeStatus(command, loose, options);
        if (command.Options.FirstOrDefault(option => !option.IsNamed && !options.ContainsKey(option.Name)) is { } next)
        {
            Put(options, next.Name, string.Join(' ', loose));
        }

        return options;
    }

    // At either end, where they are not part of what somebody says; the words in between are left as they are.
    private static string TakeNamed(ChatCommand command, string rest, Dictionary<string, string> options)
    {
        var names = command.Options.Where(option => option.IsNamed).Select(option => option.Name).ToList();
        while (names.Count > 0 && (Find(First().Match(rest)) ?? Find(Last().Match(rest))) is var (name, match))
        {
            Put(options, name, Unquoted(match.Groups["value"].Value));
            names.Remove(name);
            rest = rest.Remove(match.Index, match.Length).Trim();
        }

        return rest;

        (string Name, Match Match)? Find(Match match) =>
            names.Find(name => name.Equals(match.Groups["name"].Value, StringComparison.OrdinalIgnoreCase)) is { } known ? (known, match) : null;
    }

    private static void TakeStatus(ChatCommand command, List<string> loose, Dictionary<string, string> options)
    {
        if (command.Options.FirstOrDefault(option => option.Completes == CompletionKind.Status) is { } status && !options.ContainsKey(status.Name))
        {
            var at = loose.FindLastIndex(word => StatusNames.Find(word, forgiving: loose.Count > 1) is not null);
            if (at >= 0)
            {
                Put(options, status.Name, loose[at]);
                loose.RemoveAt(at);
            }
        }
    }

    private static (string Name, string Value)? NamedOption(ChatCommand command, string word)
    {
        foreach (var option in command.Options)
        {
            if (word.Length > option.Name.Length && word[option.Name.Length] is ':' or '=' && word.StartsWith(option.Name, StringComparison.OrdinalIgnoreCase))
            {
                return (option.Name, Unquoted(word[(option.Name.Length + 1)..]));
            }
        }

        return null;
    }

    // Words between spaces; what stands between quotation marks is one word.
    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        var isQuoted = false;
        for (var index = 0; index <= text.Length; index++)
        {
            var isEnd = index == text.Length || (char.IsWhiteSpace(text[index]) && !(isQuoted && HasClosing(text, index)));
            if (isEnd && start >= 0)
            {
                words.Add(text[start..index]);
                (start, isQuoted) = (-1, false);
            }
            else if (!isEnd)
            {
                start = start < 0 ? index : start;
                isQuoted ^= IsMark(text[index]);
            }
        }

        return words;
    }

    private static bool HasClosing(string text, int from) => text.AsSpan(from).IndexOfAny('"', '\u201C', '\u201D') >= 0;

    private static bool IsMark(char character) => character is '"' or '\u201C' or '\u201D';

    private static string Unquoted(string word)
    {
        var end = word.Length > 1 && IsMark(word[^1]) ? word.Length - 1 : word.Length;
        var start = end > 0 && IsMark(word[0]) ? 1 : 0;
        return word[start..end];
    }

    // "--as-of 2025-01-27", "--as-of=...", "as-of: ...", and what keyboards make of two hyphens.
    private const string Named = """(?:(?:--|[\u2013\u2014])(?<name>[\w-]+)(?:\s*[:=]\s*|\s+)|(?<name>[\w-]+)[:=]\s*)(?<value>["\u201C][^"\u201C\u201D]*["\u201D]|[^\s"\u201C]\S*)""";

    [GeneratedRegex("^" + Named + @"(?:\s+|$)", RegexOptions.CultureInvariant)]
    private static partial Regex First();

    [GeneratedRegex(@"(?:^|\s)" + Named + "$", RegexOptions.CultureInvariant | RegexOptions.RightToLeft)]
    private static partial Regex Last();

    private static void Put(Dictionary<string, string> options, string name, string value)
    {
        if (!string.IsNullOrWhiteSpace(value))
        {
            options[name] = value.Trim();
        }
    }
}
