using System.Text;
using System.Text.Json;
using StoryBot.Host.Batches;

namespace StoryBot.Host.Tests.Batches;

public sealed class BatchRunnerTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Batch_OfManyLines_IsWrittenInInputOrder()
    {
        var input = Lines(Enumerable.Range(1, 500).Select(number => $$"""{"id":"{{number}}","q":"question {{number}}"}"""));
        var runner = new BatchRunner<object>((line, _, _) => Task.FromResult(($"{line.Number}:{line.Query}", new object())), parallelism: 8);

        var output = await RunAsync(runner, input);

        Assert.Equal(Enumerable.Range(1, 500).Select(number => $"{number}:question {number}"), output);
    }

    [Fact]
    public async Task Thread_WithSlowFirstLine_StaysInOrderWhileOthersGoOn()
    {
        var input = Lines(["""{"q":"first","thread":"t"}""", """{"q":"second","thread":"t"}""", """{"q":"other"}"""]);
        var otherIsDone = new TaskCompletionSource();
        var runner = new BatchRunner<string>(
            async (line, before, cancellationToken) =>
            {
                if (line.Query == "first")
                {
                    await otherIsDone.Task.WaitAsync(Limit, cancellationToken);
                }
                else if (line.Query == "other")
                {
                    otherIsDone.SetResult();
                }

                return ($"{line.Query} after {before ?? "nothing"}", line.Query!);
            },
            parallelism: 4);

        var output = await RunAsync(runner, input);

        Assert.Equal(["first after nothing", "second after first", "other after nothing"], output);
    }

    [Fact]
    public async Task BadLine_AmongGoodOnes_GetsAnErrorAndTheRestGoesOn()
    {
        var input = new MemoryStream([
            .. "{\"id\":\"a\",\"q\":\"one\"}\r\n\r\n  \nnot json\n"u8,
            .. "{\"id\":\"b\",\"q\":\""u8, 0xC3, 0x28, .. "\"}\n"u8,
            .. "{\"id\":\"c\",\"q\":\"zwei \u00fc\"}"u8]);
        var runner = Echo();

        var output = await RunAsync(runner, input);

        Assert.Equal(4, output.Count);
        Assert.Equal("one", output[0]);
        Assert.Equal((4, JsonValueKind.Null), ErrorOf(output[1]));
        Assert.Equal((5, JsonValueKind.Null), ErrorOf(output[2]));
        Assert.Equal("zwei \u00fc", output[3]);
    }

    [Fact]
    public async Task ByteOrderMark_AtTheStart_IsPassedOver()
    {
        var input = new MemoryStream([0xEF, 0xBB, 0xBF, .. "{\"q\":\"one\"}\n"u8]);

        Assert.Equal(["one"], await RunAsync(Echo(), input));
    }

    [Fact]
    public async Task Line_ThatThrows_GetsAnErrorAndItsThreadGoesOn()
    {
        var input = Lines(["""{"id":"a","q":"bad","thread":"t"}""", """{"id":"b","q":"good","thread":"t"}"""]);
        var runner = new BatchRunner<object>(
            (line, _, _) => line.Query == "bad" ? throw new InvalidDataException("broken") : Task.FromResult((line.Query!, new object())),
            parallelism: 2);

        var output = await RunAsync(runner, input);

        Assert.Contains("broken", output[0], StringComparison.Ordinal);
        Assert.Contains("\"id\":\"a\"", output[0], StringComparison.Ordinal);
        Assert.Equal("good", output[1]);
    }

    [Fact]
    public async Task Batch_Cancelled_LeavesWholeLinesOnly()
    {
        using var stop = new CancellationTokenSource();
        var input = Lines(Enumerable.Range(1, 1000).Select(number => $$"""{"q":"{{number}}"}"""));
        var runner = new BatchRunner<object>(
            (line, _, _) =>
            {
                if (line.Number == 100)
                {
                    stop.Cancel();
                }

                return Task.FromResult((line.Query!, new object()));
            },
            parallelism: 4);
        var output = new StringWriter();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => runner.RunAsync(input, output, stop.Token));

        var lines = output.ToString().Split('\n');
        Assert.Equal(string.Empty, lines[^1]);
        Assert.Equal(Enumerable.Range(1, lines.Length - 1).Select(number => number.ToString()), lines[..^1]);
    }

    private static BatchRunner<object> Echo() => new((line, _, _) => Task.FromResult((line.Query!, new object())), parallelism: 2);

    private static MemoryStream Lines(IEnumerable<string> lines) => new(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    private static async Task<IReadOnlyList<string>> RunAsync<TState>(BatchRunner<TState> runner, Stream input)
        where TState : class
    {
        var output = new StringWriter();
        await runner.RunAsync(input, output, TestContext.Current.CancellationToken).WaitAsync(Limit, TestContext.Current.CancellationToken);
        return output.ToString().TrimEnd('\n').Split('\n');
    }

    private static (int Line, JsonValueKind Id) ErrorOf(string output)
    {
        using var document = JsonDocument.Parse(output);
        Assert.False(string.IsNullOrEmpty(document.RootElement.GetProperty("error").GetString()));
        return (document.RootElement.GetProperty("line").GetInt32(), document.RootElement.GetProperty("id").ValueKind);
    }
}
