using System.Globalization;
using System.Text;
using NSec.Cryptography;

namespace StoryBot.Platforms.Discord;

/// <summary>Checks that a request was signed by Discord for this application, and not too long ago. Safe to share between threads.</summary>
internal sealed class DiscordSignature
{
    /// <summary>The header with the signature, in hexadecimal.</summary>
    public const string SignatureHeader = "X-Signature-Ed25519";

    /// <summary>The header with the second in which it was signed.</summary>
    public const string TimestampHeader = "X-Signature-Timestamp";

    private const int LongestTimestamp = 20;

    private readonly PublicKey _key;
    private readonly TimeSpan _lifetime;
    private readonly TimeProvider _clock;

    /// <summary>A check with the application's key.</summary>
    /// <exception cref="FormatException">The key is not one.</exception>
    public DiscordSignature(string publicKey, TimeSpan lifetime, TimeProvider clock)
    {
        _key = PublicKey.Import(SignatureAlgorithm.Ed25519, Convert.FromHexString(publicKey), KeyBlobFormat.RawPublicKey);
        _lifetime = lifetime;
        _clock = clock;
    }

    /// <summary>What the check finds.</summary>
    /// <param name="signature">The signature's header; null when there is none.</param>
    /// <param name="timestamp">The timestamp's header; null when there is none.</param>
    /// <param name="body">The body, byte by byte as it came.</param>
    public SignatureVerdict Check(string? signature, string? timestamp, ReadOnlySpan<byte> body)
    {
        if (signature?.Length != 2 * SignatureAlgorithm.Ed25519.SignatureSize || timestamp is null or { Length: 0 or > LongestTimestamp })
        {
            return SignatureVerdict.Forged;
        }

        Span<byte> bytes = stackalloc byte[SignatureAlgorithm.Ed25519.SignatureSize];
        if (Convert.FromHexString(signature, bytes, out _, out var written) != System.Buffers.OperationStatus.Done || written != bytes.Length)
        {
            return SignatureVerdict.Forged;
        }

        var signed = new byte[Encoding.UTF8.GetByteCount(timestamp) + body.Length];
        body.CopyTo(signed.AsSpan(Encoding.UTF8.GetBytes(timestamp, signed)));
        return !SignatureAlgorithm.Ed25519.Verify(_key, signed, bytes) ? SignatureVerdict.Forged
            : IsOfNow(timestamp) ? SignatureVerdict.Good
            : SignatureVerdict.OutOfTime;
    }

    private bool IsOfNow(string timestamp) =>
        long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
        && Math.Abs(_clock.GetUtcNow().ToUnixTimeSeconds() - seconds) <= _lifetime.TotalSeconds;
}

/// <summary>What the check of a signature finds.</summary>
internal enum SignatureVerdict
{
    /// <summary>Discord signed it, just now.</summary>
    Good,

    /// <summary>There is no signature, or it does not fit.</summary>
    Forged,

    /// <summary>Discord signed it at another time: it is repeated, or a clock is wrong.</summary>
    OutOfTime,
}
