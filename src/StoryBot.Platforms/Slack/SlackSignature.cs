using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace StoryBot.Platforms.Slack;

/// <summary>
/// Tells Slack's requests from everybody else's: HMAC-SHA256 over <c>v0:timestamp:body</c> with the signing secret, as
/// https://docs.slack.dev/authentication/verifying-requests-from-slack describes it.
/// </summary>
internal sealed class SlackSignature(string signingSecret, TimeProvider clock)
{
    /// <summary>How far a request's time may be from ours, before or after: Slack's own figure.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const string Version = "v0";

    private readonly byte[] _key = Encoding.UTF8.GetBytes(signingSecret);

    /// <summary>Checks a request by its two headers and its body as it came over the wire.</summary>
    public SignatureVerdict Check(string? timestamp, string? signature, ReadOnlySpan<byte> body)
    {
        if (string.IsNullOrEmpty(timestamp) || string.IsNullOrEmpty(signature)
            || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds))
        {
            return SignatureVerdict.Missing;
        }

        // The comparison takes as long whatever differs, so that a signature cannot be guessed byte by byte.
        var isGenuine = CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(Sign(_key, timestamp, body)), Encoding.UTF8.GetBytes(signature));
        if (!isGenuine)
        {
            return SignatureVerdict.Forged;
        }

        // An old request stays genuine for ever: only its time tells a replay.
        return Math.Abs(clock.GetUtcNow().ToUnixTimeSeconds() - seconds) > (long)Window.TotalSeconds ? SignatureVerdict.Stale : SignatureVerdict.Genuine;
    }

    private static string Sign(byte[] key, string timestamp, ReadOnlySpan<byte> body)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        hash.AppendData(Encoding.ASCII.GetBytes($"{Version}:{timestamp}:"));
        hash.AppendData(body);
        return $"{Version}={Convert.ToHexStringLower(hash.GetHashAndReset())}";
    }
}

/// <summary>What a request's signature says.</summary>
internal enum SignatureVerdict
{
    /// <summary>It comes from Slack, now.</summary>
    Genuine,

    /// <summary>A header is missing or is no time.</summary>
    Missing,

    /// <summary>It is signed, but its time is too far from ours: replayed, or a clock is wrong.</summary>
    Stale,

    /// <summary>It is not signed with our secret, or not what was signed.</summary>
    Forged,
}
