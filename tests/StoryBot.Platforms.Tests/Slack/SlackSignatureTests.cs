using System.Text;
using Microsoft.Extensions.Time.Testing;
using StoryBot.Platforms.Slack;

namespace StoryBot.Platforms.Tests.Slack;

public sealed class SlackSignatureTests
{
    // The example of Slack's own documentation on verifying requests.
    private const string Secret = "8f742231b10e8888abcd99yyyzzz85a5";
    private const string Timestamp = "1531420618";
    private const string Signature = "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";

    private const string Body =
        "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V&channel_name=foobar"
        + "&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
        + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
        + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

    private readonly FakeTimeProvider _clock = new(DateTimeOffset.FromUnixTimeSeconds(1531420618));

    [Fact]
    public void Signature_OfSlacksOwnExample_IsGenuine()
    {
        Assert.Equal(SignatureVerdict.Genuine, Check(Timestamp, Signature, Body));
    }

    [Theory]
    [InlineData(300, true)]
    [InlineData(301, false)]
    [InlineData(-300, true)]
    [InlineData(-301, false)]
    public void Signature_ByItsAge_IsTakenWithinFiveMinutesEitherWay(int secondsLater, bool isTaken)
    {
        _clock.AdjustTime(_clock.GetUtcNow().AddSeconds(secondsLater));

        Assert.Equal(isTaken ? SignatureVerdict.Genuine : SignatureVerdict.Stale, Check(Timestamp, Signature, Body));
    }

    [Fact]
    public void Signature_OfAnotherTime_IsForged()
    {
        Assert.Equal(SignatureVerdict.Forged, Check("1531420619", Signature, Body));
    }

    [Fact]
    public void Signature_OfATruncatedBody_IsForged()
    {
        Assert.Equal(SignatureVerdict.Forged, Check(Timestamp, Signature, Body[..^1]));
    }

    [Fact]
    public void Signature_OfAnotherSecret_IsForged()
    {
        Assert.Equal(SignatureVerdict.Forged, new SlackSignature("another", _clock).Check(Timestamp, Signature, Encoding.UTF8.GetBytes(Body)));
    }

    [Theory]
    [InlineData("v0=a2114d57")]
    [InlineData("a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503")]
    [InlineData("v0=\u00e4\u00e4")]
    public void Signature_CutOrOfAnotherForm_IsForged(string signature)
    {
        Assert.Equal(SignatureVerdict.Forged, Check(Timestamp, signature, Body));
    }

    [Theory]
    [InlineData(null, Signature)]
    [InlineData(Timestamp, null)]
    [InlineData("", Signature)]
    [InlineData("yesterday", Signature)]
    [InlineData("-1531420618", Signature)]
    [InlineData("99999999999999999999", Signature)]
    public void Signature_WithoutAHeaderOrATime_IsMissing(string? timestamp, string? signature)
    {
        Assert.Equal(SignatureVerdict.Missing, Check(timestamp, signature, Body));
    }

    [Fact]
    public void Signature_OfTheLatestTimeThereIs_IsStale()
    {
        var latest = long.MaxValue.ToString();
        var body = Encoding.UTF8.GetBytes("{}");

        Assert.Equal(SignatureVerdict.Stale, new SlackSignature(Secret, _clock).Check(latest, StoryBot.Testing.Slack.SlackRequests.Sign(Secret, latest, body), body));
    }

    private SignatureVerdict Check(string? timestamp, string? signature, string body) =>
        new SlackSignature(Secret, _clock).Check(timestamp, signature, Encoding.UTF8.GetBytes(body));
}
