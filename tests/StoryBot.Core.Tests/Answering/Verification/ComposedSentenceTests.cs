using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Selection;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Answering.Verification;

/// <summary>What the composer writes about a record passes the verifier, for every record of every pack.</summary>
public sealed class ComposedSentenceTests
{
    public static TheoryData<Intent> Intents => [Intent.Fact, Intent.List, Intent.Timeline, Intent.IsItTrue, Intent.WhoDisputes, Intent.Source];

    [Theory]
    [MemberData(nameof(Intents))]
    public void Verify_ComposedFromOneRecord_DropsNothing(Intent intent)
    {
        foreach (var snapshot in Packs.Shipped.Append(Packs.Invented))
        {
            var verifier = new AnswerVerifier(snapshot);
            var composer = new PartComposer(new StoryProfile(snapshot));
            var dropped = new List<string>();
            foreach (var record in snapshot.Records.Where(record => record.Review == ReviewState.Reviewed && Packs.Scope.Sees(record)))
            {
                var draft = new DraftBuilder();
                composer.Write(Select(record, intent), draft, Packs.Scope);
                dropped.AddRange(verifier.Verify(draft.Build(), Packs.Scope).Dropped.Select(sentence =>
                    $"{record.Id}: {sentence.Rule}: {sentence.Reason}: {sentence.Sentence.Text}"));
            }

            Assert.Empty(dropped);
        }
    }

    [Theory]
    [InlineData(Intent.Compare)]
    [InlineData(Intent.List)]
    [InlineData(Intent.Summary)]
    public void Verify_ComposedFromManyRecords_DropsNothing(Intent intent)
    {
        foreach (var snapshot in Packs.Shipped.Append(Packs.Invented))
        {
            var verifier = new AnswerVerifier(snapshot);
            var composer = new PartComposer(new StoryProfile(snapshot));
            var records = snapshot.Records.Where(record => record.Review == ReviewState.Reviewed && Packs.Scope.Sees(record)).ToList();
            foreach (var chunk in records.Chunk(10).Append([.. records.OfType<MarketFact>()]))
            {
                var draft = new DraftBuilder();
                composer.Write(Select(chunk[0], intent) with { Records = chunk }, draft, Packs.Scope);

                Assert.Empty(verifier.Verify(draft.Build(), Packs.Scope).Dropped.Select(sentence => $"{sentence.Rule}: {sentence.Reason}: {sentence.Sentence.Text}"));
            }
        }
    }

    private static EvidenceSelection Select(KnowledgeRecord record, Intent intent) => new()
    {
        Part = new QuestionPart { Text = "What is known?", Intent = intent },
        Records = [record],
        IsRestated = true,
    };
}
