using System.Text;
using StoryBot.Core.Chat.Replies;

namespace StoryBot.Testing.Chat.Layout;

/// <summary>Markups for tests of the layout: plain, one that escapes with backslashes, one that escapes with entities. Each can be read back.</summary>
public sealed class TestMarkup : IReplyMarkup
{
    private const char Joiner = '\u2060';

    private readonly (string Plain, string Written)[] _escapes;
    private readonly string?[] _written = new string?[128];

    private TestMarkup(string name, params (string Plain, string Written)[] escapes)
    {
        Name = name;
        _escapes = escapes;
        foreach (var (plain, written) in escapes)
        {
            _written[plain[0]] = written;
        }
    }

    /// <summary>Text as it is.</summary>
    public static TestMarkup Plain { get; } = new("plain");

    /// <summary>A backslash before whatever could format; mentions broken.</summary>
    public static TestMarkup Backslash { get; } = new(
        "backslash", ("*", @"\*"), ("_", @"\_"), ("~", @"\~"), ("`", @"\`"), ("|", @"\|"), ("<", @"\<"), (">", @"\>"), ("#", @"\#"), ("@", "@" + Joiner));

    /// <summary>Entities, which make one character up to five.</summary>
    public static TestMarkup Entities { get; } = new("entities", ("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TestMarkup> All { get; } = [Plain, Backslash, Entities];

    /// <summary>Its name, for messages.</summary>
    public string Name { get; }

    /// <inheritdoc/>
    public string Escape(string plain)
    {
        ArgumentNullException.ThrowIfNull(plain);
        var text = new StringBuilder(plain.Length);
        foreach (var character in plain)
        {
            _ = character < _written.Length && _written[character] is { } written ? text.Append(written) : text.Append(character);
        }

        return text.ToString();
    }

    /// <summary>Reads escaped text back.</summary>
    public string Read(string written)
    {
        var text = new StringBuilder(written);
        foreach (var (plain, escape) in _escapes.Reverse())
        {
            text.Replace(escape, plain);
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public string Bold(string escaped) => $"**{escaped}**";

    /// <inheritdoc/>
    public string Italic(string escaped) => $"_{escaped}_";

    /// <inheritdoc/>
    public string Link(string escaped, Uri target) => $"{escaped} ({target})";

    /// <inheritdoc/>
    public string Preformatted(string plain) => "```\n" + Escape(plain) + "\n```";
}
