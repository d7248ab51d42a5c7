using System.Text.Json;
using StoryBot.Host.Contracts;
using static StoryBot.Host.Tests.Evaluation.EvalScorerTests;

namespace StoryBot.Host.Tests.Contracts;

public sealed class HostJsonTests
{
    [Fact]
    public void Answer_Written_HasTheKeysInOrderAndKeepsNulls()
    {
        var answer = Answered("Caf\u00e9 \"open\" <b> & \u4e2d\u6587", Cite("seed-article", 4)) with { Id = HostJson.TextId("q1") };

        var json = JsonSerializer.Serialize(answer, HostJson.Written.AnswerObject);

        Assert.Equal(
            """
            {"id":"q1","question":"what?","story":"story","verdict":"answered","text":"Café \"open\" <b> & 中文",
            "sentences":[{"text":"Café \"open\" <b> & 中文","citations":[1]}],
            "citations":[{"number":1,"record":"claims/one","refs":[],"source":"seed-article","title":"Title","publisher":"Publisher",
            "published":null,"url":null,"paragraph":4,"excerpt":"words"}],
            "suggestions":[],"asOf":"2025-01-31","knowledge":"0123456789abcdef","composer":"extractive","elapsedMs":1.5,"confidence":0.9}
            """.ReplaceLineEndings(string.Empty),
            json);
    }

    [Fact]
    public void Hit_OfAPassage_LeavesOutWhatItHasNot()
    {
        var hits = new SearchObject(HostJson.TextId("a"), [new HitObject { Rank = 1, Source = "s", Score = 2.5, Text = "t" }]);

        Assert.Equal(
            """{"id":"a","hits":[{"rank":1,"source":"s","score":2.5,"text":"t"}]}""",
            JsonSerializer.Serialize(hits, HostJson.Written.SearchObject));
    }

    [Fact]
    public void LineError_WithoutId_SaysNull()
    {
        Assert.Equal(
            """{"id":null,"line":3,"error":"no"}""",
            JsonSerializer.Serialize(new LineError(null, 3, "no"), HostJson.Written.LineError));
    }
}
