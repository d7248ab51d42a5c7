using System.Text;
using Microsoft.Extensions.Time.Testing;
using NSec.Cryptography;
using StoryBot.Platforms.Discord;

namespace StoryBot.Platforms.Tests.Discord;

public sealed class DiscordSignatureTests : IDisposable
{
    private static readonly byte[] Body = Encoding.UTF8.GetBytes("""{"type":1}""");

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2025, 1, 31, 9, 0, 0, TimeSpan.Zero));
    private readonly Key _key = Key.Create(SignatureAlgorithm.Ed25519);
    private readonly DiscordSignature _signature;

    public DiscordSignatureTests() => _signature = new DiscordSignature(
        Convert.ToHexString(_key.PublicKey.Export(KeyBlobFormat.RawPublicKey)), TimeSpan.FromMinutes(15), _clock);

    [Fact]
    public void Signature_OfTimestampAndBody_IsGood()
    {
        var timestamp = At(TimeSpan.Zero);

        Assert.Equal(SignatureVerdict.Good, _signature.Check(Sign(_key, timestamp, Body), timestamp, Body));
        Assert.Equal(SignatureVerdict.Good, _signature.Check(Sign(_key, timestamp, Body).ToUpperInvariant(), timestamp, Body));
    }

    // Test vector 2 of RFC 8032, section 7.1, with its message divided into a timestamp and a body.
    [Fact]
    public void Signature_OfThePublishedVector_IsGoodButOfAnotherTime()
    {
        var signature = new DiscordSignature("3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c", TimeSpan.FromMinutes(15), _clock);

        var verdict = signature.Check(
            "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00",
            "r",
            []);

        Assert.Equal(SignatureVerdict.OutOfTime, verdict);
    }

    [Fact]
    public void Signature_ByAnotherKey_IsForged()
    {
        using var other = Key.Create(SignatureAlgorithm.Ed25519);
        var timestamp = At(TimeSpan.Zero);

        Assert.Equal(SignatureVerdict.Forged, _signature.Check(Sign(other, timestamp, Body), timestamp, Body));
    }

    [Fact]
    public void Signature_OfAnotherBodyOrTime_IsForged()
    {
        var timestamp = At(TimeSpan.Zero);

        Assert.Equal(SignatureVerdict.Forged, _signature.Check(Sign(_key, timestamp, Body), timestamp, Body.AsSpan(1)));
        Assert.Equal(SignatureVerdict.Forged, _signature.Check(Sign(_key, timestamp, Body), At(TimeSpan.FromSeconds(1)), Body));
    }

    [Fact]
    public void Signature_CutLongerOrNotHexadecimal_IsForged()
    {
        var timestamp = At(TimeSpan.Zero);
        var good = Sign(_key, timestamp, Body);

        Assert.All<string?>(
            [null, string.Empty, good[..^2], good + "00", "zz" + good[2..], new string('0', 128)],
            bad => Assert.Equal(SignatureVerdict.Forged, _signature.Check(bad, timestamp, Body)));
        Assert.All<string?>(
            [null, string.Empty, new string('1', 1000)],
            bad => Assert.Equal(SignatureVerdict.Forged, _signature.Check(good, bad, Body)));
    }

    [Theory]
    [InlineData(-15, nameof(SignatureVerdict.Good))]
    [InlineData(15, nameof(SignatureVerdict.Good))]
    [InlineData(-16, nameof(SignatureVerdict.OutOfTime))]
    [InlineData(16, nameof(SignatureVerdict.OutOfTime))]
    public void Signature_OfAnotherTime_IsGoodWithinItsLifetime(int minutes, string verdict)
    {
        var timestamp = At(TimeSpan.FromMinutes(minutes));

        Assert.Equal(verdict, _signature.Check(Sign(_key, timestamp, Body), timestamp, Body).ToString());
    }

    public void Dispose() => _key.Dispose();

    private string At(TimeSpan offset) => $"{(_clock.GetUtcNow() + offset).ToUnixTimeSeconds()}";

    private static string Sign(Key key, string timestamp, byte[] body) =>
        Convert.ToHexStringLower(SignatureAlgorithm.Ed25519.Sign(key, [.. Encoding.UTF8.GetBytes(timestamp), .. body]));
}
