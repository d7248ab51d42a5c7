using System.Net;
using System.Net.Sockets;
using StoryBot.Testing.Knowledge;

namespace StoryBot.Host.Tests.Verbs;

public sealed class ServeVerbTests : IDisposable
{
    private readonly TemporaryKnowledge _knowledge = new TemporaryKnowledge().AddHarbour();

    public void Dispose() => _knowledge.Dispose();

    [Fact]
    public async Task Serve_OnATakenAddress_SaysSo()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var run = await CommandLineRun.Of(_knowledge, "serve", "--urls", $"http://{taken.LocalEndpoint}");

        Assert.Equal(1, run.Code);
        Assert.Contains("The server cannot listen there:", run.Error, StringComparison.Ordinal);
        Assert.Contains("--urls", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Serve_OnSomethingThatIsNoAddress_SaysSo()
    {
        var run = await CommandLineRun.Of(_knowledge, "serve", "--urls", "nonsense");

        Assert.Equal(1, run.Code);
        Assert.Contains("--urls", run.Error, StringComparison.Ordinal);
    }
}
