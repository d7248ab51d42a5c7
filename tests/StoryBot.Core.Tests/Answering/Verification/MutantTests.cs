using FsCheck;
using FsCheck.Fluent;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Grounding;
using StoryBot.Core.Answering.Selection;
using StoryBot.Core.Answering.Understanding;
using StoryBot.Core.Answering.Verification;
using StoryBot.Core.Knowledge.Snapshots;

namespace StoryBot.Core.Tests.Answering.Verification;

/// <summary>Right sentences about every record of every pack, made wrong in one place: each mutant is dropped.</summary>
public sealed class MutantTests
{
    private static readonly IReadOnlyList<(AnswerVerifier Verifier, DraftSentence Sentence)> Right =
        [.. Packs.Shipped.Append(Packs.Invented).SelectMany(RightSentences)];

    public static TheoryData<string> Kinds => [.. Mutations.All.Keys];

    [Fact]
    public void Verify_RightSentences_PassAndAreMany()
    {
        Assert.True(Right.Count > 300);
        Assert.All(Right, right => Assert.Null(FaultOf(right.Verifier, right.Sentence)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Verify_Mutant_IsDropped(string kind)
    {
        var tried = 0;
        var property = Prop.ForAll(
            Gen.Choose(0, Right.Count - 1).Zip(Gen.Choose(0, 1_000_000)).ToArbitrary(),
            choice =>
            {
                var (verifier, sentence) = Right[choice.Item1];
                var mutant = Mutations.All[kind](sentence, verifier.Catalog, choice.Item2);
                tried += mutant is null ? 0 : 1;
                return (mutant is null || FaultOf(verifier, mutant) is not null).Label($"{kind} passed: {mutant?.Text}\nwas: {sentence.Text}");
            });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(400).WithReplay(20250127, 7), property);
        Assert.True(tried > 0, "nothing could be mutated");
    }

    private static string? FaultOf(AnswerVerifier verifier, DraftSentence sentence) =>
        verifier.Verify(new DraftAnswer([sentence]), Packs.Scope).Dropped.Select(dropped => $"{dropped.Rule}: {dropped.Reason}").SingleOrDefault();

    private static IEnumerable<(AnswerVerifier, DraftSentence)> RightSentences(KnowledgeSnapshot snapshot)
    {
        var verifier = new AnswerVerifier(snapshot);
        var composer = new PartComposer(new StoryProfile(snapshot));
        foreach (var record in snapshot.Records.Where(record => record.Review == ReviewState.Reviewed && Packs.Scope.Sees(record)))
        {
            var draft = new DraftBuilder();
            composer.Write(new EvidenceSelection { Part = new QuestionPart { Text = "What is known?", Intent = Intent.Fact }, Records = [record] }, draft, Packs.Scope);
            foreach (var sentence in draft.Build().Sentences)
            {
                yield return (verifier, sentence);
            }
        }
    }
}
