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
    [InlineData("/story use other", "This conversation is now about other: The new ferry harbour of Tallow Bay.")]
    [InlineData("/story qoutes", "Did you mean /story quotes [speaker]")]
    [InlineData("/story quotes Okafor", "The sea is our high street.")]
    [InlineData("/check The ferry harbour cost $42 million.", "Disputed")]
    [InlineData("/press 1", "There is no button yet")]
    [InlineData("/feedback outdated", "There is no answer yet")]
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

    [Fact]
    public async Task Press_OfAButton_ByItsNumber()
    {
        var run = await CommandLineRun.OfInput("How much did the ferry harbour cost?\n/press 1\n/press 99\n", _knowledge, "chat");

        Assert.Contains("/press 1  Sources", run.Out, StringComparison.Ordinal);
        Assert.Contains("“Mira Okafor said that the ferry harbour cost $42 million”", run.Out, StringComparison.Ordinal);
        Assert.Contains("/press with a number from 1 to", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Scope_OfTheVerb_HoldsInTheChat()
    {
        var kept = await CommandLineRun.OfInput("/story claims\n", _knowledge, "chat");
        var cleared = await CommandLineRun.OfInput("/story claims\n", _knowledge, "chat", "--cleared");

        Assert.DoesNotContain("second pier", kept.Out, StringComparison.Ordinal);
        Assert.Contains("second pier", cleared.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Questions_ManyInAFile_AreAllAnswered()
    {
        var lines = string.Concat(Enumerable.Repeat("How much did the ferry harbour cost?\n", 100));

        var run = await CommandLineRun.OfInput(lines, _knowledge, "chat");

        Assert.Equal(100, run.Out.Split("As of 2031-06-30").Length - 1);
        Assert.Empty(run.Error);
    }
}
