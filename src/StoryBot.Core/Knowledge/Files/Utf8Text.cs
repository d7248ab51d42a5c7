using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace StoryBot.Core.Knowledge.Files;

/// <summary>
/// The text of a file, or why its bytes are not text. Exactly one of <see cref="Text"/> and <see cref="Problem"/> is set.
/// The byte order mark is left out.
/// </summary>
internal readonly record struct Utf8Text(string? Text, string? Problem, int Line)
{
    /// <summary>Decodes the bytes; a byte that is not UTF-8 or a character that no text holds is named with its place.</summary>
    public static Utf8Text Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return new Utf8Text(null, "The file is UTF-16", 1);
        }

        var content = bytes is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;
        var skipped = bytes.Length - content.Length;
        if (!Utf8.IsValid(content))
        {
            var at = FirstInvalid(content);
            return new Utf8Text(null, $"The file is not UTF-8: byte {at + skipped + 1} (0x{content[at]:X2})", LineAt(content, at));
        }

        // The YAML scanner takes a NUL for the end of the file and would drop the rest without a word.
        var control = content.IndexOfAny(Controls);
        return control >= 0
            ? new Utf8Text(null, $"The file holds a control character: byte {control + skipped + 1} (0x{content[control]:X2})", LineAt(content, control))
            : new Utf8Text(Encoding.UTF8.GetString(content), null, 0);
    }

    private static readonly SearchValues<byte> Controls =
        SearchValues.Create([0, 1, 2, 3, 4, 5, 6, 7, 8, 11, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 127]);

    private static int FirstInvalid(ReadOnlySpan<byte> content)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(content[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    private static int LineAt(ReadOnlySpan<byte> content, int at) => content[..at].Count((byte)'\n') + 1;
}
