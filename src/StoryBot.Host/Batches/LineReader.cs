using System.Runtime.CompilerServices;
using System.Text;

namespace StoryBot.Host.Batches;

/// <summary>
/// Reads JSON lines from bytes, so that one line that is not UTF-8 spoils only itself. Blank lines are passed over but
/// counted.
/// </summary>
internal static class LineReader
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The lines with their numbers, counted from 1; the text is null where it is not UTF-8.</summary>
    public static async IAsyncEnumerable<(int Number, string? Text)> ReadAsync(
        Stream input,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Latin-1 keeps every byte as one character: lines can be split before they are decoded.
        using var reader = new StreamReader(input, Encoding.Latin1, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var number = 0;
        while (await reader.ReadLineAsync(cancellationToken) is { } raw)
        {
            number++;
            if (!string.IsNullOrWhiteSpace(raw))
            {
                yield return (number, Decode(raw));
            }
        }
    }

    private static string? Decode(string raw)
    {
        try
        {
            return Strict.GetString(Encoding.Latin1.GetBytes(raw)).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
