using System.Text.Json;
using System.Threading.Channels;
using StoryBot.Host.Contracts;

namespace StoryBot.Host.Batches;

/// <summary>
/// Runs a batch: a few lines at a time, the lines of one thread one after the other, the output in the order of the
/// input. Stopped in the middle, it has written whole lines only.
/// </summary>
/// <typeparam name="TState">What a thread carries from one line to the next.</typeparam>
/// <param name="answer">Answers a good line, given the thread's state so far: null at its start and outside threads.</param>
/// <param name="parallelism">How many lines are under way at the most, at least 1.</param>
internal sealed class BatchRunner<TState>(
    Func<BatchLine, TState?, CancellationToken, Task<(string Output, TState State)>> answer,
    int parallelism)
    where TState : class
{
    private readonly Dictionary<string, Task<TState?>> _threads = [];

    /// <summary>Answers every line of the batch's files and says on the error output how many could not be; returns the exit code.</summary>
    public async Task<int> RunFilesAsync(BatchFiles files, Terminal terminal, CancellationToken cancellationToken)
    {
        files.Begin();
        var errors = await RunAsync(files.Input, files.Output, cancellationToken);
        if (errors > 0)
        {
            terminal.Error.WriteLine($"{errors} {(errors == 1 ? "line" : "lines")} could not be answered; each has an \"error\" in the output.");
        }

        return 0;
    }

    /// <summary>Answers every line of <paramref name="input"/>; returns how many lines got an error instead.</summary>
    public async Task<int> RunAsync(Stream input, TextWriter output, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var underWay = Channel.CreateBounded<Task<LineResult>>(Math.Max(1, parallelism - 1));
        var reading = StartLinesAsync(input, underWay.Writer, stop.Token);
        try
        {
            return await WriteAsync(underWay.Reader, output, cancellationToken);
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private static async Task<int> WriteAsync(ChannelReader<Task<LineResult>> underWay, TextWriter output, CancellationToken cancellationToken)
    {
        var errors = 0;
        await foreach (var line in underWay.ReadAllAsync(cancellationToken))
        {
            var result = await line;
            errors += result.IsError ? 1 : 0;
            // One write a line, and none is cut short by a cancellation.
            await output.WriteAsync(result.Output + "\n");
            await output.FlushAsync(CancellationToken.None);
        }

        return errors;
    }

    private async Task StartLinesAsync(Stream input, ChannelWriter<Task<LineResult>> underWay, CancellationToken cancellationToken)
    {
        try
        {
            await foreach (var (number, text) in LineReader.ReadAsync(input, cancellationToken))
            {
                await underWay.WriteAsync(Start(number, text, cancellationToken), cancellationToken);
            }

            underWay.Complete();
        }
        catch (Exception exception)
        {
            // Whoever reads the channel sees the failure, after the lines that were started before it.
            underWay.Complete(exception);
        }
    }

    private Task<LineResult> Start(int number, string? text, CancellationToken cancellationToken)
    {
        var line = text is null
            ? new BatchLine { Number = number, Error = "the line is not UTF-8" }
            : BatchLine.Parse(number, text);
        if (line.Error is { } error)
        {
            return Task.FromResult(Failed(line, error));
        }

        var before = line.Thread is { } thread && _threads.TryGetValue(thread, out var last) ? last : null;
        var run = Task.Run(() => AnswerAsync(line, before, cancellationToken), cancellationToken);
        if (line.Thread is not null)
        {
            _threads[line.Thread] = StateAfterAsync(run);
        }

        return ResultAsync(run);
    }

    private async Task<(LineResult Result, TState? State)> AnswerAsync(BatchLine line, Task<TState?>? before, CancellationToken cancellationToken)
    {
        var state = before is null ? null : await before;
        try
        {
            var (output, next) = await answer(line, state, cancellationToken);
            return (new LineResult(output, IsError: false), next);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return (Failed(line, $"the line could not be answered: {exception.Message}"), state);
        }
    }

    private static async Task<TState?> StateAfterAsync(Task<(LineResult Result, TState? State)> run) => (await run).State;

    private static async Task<LineResult> ResultAsync(Task<(LineResult Result, TState? State)> run) => (await run).Result;

    private static LineResult Failed(BatchLine line, string error) =>
        new(JsonSerializer.Serialize(new LineError(line.Id, line.Number, error), HostJson.Written.LineError), IsError: true);

    private sealed record LineResult(string Output, bool IsError);
}
