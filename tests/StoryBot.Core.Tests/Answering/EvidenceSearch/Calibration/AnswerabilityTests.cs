using StoryBot.Core.Answering.EvidenceSearch;
using StoryBot.Core.Answering.EvidenceSearch.Calibration;

namespace StoryBot.Core.Tests.Answering.EvidenceSearch.Calibration;

public sealed class AnswerabilityTests
{
    private static readonly string[] Passages =
    [
        "The bridge over the Orne was opened in May 1931 by the mayor of Caen. It replaced a ferry that had been running since 1851.",
        "Steel for the bridge came from Lorraine, and the stone from local quarries. The tallest tower stands 80 metres high.",
        "A flood in 1940 damaged the southern pier. Repairs took two years and cost three million francs.",
        "The toll was abolished after the war. Traffic has grown every year since, to 20,000 cars a day.",
    ];

    [Fact]
    public void Search_QuestionThatTheTextAnswers_IsMoreProbableThanAnAlteredOne()
    {
        var asked = Judge("When was the bridge over the Orne opened?");

        Assert.False(asked.IsTopicAbsent);
        Assert.True(asked.Probability > Judge("When was the bridge over the Orne not opened?").Probability);
        Assert.True(asked.Probability > Judge("When was the tunnel under the Rhine opened?").Probability);
    }

    [Fact]
    public void Search_AnotherTopic_IsAbsentAndNamesWhatIsMissing()
    {
        var judged = Judge("Who composed the anthem of Paraguay?");

        Assert.True(judged.IsTopicAbsent);
        Assert.Contains("paraguay", judged.MissingTerms);
        Assert.InRange(judged.Probability, 0, 0.4);
    }

    [Fact]
    public void Search_OppositeWord_IsNamedAsTheDeparture() =>
        Assert.Equal("shortest instead of tallest", Judge("How high does the shortest tower of the bridge not stand?").AlteredPremise);

    [Theory]
    [InlineData("most", "least", true)]
    [InlineData("legal", "illegal", true)]
    [InlineData("careful", "careless", true)]
    [InlineData("harm", "harmless", true)]
    [InlineData("north", "east", false)]
    [InlineData("cost", "price", false)]
    public void OppositeWords_Pairs_AreTold(string left, string right, bool expected) =>
        Assert.Equal(expected, OppositeWords.Are(left, right));

    private static Answerability Judge(string question)
    {
        using var search = SearchStory.Open(SearchStory.Snapshot([], passages: Passages));
        return search.Search(new EvidenceQuery { Text = question, Scope = SearchStory.Anyone }, CancellationToken.None).Answerability;
    }
}
