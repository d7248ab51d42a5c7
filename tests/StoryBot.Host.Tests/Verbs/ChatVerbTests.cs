using StoryBot.Testing.Knowledge;

namespace StoryBot.Host.Tests.Verbs;

public sealed class ChatVerbTests : IDisposable
{
    private readonly TemporaryKnowledge _knowledge = new TemporaryKnowledge().AddHarbour();

    public void Dispose() => _knowledge.Dispose();

    [Fact]
    public async Task Chat_Piped_AnswersLineByLineWithFollowUps()
    {
        var run = await CommandLineRun.OfInput("How much did the ferry harbour cost?\n\nWho disputes it?\n", _knowledge, "chat");

        Assert.Equal(0, run.Code);
        Assert.DoesNotContain("> ", run.Out, StringComparison.Ordinal);
        Assert.Contains("$42 million", run.Out, StringComparison.Ordinal);
        Assert.Contains("Dockworkers Union", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quit_InTheMiddle_LeavesTheRestUnanswered()
    {
        var run = await CommandLineRun.OfInput("/quit\nHow much did the ferry harbour cost?\n", _knowledge, "chat");

        Assert.Equal(0, run.Code);
        Assert.Empty(run.Out);
    }

    [Theory]
    [InlineData("/help", "/reset")]
    [InlineData("/story", "harbour: The new ferry harbour of Tallow Bay. There are: harbour, other.")]
    [InlineData("/story other", "The new ferry harbour of Tallow Bay.")]
    [InlineData("/story nowhere", "nowhere")]
    [InlineData("/reset", "A new conversation.")]
    [InlineData("/dance", "There is no command /dance")]
    public async Task Command_InAChat_IsCarriedOut(string command, string reply)
    {
        _knowledge.AddHarbour("other");

        var run = await CommandLineRun.OfInput(command + "\n", _knowledge, "chat", "--story", "harbour");

        Assert.Equal(0, run.Code);
        Assert.Contains(reply, run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reset_BetweenTurns_ForgetsWhatWasSaid()
    {
        var kept = await CommandLineRun.OfInput("How much did the ferry harbour cost?\nWho disputes it?\n", _knowledge, "chat");
        var reset = await CommandLineRun.OfInput("How much did the ferry harbour cost?\n/reset\nWho disputes it?\n", _knowledge, "chat");

        Assert.NotEqual(kept.Out.Split("As of")[1], reset.Out.Split("A new conversation.")[1].Split("As of")[0]);
        Assert.Contains("Dockworkers Union", kept.Out.Split("As of")[1], StringComparison.Ordinal);
    }
}
