using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using StoryBot.Core.Answering.Composition;
using StoryBot.Core.Answering.Verification;

namespace StoryBot.Core.Tests.Answering.Verification;

public sealed class VerifiedAnswerTests
{
    [Fact]
    public void Constructors_OfTheType_ArePrivate()
    {
        var constructors = typeof(VerifiedAnswer).GetConstructors(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic);

        Assert.All(constructors, constructor => Assert.True(constructor.IsPrivate));
    }

    [Fact]
    public void Type_HasNoCopyAndNoSetter()
    {
        Assert.True(typeof(VerifiedAnswer).IsSealed);
        Assert.Null(typeof(VerifiedAnswer).GetMethod("<Clone>$", BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic));
        Assert.All(typeof(VerifiedAnswer).GetProperties(), property => Assert.False(property.CanWrite));
        Assert.All(typeof(VerifiedAnswer).GetFields(BindingFlags.Instance | BindingFlags.NonPublic), field => Assert.True(field.IsInitOnly));
    }

    [Fact]
    public void Assembly_MakesOne_InOneMethodOnly()
    {
        // A constructor that only one method may call: every method body of the assembly is searched for it.
        var constructor = Assert.Single(typeof(VerifiedAnswer).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic));
        var makers =
            from type in typeof(VerifiedAnswer).Assembly.GetTypes()
            from method in type.GetMethods(BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
            where method.GetMethodBody()?.GetILAsByteArray() is { } code && Calls(code, constructor.MetadataToken)
            select $"{type.Name}.{method.Name}";

        Assert.Equal(["VerifiedAnswer.Check"], makers);
    }

    [Fact]
    public void Json_IntoTheType_IsRefused() =>
        Assert.Throws<NotSupportedException>(() => JsonSerializer.Deserialize<VerifiedAnswer>("""{"Snapshot":{"Value":"x"},"Sentences":[],"Citations":[]}"""));

    [Theory]
    [InlineData("Lumora says that the Q7 charges in five minutes.", 2)]
    [InlineData("Lumora says that the Q7 charges in nine minutes.", 0)]
    public void Check_SentenceThatSpeaksOfTheOneBefore_StandsOrFallsWithIt(string lead, int kept)
    {
        var cited = Packs.Cite("claims/charge-time");

        var result = Packs.Verifier.Verify(new DraftAnswer([new DraftSentence(lead, cited), new DraftSentence("This is disputed.", cited)]), Packs.Scope);

        Assert.Equal(kept, result.Answer?.Sentences.Count ?? 0);
        Assert.Equal(2 - kept, result.Dropped.Count);
    }

    [Fact]
    public void Lists_OfAnAnswer_CannotBeChanged()
    {
        var answer = Packs.Verifier.Verify(new DraftAnswer([new DraftSentence("Lumora spent $412 million on the Q7 between 2027 and 2030.", Packs.Cite("claims/development-cost-report"))]), Packs.Scope).Answer!;

        Assert.Throws<NotSupportedException>(() => ((IList<VerifiedSentence>)answer.Sentences).Clear());
        Assert.Throws<NotSupportedException>(() => ((IList<Citation>)answer.Citations).Clear());
        Assert.Throws<NotSupportedException>(() => ((IList<int>)answer.Sentences[0].Citations).Clear());
    }

    // newobj with the constructor's token: byte 0x73 and four bytes, little-endian.
    private static bool Calls(byte[] code, int token)
    {
        for (var at = 0; at + 4 < code.Length; at++)
        {
            if (code[at] == 0x73 && Unsafe.ReadUnaligned<int>(ref code[at + 1]) == token)
            {
                return true;
            }
        }

        return false;
    }
}
