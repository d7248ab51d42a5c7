using StoryBot.Platforms.Sending;

namespace StoryBot.Platforms.Tests.Sending;

public sealed class SendOrderTests
{
    private readonly SendOrder _order = new();
    private readonly List<int> _done = [];

    [Fact]
    public async Task Work_OfOneKey_RunsInTheOrderInWhichItCame()
    {
        var gate = new TaskCompletionSource();
        var all = Enumerable.Range(0, 20).Select(number => RunAsync("a", number, number == 0 ? gate.Task : Task.CompletedTask)).ToList();

        Assert.Empty(_done);
        gate.SetResult();
        await Task.WhenAll(all);

        Assert.Equal(Enumerable.Range(0, 20), _done);
        Assert.Equal(0, _order.Count);
    }

    [Fact]
    public async Task Work_OfAnotherKey_IsNotHeldUp()
    {
        var gate = new TaskCompletionSource();
        var held = RunAsync("a", 1, gate.Task);

        await RunAsync("b", 2, Task.CompletedTask);

        Assert.Equal([2], _done);
        gate.SetResult();
        await held;
    }

    [Fact]
    public async Task Work_AfterOneThatFailed_Runs()
    {
        var failed = _order.RunAsync("a", () => throw new InvalidOperationException("no"), CancellationToken.None);
        var next = RunAsync("a", 2, Task.CompletedTask);

        await Assert.ThrowsAsync<InvalidOperationException>(() => failed);
        await next;

        Assert.Equal([2], _done);
    }

    [Fact]
    public async Task Work_AfterOneThatGaveUpWaiting_StillWaitsForWhatCameBefore()
    {
        var gate = new TaskCompletionSource();
        using var stop = new CancellationTokenSource();
        var first = RunAsync("a", 1, gate.Task);
        var second = _order.RunAsync("a", () => Task.CompletedTask, stop.Token);
        var third = RunAsync("a", 3, Task.CompletedTask);

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);

        Assert.False(third.IsCompleted);
        gate.SetResult();
        await Task.WhenAll(first, third);
        Assert.Equal([1, 3], _done);
    }

    private Task RunAsync(string key, int number, Task gate) => _order.RunAsync(
        key,
        async () =>
        {
            await gate;
            _done.Add(number);
        },
        CancellationToken.None);
}
