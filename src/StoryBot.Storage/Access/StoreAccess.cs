using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using StoryBot.Storage.Model;

namespace StoryBot.Storage.Access;

/// <summary>
/// The one way to the database. When it is away every call fails at once for a moment, so that nobody waits for it; what may be written
/// later is kept in order until it is back. Writes to SQLite go one after the other: its own waiting is slow. Safe to share between threads.
/// </summary>
internal sealed class StoreAccess(
    IStoryBotContexts contexts,
    PendingWrites pending,
    IOptions<StoreOptions> options,
    TimeProvider clock,
    ILogger<StoreAccess> logger) : IDisposable
{
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim? _writer = options.Value.Provider == StoreProvider.Sqlite ? new SemaphoreSlim(1) : null;
    private long _awayUntil;
    private volatile string? _problem;

    /// <summary>What is wrong with the store, in a few words; null when nothing is.</summary>
    public string? Problem => _problem;

    /// <summary>How many writes wait for the store.</summary>
    public int Waiting => pending.Count;

    /// <summary>Reads.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public ValueTask<T> ReadAsync<T>(Func<StoryBotContext, CancellationToken, Task<T>> read, CancellationToken cancellationToken) =>
        RunAsync(read, gate: null, cancellationToken);

    /// <summary>Writes.</summary>
    /// <exception cref="StoreUnavailableException">The store is away; nothing was written.</exception>
    public ValueTask<T> WriteAsync<T>(Func<StoryBotContext, CancellationToken, Task<T>> write, CancellationToken cancellationToken) =>
        RunAsync(write, _writer, cancellationToken);

    /// <summary>Writes now, or, while the store is away, when it is back: in order, and before the process ends if it is back by then.</summary>
    public async ValueTask WriteSoonAsync(Func<StoryBotContext, CancellationToken, Task> write, CancellationToken cancellationToken)
    {
        if (pending.Count == 0)
        {
            try
            {
                await WriteAsync(write, cancellationToken);
                return;
            }
            catch (StoreUnavailableException)
            {
                // Kept below.
            }
            catch (Exception failure) when (failure is DbException or DbUpdateException)
            {
                // As when it had waited: a note that the database does not take must not cost the answer that it is about.
                StoreLog.NotWritten(logger, failure);
                return;
            }
        }

        WriteLater(write);
    }

    /// <summary>Writes with the next <see cref="FlushAsync"/>: for whoever cannot wait for the store.</summary>
    public void WriteLater(Func<StoryBotContext, CancellationToken, Task> write)
    {
        if (!pending.Add(write))
        {
            StoreLog.TooManyWaiting(logger, pending.Count);
        }
    }

    /// <summary>Writes what waits; false when the store is away again before the end.</summary>
    public async Task<bool> FlushAsync(CancellationToken cancellationToken)
    {
        while (pending.First is { } write)
        {
            try
            {
                await WriteAsync(write, cancellationToken);
            }
            catch (StoreUnavailableException)
            {
                return false;
            }
#pragma warning disable CA1031 // A write that the database does not take must not hold up those behind it.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                StoreLog.NotWritten(logger, failure);
            }

            pending.RemoveFirst();
        }

        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _writer?.Dispose();

    private async ValueTask WriteAsync(Func<StoryBotContext, CancellationToken, Task> write, CancellationToken cancellationToken) => await RunAsync(
        async (context, token) =>
        {
            await write(context, token);
            return true;
        },
        _writer,
        cancellationToken);

    private async ValueTask<T> RunAsync<T>(Func<StoryBotContext, CancellationToken, Task<T>> work, SemaphoreSlim? gate, CancellationToken cancellationToken)
    {
        if (_problem is { } known && clock.GetTimestamp() < Interlocked.Read(ref _awayUntil))
        {
            throw new StoreUnavailableException(known);
        }

        if (gate is not null)
        {
            await gate.WaitAsync(cancellationToken);
        }

        try
        {
            await using var context = contexts.Create();
            var result = await work(context, cancellationToken);
            ComeBack();
            return result;
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested && StoreFaults.IsAway(failure))
        {
            // Not when the caller gave up: a statement that was broken off says nothing of the store.
            throw GoAway(failure);
        }
        finally
        {
            gate?.Release();
        }
    }

    private StoreUnavailableException GoAway(Exception failure)
    {
        var problem = StoreFaults.Describe(failure);
        Interlocked.Exchange(ref _awayUntil, clock.GetTimestamp() + (long)(Rest.TotalSeconds * clock.TimestampFrequency));
        if (Interlocked.Exchange(ref _problem, problem) is null)
        {
            StoreLog.Away(logger, problem);
            StoreLog.AwayBecause(logger, failure);
        }

        return new StoreUnavailableException(problem, failure);
    }

    private void ComeBack()
    {
        if (_problem is not null && Interlocked.Exchange(ref _problem, null) is not null)
        {
            StoreLog.Back(logger, pending.Count);
        }
    }
}
